internal import CLibYAML

/// Parses a text with libyaml, one event at a time.
struct YAMLEvents: ~Copyable {
  // On the heap because libyaml stores the address of its parser.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)

  /// The text must outlive the events, and must not be empty.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    parser.initialize(to: yaml_parser_t())
    event.initialize(to: yaml_event_t())
    // If this fails for lack of memory, the events have no type.
    _ = yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  /// Moves to the next event. Nil if the text cannot be parsed; ``problem`` then says why.
  mutating func next() -> yaml_event_type_t? {
    yaml_event_delete(event)
    return yaml_parser_parse(parser, event) == 1 ? event.pointee.type : nil
  }

  var type: yaml_event_type_t { event.pointee.type }
  var start: yaml_mark_t { event.pointee.start_mark }
  var end: yaml_mark_t { event.pointee.end_mark }

  /// The text of a scalar, without quotation marks and escapes.
  var text: String {
    let scalar = event.pointee.data.scalar
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    return String(decoding: bytes, as: UTF8.self)
  }

  var style: YAMLNode.Style {
    switch event.pointee.data.scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  /// What libyaml could not parse.
  var problem: YAMLProblem {
    let parser = parser.pointee
    let mark = parser.problem_mark
    return YAMLProblem(
      text: parser.problem.map { String(cString: $0) } ?? "", mark: mark,
      context: parser.context.map { String(cString: $0) } ?? "",
      contextMark: parser.context == nil ? mark : parser.context_mark)
  }
}

/// An error of libyaml and what was being parsed when it occurred, in libyaml's words.
struct YAMLProblem {
  let text: String
  let mark: yaml_mark_t
  let context: String
  let contextMark: yaml_mark_t
}
