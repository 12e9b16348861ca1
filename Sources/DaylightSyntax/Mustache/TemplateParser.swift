/// Parses one template: matches sections, determines which tags are alone on their line, and
/// reports what is malformed.
///
/// Follows the whitespace rules of the public Mustache specification. It never recurses, and stops
/// at a fixed nesting depth, so that code that walks the nodes may recurse.
struct TemplateParser {
  static let deepestNesting = 100

  private let bytes: [UInt8]
  private let place: TemplateSource.Place
  private let isString: Bool
  private var nodes: [TemplateNode] = []
  private var open: [Open] = []
  private var textStart = 0
  private var diagnostics: [Diagnostic] = []

  /// A tag that is still open.
  private struct Open {
    var index: Int
    /// The text before the tag, and the start of its blank line: a parent's line is removed only if
    /// nothing but blanks follows the closing tag.
    var text: Int?
    var lineStart: Int?
    var isArgument = false
  }

  static func parse(
    _ file: SourceFile, named name: String, rewrite: TemplateText.Rewrite? = nil
  ) -> Diagnosed<TemplateSource> {
    let lines = LineIndex(file.bytes)
    let place = TemplateSource.Place.file(path: file.path, lines)
    var parser = Self(bytes: file.bytes, place: place, isString: false)
    if String(validating: file.bytes, as: UTF8.self) == nil {
      let line = (1...lines.lineCount).first {
        String(validating: file.bytes[lines.range(ofLine: $0)], as: UTF8.self) == nil
      }
      parser.report(.notUTF8, lines.range(ofLine: line ?? 1))
    }
    return parser.parse(named: name, rewrite: rewrite)
  }

  /// Parses a string: its text is HTML-escaped, and it may not include other templates.
  static func parse(_ string: TemplateString, named name: String) -> Diagnosed<TemplateSource> {
    var parser = Self(bytes: string.text, place: .fixed(string.location), isString: true)
    return parser.parse(named: name) { text in
      var escaped: [UInt8] = []
      HTMLEscaper.append(Array(text.bytes), to: &escaped)
      return Diagnosed(escaped)
    }
  }

  private init(bytes: [UInt8], place: TemplateSource.Place, isString: Bool) {
    self.bytes = bytes
    self.place = place
    self.isString = isString
  }

  private mutating func parse(
    named name: String, rewrite: TemplateText.Rewrite?
  ) -> Diagnosed<TemplateSource> {
    var scanner = TemplateTagScanner(bytes)
    var isTooDeep = false
    while !isTooDeep, let tag = scanner.next() {
      switch tag.kind {
      case .node(.close): close(tag)
      case .node(let kind): isTooDeep = !add(kind, tag)
      case .comment: skip(tag)
      case .delimiters:
        if !scanner.setDelimiters(tag.content) {
          report(.malformedDelimiters(quote(tag.range)), tag.range)
        }
        skip(tag)
      case .unknown:
        report(.unknownTag(quote(tag.range)), tag.range)
        skip(tag)
      case .unclosed:
        report(.unclosedTag(quote(tag.range)), tag.range)
      }
    }
    addText(upTo: bytes.count)
    closeWhatIsLeft(reporting: !isTooDeep)
    var rewritten: [Int: [UInt8]] = [:]
    if let rewrite {
      for (index, node) in nodes.enumerated() where node.kind == .text && !node.range.isEmpty {
        let result = rewrite(TemplateText(bytes: bytes[node.range], source: place))
        rewritten[index] = result.value
        diagnostics += result.diagnostics
      }
    }
    let source = TemplateSource(
      name: name, bytes: bytes, place: place, nodes: nodes, rewritten: rewritten)
    return Diagnosed(source, diagnostics)
  }

  // MARK: Tags

  /// - Returns: false if the tag is nested too deeply to continue.
  private mutating func add(_ kind: TemplateNode.Kind, _ tag: TemplateTag) -> Bool {
    guard isName(tag.content, of: kind) else {
      report(.malformedName(quote(tag.range)), tag.range)
      skip(tag)
      return true
    }
    if isString, kind == .partial || kind == .parent || kind == .block {
      report(.templateInString(quote(tag.range)), tag.range)
    }
    let lineStart = bytes.blankLineStart(before: tag.range.lowerBound)
    let lineEnd = bytes.blankLineEnd(after: tag.range.upperBound)
    let isArgument = kind == .block && isInsideParent
    var ownsLine = false
    switch kind {
    case .escaped, .raw, .text, .close, .parent: break
    case .block where isArgument: ownsLine = lineEnd != nil
    case .section, .inverted, .partial, .block: ownsLine = lineStart != nil && lineEnd != nil
    }
    addText(before: tag, cutting: ownsLine ? lineStart : nil)
    if isInsideParent, kind != .block { report(.ignored(quote(tag.range)), tag.range) }
    let index = nodes.count
    nodes.append(
      TemplateNode(
        kind: kind, range: tag.range, name: tag.content, close: index, ownsLine: ownsLine,
        indentation: (lineStart ?? tag.range.lowerBound)..<tag.range.lowerBound))
    if ownsLine, let lineEnd { textStart = lineEnd }
    switch kind {
    case .section, .inverted, .parent, .block:
      open.append(
        Open(
          index: index, text: index > 0 ? index - 1 : nil, lineStart: lineStart,
          isArgument: isArgument))
      if open.count > Self.deepestNesting {
        report(.nestedTooDeeply(quote(tag.range)), tag.range)
        textStart = bytes.count
        return false
      }
    case .text, .escaped, .raw, .partial, .close: break
    }
    return true
  }

  private mutating func close(_ tag: TemplateTag) {
    guard
      let depth = open.lastIndex(where: { bytes[nodes[$0.index].name] == bytes[tag.content] }),
      !tag.content.isEmpty
    else {
      report(.nothingToClose(quote(tag.range), innermost: open.last.map(openTag)), tag.range)
      skip(tag)
      return
    }
    while open.count > depth + 1 {
      reportUnclosed(open[open.count - 1], before: tag)
      addClose(tag.range.lowerBound..<tag.range.lowerBound)
    }
    let opened = open[depth]
    let lineStart = bytes.blankLineStart(before: tag.range.lowerBound)
    let lineEnd = bytes.blankLineEnd(after: tag.range.upperBound)
    if nodes[opened.index].kind == .parent {
      addText(upTo: tag.range.lowerBound)
      addClose(tag.range)
      if let lineStart = opened.lineStart, let lineEnd {
        nodes[opened.index].ownsLine = true
        if let text = opened.text, nodes[text].kind == .text { cut(text, at: lineStart) }
        textStart = lineEnd
      }
    } else if opened.isArgument {
      addText(before: tag, cutting: lineStart)
      addClose(tag.range)
    } else {
      let ownsLine = lineStart != nil && lineEnd != nil
      addText(before: tag, cutting: ownsLine ? lineStart : nil)
      addClose(tag.range)
      if ownsLine, let lineEnd { textStart = lineEnd }
    }
  }

  private mutating func addClose(_ range: Range<Int>) {
    addText(upTo: range.lowerBound)
    guard let opened = open.popLast() else { return }
    nodes[opened.index].close = nodes.count
    nodes.append(
      TemplateNode(
        kind: .close, range: range, name: range, close: opened.index, ownsLine: false,
        indentation: range.lowerBound..<range.lowerBound))
    textStart = range.upperBound
  }

  private mutating func closeWhatIsLeft(reporting: Bool) {
    while let opened = open.last {
      if reporting { reportUnclosed(opened, before: nil) }
      addClose(bytes.count..<bytes.count)
    }
  }

  /// Skips a tag that prints nothing, and removes its line if it is alone on it.
  private mutating func skip(_ tag: TemplateTag) {
    let lineStart = bytes.blankLineStart(before: tag.range.lowerBound)
    if let lineStart, let lineEnd = bytes.blankLineEnd(after: tag.range.upperBound) {
      addText(before: tag, cutting: lineStart)
      textStart = lineEnd
    } else {
      addText(before: tag, cutting: nil)
      textStart = tag.range.upperBound
    }
  }

  // MARK: Text and lines

  /// Adds the text before a tag; without the blanks from `lineStart` on, if the tag's line is
  /// removed. If a tag begins a line that is kept, an empty text marks it.
  private mutating func addText(before tag: TemplateTag, cutting lineStart: Int?) {
    addText(upTo: lineStart ?? tag.range.lowerBound)
    textStart = tag.range.upperBound
    if lineStart == nil, !isInsideParent, bytes.isLineStart(tag.range.lowerBound) {
      addTextNode(tag.range.lowerBound..<tag.range.lowerBound)
    }
  }

  private mutating func addText(upTo end: Int) {
    guard textStart < end else { return }
    let range = textStart..<end
    textStart = end
    if isInsideParent, let start = bytes[range].firstIndex(where: { !$0.isBlank }) {
      let last = bytes[range].lastIndex { !$0.isBlank } ?? start
      report(.ignored(quote(start..<last + 1)), start..<last + 1)
    }
    addTextNode(range)
  }

  private mutating func addTextNode(_ range: Range<Int>) {
    nodes.append(
      TemplateNode(
        kind: .text, range: range, name: range.upperBound..<range.upperBound, close: nodes.count,
        ownsLine: bytes.isLineStart(range.lowerBound),
        indentation: range.lowerBound..<range.lowerBound))
  }

  private mutating func cut(_ text: Int, at end: Int) {
    let range = nodes[text].range
    guard range.upperBound >= end, range.lowerBound <= end else { return }
    nodes[text].range = range.lowerBound..<end
    if nodes[text].range.isEmpty { nodes[text].ownsLine = false }
  }

  private var isInsideParent: Bool {
    guard let last = open.last else { return false }
    return nodes[last.index].kind == .parent
  }

  // MARK: Names and findings

  /// Values are named by parts with dots between them, or by a dot alone; templates by a path.
  private func isName(_ range: Range<Int>, of kind: TemplateNode.Kind) -> Bool {
    let name = bytes[range]
    guard String(validating: name, as: UTF8.self) != nil else { return false }
    switch kind {
    case .escaped, .raw, .section, .inverted:
      if name.elementsEqual([UInt8(ascii: ".")]) { return true }
      return name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isTemplateNameByte) }
    default:
      return !name.isEmpty
        && name.allSatisfy {
          $0.isTemplateNameByte || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/")
        }
    }
  }

  /// The source text, truncated if it is long.
  private func quote(_ range: Range<Int>) -> String {
    let line = bytes[range].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let text = String(decoding: line.prefix(60), as: UTF8.self)
    return line.count > 60 || line.count < range.count ? text + "…" : text
  }

  private func openTag(_ open: Open) -> String { quote(nodes[open.index].range) }

  private mutating func report(_ finding: TemplateFinding, _ range: Range<Int>) {
    diagnostics.append(finding.diagnostic(at: place.location(of: range)))
  }

  private mutating func reportUnclosed(_ opened: Open, before tag: TemplateTag?) {
    let node = nodes[opened.index]
    let name = String(decoding: bytes[node.name], as: UTF8.self)
    var diagnostic = TemplateFinding.neverClosed(quote(node.range), name: name)
      .diagnostic(at: place.location(of: node.range))
    if let tag {
      diagnostic.notes = [
        Diagnostic.Note(
          "it is still open at ‘\(quote(tag.range))’", at: place.location(of: tag.range))
      ]
    }
    diagnostics.append(diagnostic)
  }
}

extension UInt8 {
  fileprivate var isTemplateNameByte: Bool {
    self != UInt8(ascii: ".") && self > UInt8(ascii: " ") && self != 0x7F && !isTemplateSign
  }
}
