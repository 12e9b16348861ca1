import Yams

extension YAMLNode {
  /// The most bytes of a page's front matter, and of a data file.
  package static let frontMatterLimit = 64 << 10
  package static let dataFileLimit = 1 << 20
  /// How deep collections may be nested.
  package static let maximumDepth = 32

  /// Reads one YAML document of a file, or of a part of it.
  ///
  /// The value is nil if it cannot be parsed, or if there are only comments. The bytes must be
  /// UTF-8: call ``SourceFile/encodingDiagnostics()`` first. Anchors, aliases, merge keys and tags
  /// are refused, so that the tree is never larger than its text.
  package static func parse(
    _ file: SourceFile, in range: Range<Int>? = nil, limit: Int = dataFileLimit
  ) -> Diagnosed<YAMLNode?> {
    let range = (range ?? 0..<file.bytes.count).clamped(to: 0..<file.bytes.count)
    if range.count <= limit {
      let lookalikes = YAMLLookalikes.findings(in: file, range)
      guard lookalikes.isEmpty else { return Diagnosed(nil, lookalikes) }
    }
    let simple = range.count <= limit ? parseSimple(file, in: range) : nil
    var result = simple.map { Diagnosed($0) } ?? parseWithLibrary(file, in: range, limit: limit)
    if file.bytes[range].contains(UInt8(ascii: "<")) {
      result.diagnostics += result.value?.commentsInText ?? []
    }
    return result
  }

  /// HTML comments in a piece of text, which would be printed verbatim.
  private var commentsInText: [Diagnostic] {
    switch content {
    case .scalar(let text, _):
      guard let comment = CommentMark.likeness(in: text) else { return [] }
      let help = "delete it, or write it on a line of its own that begins with ‘#’"
      return [.visibleComment(comment, at: location, help: help)]
    case .sequence(let elements): return elements.flatMap(\.commentsInText)
    case .mapping(let fields): return fields.flatMap(\.value.commentsInText)
    }
  }

  /// The tree if there are only simple lines; nil if the library is needed.
  package static func parseSimple(_ file: SourceFile, in range: Range<Int>) -> YAMLNode? {
    SimpleYAML.parse(file, in: range)
  }

  package static func parseWithLibrary(
    _ file: SourceFile, in range: Range<Int>, limit: Int = dataFileLimit
  ) -> Diagnosed<YAMLNode?> {
    let conflicts = ConflictMarkers.places(
      in: file.bytes[range],
      firstLine: LineIndex(file.bytes[..<range.lowerBound]).lineCount, path: file.path)
    if !conflicts.isEmpty { return Diagnosed(nil, conflicts.map { .conflictMarker(at: $0) }) }
    let source = YAMLSource(file, range)
    if let finding = YAMLScreen.finding(in: source, limit: limit) {
      return Diagnosed(nil, [finding])
    }
    do {
      // The encoding is named because the default asks the environment for it.
      let parser = try Yams.Parser(
        yaml: source.text(source.range), resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else { return Diagnosed(nil) }
      return Diagnosed(try YAMLTree(source: source).node(root, depth: 1))
    } catch let refusal as YAMLRefusal {
      return Diagnosed(nil, [refusal.diagnostic])
    } catch {
      return Diagnosed(nil, [source.diagnostic(for: error)])
    }
  }
}

/// A finding that ends the parsing of a document.
private struct YAMLRefusal: Error {
  let diagnostic: Diagnostic
}

/// Copies the library's tree into ours, and finds the end of every node: the library only knows the
/// start.
private struct YAMLTree {
  let source: YAMLSource

  func node(_ node: Yams.Node, depth: Int) throws -> YAMLNode {
    let start = try offset(of: node)
    if case .scalar(let scalar) = node { return try self.scalar(scalar, from: start) }
    guard depth <= YAMLNode.maximumDepth else {
      throw YAMLRefusal(diagnostic: .yamlTooDeep(at: source.location(start..<start + 1)))
    }
    switch node {
    case .sequence(let sequence):
      let elements = try sequence.map { try self.node($0, depth: depth + 1) }
      return YAMLNode(.sequence(elements), at: place(ofCollectionFrom: start))
    case .mapping(let mapping):
      let fields = try mapping.map { try field($0.key, $0.value, depth: depth) }
      return YAMLNode(.mapping(fields), at: place(ofCollectionFrom: start))
    case .scalar, .alias:
      // Scalars were handled, and the library's parser resolves aliases.
      throw YAMLRefusal(diagnostic: .yamlAlias("*", at: source.location(start..<start + 1)))
    }
  }

  private func field(_ key: Yams.Node, _ value: Yams.Node, depth: Int) throws -> YAMLNode.Field {
    let start = try offset(of: key)
    guard case .scalar(let scalar) = key else {
      throw YAMLRefusal(diagnostic: .keyIsNotText(at: place(ofCollectionFrom: start)))
    }
    let name = try self.scalar(scalar, from: start)
    if scalar.string == "<<", scalar.style == .plain {
      throw YAMLRefusal(diagnostic: .yamlAlias("<<", at: name.location))
    }
    return YAMLNode.Field(
      key: scalar.string, keyLocation: name.location, value: try node(value, depth: depth + 1))
  }

  /// The start of a node. A node with an anchor or a tag begins at that mark, and the target of an
  /// alias begins at its anchor.
  private func offset(of node: Yams.Node) throws -> Int {
    let offset =
      node.mark.map { source.offset(line: $0.line, column: $0.column) }
      ?? source.range.lowerBound
    switch source.byte(at: offset) {
    case UInt8(ascii: "&"), UInt8(ascii: "*"):
      let mark = source.byte(at: offset) == UInt8(ascii: "&") ? "&" : "*"
      throw YAMLRefusal(diagnostic: .yamlAlias(mark, at: source.word(at: offset)))
    case UInt8(ascii: "!"):
      throw YAMLRefusal(diagnostic: .yamlTag(at: source.word(at: offset)))
    default: return offset
    }
  }

  private func scalar(_ scalar: Yams.Node.Scalar, from start: Int) throws -> YAMLNode {
    let style: YAMLNode.Style =
      switch scalar.style {
      case .any, .plain: .plain
      case .singleQuoted: .singleQuoted
      case .doubleQuoted: .doubleQuoted
      case .literal: .literal
      case .folded: .folded
      }
    let end = end(of: scalar.string, style, from: start)
    let location = source.location(start..<end)
    if style == .plain, let comment = source.closeComment(after: end) {
      throw YAMLRefusal(
        diagnostic: .commentInValue(source.text(comment), at: source.location(comment)))
    }
    if style == .doubleQuoted, let control = scalar.string.unicodeScalars.first(where: \.isControl)
    {
      throw YAMLRefusal(diagnostic: .controlEscape(control, at: location))
    }
    return YAMLNode(.scalar(scalar.string, style), at: location)
  }

  private func end(of text: String, _ style: YAMLNode.Style, from start: Int) -> Int {
    let lineEnd = source.lineEnd(from: start)
    switch style {
    case .plain:
      let end = start + text.utf8.count
      if end <= lineEnd, text.utf8.elementsEqual(source.bytes[start..<end]) { return end }
    case .singleQuoted, .doubleQuoted:
      if let end = source.closingQuote(from: start, before: lineEnd) { return end }
    case .literal, .folded: break
    }
    return source.droppingBlanks(start..<lineEnd).upperBound
  }

  /// The part of a collection that is on its first line.
  private func place(ofCollectionFrom start: Int) -> SourceLocation {
    source.location(source.droppingBlanks(start..<source.lineEnd(from: start)))
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

extension YAMLSource {
  /// The run of bytes from an offset up to the next blank or line ending.
  func word(at offset: Int) -> SourceLocation {
    var end = offset
    while end < range.upperBound, bytes[end] > UInt8(ascii: " ") { end += 1 }
    return location(offset..<end)
  }

  /// A comment after a value whose `#` has no blank after it, as in `title: Reason #1`: it is more
  /// likely to be meant as text.
  func closeComment(after offset: Int) -> Range<Int>? {
    let start = skippingBlanks(from: offset)
    guard start > offset, byte(at: start) == UInt8(ascii: "#"),
      byte(at: start + 1) > UInt8(ascii: " "), byte(at: start + 1) != UInt8(ascii: "#")
    else { return nil }
    return droppingBlanks(start..<lineEnd(from: start))
  }

  /// The offset after the quotation mark that closes the one at `start`, on the same line.
  func closingQuote(from start: Int, before lineEnd: Int) -> Int? {
    let quote = byte(at: start)
    var offset = start + 1
    while offset < lineEnd {
      if bytes[offset] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        offset += 2
      } else if bytes[offset] != quote {
        offset += 1
      } else if quote == UInt8(ascii: "'"), offset + 1 < lineEnd, bytes[offset + 1] == quote {
        offset += 2
      } else {
        return offset + 1
      }
    }
    return nil
  }
}
