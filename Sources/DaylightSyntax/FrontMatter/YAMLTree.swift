internal import CLibYAML

/// Builds the tree of a document from libyaml's events. Stops at the first error, and at the first
/// use of a feature that Daylight refuses.
struct YAMLTree: ~Copyable {
  private let source: YAMLSource
  private var events: YAMLEvents
  private var marks: YAMLMarks
  /// The line whose end was computed last, and the offset after its text.
  private var textEnd = (line: 0, offset: 0)

  static func read(_ source: YAMLSource) -> Diagnosed<YAMLNode?> {
    // libyaml does not accept an empty text.
    guard !source.range.isEmpty else { return Diagnosed(nil) }
    return source.bytes[source.range].withUnsafeBufferPointer { text in
      var tree = Self(source, text)
      do throws(Refusal) {
        return Diagnosed(try tree.document())
      } catch {
        return Diagnosed(nil, [error.diagnostic])
      }
    }
  }

  private init(_ source: YAMLSource, _ text: UnsafeBufferPointer<UInt8>) {
    self.source = source
    events = YAMLEvents(text)
    marks = YAMLMarks(text)
  }

  private struct Refusal: Error {
    let diagnostic: Diagnostic
  }

  private struct Place {
    let offset: Int
    let position: SourcePosition
  }

  private mutating func document() throws(Refusal) -> YAMLNode? {
    // Skip the start of the stream.
    try next()
    guard try next() == YAML_DOCUMENT_START_EVENT else { return nil }
    try next()
    let root = try node(depth: 1)
    // Skip the end of the document.
    try next()
    guard try next() == YAML_STREAM_END_EVENT else {
      throw Refusal(
        diagnostic: .severalDocuments(at: source.rest(from: offset(of: events.start))))
    }
    return root
  }

  @discardableResult private mutating func next() throws(Refusal) -> yaml_event_type_t {
    guard let type = events.next() else {
      let problem = events.problem
      let mark = offset(of: problem.mark)
      throw Refusal(
        diagnostic: source.diagnostic(
          problem.text, at: mark, context: problem.context, from: offset(of: problem.contextMark)))
    }
    return type
  }

  /// The node that begins with the current event.
  private mutating func node(depth: Int) throws(Refusal) -> YAMLNode {
    let start = try start()
    switch events.type {
    case YAML_SCALAR_EVENT: return try scalar(from: start)
    case YAML_SEQUENCE_START_EVENT:
      try checkDepth(depth, at: start)
      let location = firstLine(from: start)
      var elements: [YAMLNode] = []
      while try next() != YAML_SEQUENCE_END_EVENT {
        elements.append(try node(depth: depth + 1))
      }
      return YAMLNode(.sequence(elements), at: location)
    case YAML_MAPPING_START_EVENT:
      try checkDepth(depth, at: start)
      let location = firstLine(from: start)
      return YAMLNode(.mapping(try fields(depth: depth)), at: location)
    default:
      throw Refusal(diagnostic: .unreadable(at: source.rest(from: start.offset)))
    }
  }

  private mutating func fields(depth: Int) throws(Refusal) -> [YAMLNode.Field] {
    var fields: [YAMLNode.Field] = []
    fields.reserveCapacity(8)
    var names = YAMLNames()
    while try next() != YAML_MAPPING_END_EVENT {
      let (name, location) = try key()
      if let first = names.index(of: name, in: fields) {
        throw Refusal(
          diagnostic: .duplicateKey(name, at: location, first: fields[first].keyLocation))
      }
      try next()
      let value = try node(depth: depth + 1)
      fields.append(YAMLNode.Field(key: name, keyLocation: location, value: value))
    }
    return fields
  }

  private mutating func key() throws(Refusal) -> (name: String, location: SourceLocation) {
    let start = try start()
    guard events.type == YAML_SCALAR_EVENT else {
      throw Refusal(diagnostic: .keyIsNotText(at: firstLine(from: start)))
    }
    let key = try scalar(from: start)
    guard case .scalar(let name, let style) = key.content else { return ("", key.location) }
    if name == "<<", style == .plain {
      throw Refusal(diagnostic: .yamlAlias("<<", at: key.location))
    }
    return (name, key.location)
  }

  /// The start of the current event. A node with an anchor or a tag begins at that mark.
  private mutating func start() throws(Refusal) -> Place {
    let offset = offset(of: events.start)
    switch source.byte(at: offset) {
    case UInt8(ascii: "&"):
      throw Refusal(diagnostic: .yamlAlias("&", at: source.word(at: offset)))
    case UInt8(ascii: "*"):
      throw Refusal(diagnostic: .yamlAlias("*", at: source.word(at: offset)))
    case UInt8(ascii: "!"):
      throw Refusal(diagnostic: .yamlTag(at: source.word(at: offset)))
    default:
      let position = source.position(of: offset, inLine: events.start.line)
      return Place(offset: offset, position: position)
    }
  }

  private mutating func scalar(from start: Place) throws(Refusal) -> YAMLNode {
    let text = events.text
    let style = events.style
    let end = offset(of: events.end)
    let isOnOneLine = events.end.line == events.start.line && !style.isBlock
    let location = isOnOneLine ? location(from: start, to: end) : firstLine(from: start)
    let comment =
      style == .plain
      ? source.closeComment(after: end)
      : style.isBlock ? source.closeComment(inHeaderAt: start.offset) : nil
    if let comment {
      throw Refusal(
        diagnostic: .commentInValue(source.text(comment), at: source.location(comment)))
    }
    if style == .doubleQuoted,
      source.bytes[start.offset..<end].contains(UInt8(ascii: "\\")),
      let control = text.unicodeScalars.first(where: \.isControl)
    {
      throw Refusal(diagnostic: .controlEscape(control, at: location))
    }
    return YAMLNode(.scalar(text, style), at: location)
  }

  private func checkDepth(_ depth: Int, at start: Place) throws(Refusal) {
    guard depth > YAMLNode.maximumDepth else { return }
    throw Refusal(
      diagnostic: .yamlTooDeep(at: source.location(start.offset..<start.offset + 1)))
  }

  private mutating func offset(of mark: yaml_mark_t) -> Int {
    source.range.lowerBound + marks.offset(of: mark)
  }

  /// From a place to the end of its line, without trailing blanks.
  private mutating func firstLine(from start: Place) -> SourceLocation {
    if textEnd.line != start.position.line {
      let line = start.offset..<source.lineEnd(from: start.offset)
      textEnd = (start.position.line, source.droppingBlanks(line).upperBound)
    }
    return location(from: start, to: max(start.offset, textEnd.offset))
  }

  /// From a place to an offset on the same line.
  private func location(from start: Place, to end: Int) -> SourceLocation {
    var position = start.position
    position.column += end - start.offset
    return SourceLocation(path: source.path, start: start.position, end: position)
  }
}

extension Unicode.Scalar {
  /// Whether it moves a cursor or ends a line, other than tabs and YAML's line ends.
  fileprivate var isControl: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    default: properties.generalCategory == .control || value == 0x2028 || value == 0x2029
    }
  }
}
