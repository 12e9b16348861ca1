/// One tag as written, before it is matched with others.
struct TemplateTag {
  var kind: Kind
  /// From the opening delimiter to the end of the closing one.
  var range: Range<Int>
  /// The content, without the sign that marks the kind and without surrounding blanks.
  var content: Range<Int>

  enum Kind: Equatable {
    case node(TemplateNode.Kind)
    case comment
    case delimiters
    /// Begins with a sign that no kind of tag has.
    case unknown
    /// No closing delimiter: the rest of the file.
    case unclosed
  }
}

/// Finds the tags in a template's bytes, in order, following changes of delimiter.
struct TemplateTagScanner {
  private let bytes: [UInt8]
  private var position = 0
  private var opening: [UInt8] = Array("{{".utf8)
  private var closing: [UInt8] = Array("}}".utf8)

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> TemplateTag? {
    guard let start = bytes.firstIndex(of: opening, from: position) else { return nil }
    var index = bytes.skippingBlanks(from: start + opening.count)
    let sign = index < bytes.count ? bytes[index] : 0
    var kind = TemplateTag.Kind.node(.escaped)
    var terminator = closing
    switch sign {
    case UInt8(ascii: "{"):
      kind = .node(.raw)
      terminator = [UInt8(ascii: "}")] + closing
    case UInt8(ascii: "="):
      kind = .delimiters
      terminator = [UInt8(ascii: "=")] + closing
    case UInt8(ascii: "&"): kind = .node(.raw)
    case UInt8(ascii: "#"): kind = .node(.section)
    case UInt8(ascii: "^"): kind = .node(.inverted)
    case UInt8(ascii: "/"): kind = .node(.close)
    case UInt8(ascii: ">"): kind = .node(.partial)
    case UInt8(ascii: "<"): kind = .node(.parent)
    case UInt8(ascii: "$"): kind = .node(.block)
    case UInt8(ascii: "!"): kind = .comment
    default: break
    }
    if kind != .node(.escaped) { index += 1 }
    guard let end = bytes.firstIndex(of: terminator, from: index) else {
      position = bytes.count
      let line = bytes[start...].firstIndex { $0 == UInt8(ascii: "\n") } ?? bytes.count
      return TemplateTag(kind: .unclosed, range: start..<line, content: line..<line)
    }
    let content = bytes.trimmingBlanks(index..<end)
    if kind == .node(.escaped), let first = bytes[content].first, first.isTemplateSign {
      kind = .unknown
    }
    position = end + terminator.count
    return TemplateTag(kind: kind, range: start..<position, content: content)
  }

  /// Sets the pair of delimiters given in a `{{=<% %>=}}` tag.
  ///
  /// - Returns: whether there are exactly two, without `=` in them.
  mutating func setDelimiters(_ content: Range<Int>) -> Bool {
    let pair = bytes[content].split(whereSeparator: \.isBlank)
    guard pair.count == 2, !bytes[content].contains(UInt8(ascii: "=")) else { return false }
    opening = Array(pair[0])
    closing = Array(pair[1])
    return true
  }
}

extension UInt8 {
  /// Punctuation that cannot begin a name, so it must be meant as the sign of a tag.
  var isTemplateSign: Bool {
    switch self {
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): false
    case UInt8(ascii: "!")...UInt8(ascii: "/"), UInt8(ascii: ":")...UInt8(ascii: "@"),
      UInt8(ascii: "[")...UInt8(ascii: "`"), UInt8(ascii: "{")...UInt8(ascii: "~"):
      true
    default: false
    }
  }
}

extension [UInt8] {
  fileprivate func firstIndex(of pattern: [UInt8], from start: Int) -> Int? {
    guard let first = pattern.first else { return nil }
    return withUnsafeBufferPointer { bytes in
      var index = start
      while index + pattern.count <= bytes.count {
        if bytes[index] == first,
          bytes[index..<index + pattern.count].elementsEqual(pattern)
        {
          return index
        }
        index += 1
      }
      return nil
    }
  }
}
