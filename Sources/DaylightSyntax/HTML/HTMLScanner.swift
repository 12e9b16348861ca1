/// Reads a finished page as the tokens a browser would see (HTML standard, section 13.2.5).
///
/// It takes any bytes, never looks at one twice for longer than a name, and allocates only for the
/// attributes of the tag at hand. Where the standard leaves a choice to the tree (raw text in SVG and
/// MathML), the scanner follows the nesting itself. It does not know the double escapes of script
/// data (`<!--<script>`): there it sees a script's end earlier than browsers do, never later.
package struct HTMLScanner: Sendable {
  package let bytes: [UInt8]
  /// The attributes of the tag returned last, in order. Browsers use the first of a name.
  package private(set) var attributes: [HTMLAttribute] = []

  private var offset = 0
  /// The name of the element whose raw content comes next.
  private var rawElement: Range<Int>?
  private var nesting = ForeignNesting()

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token, or nil at the end of the page.
  package mutating func next() -> HTMLToken? {
    if let name = rawElement {
      rawElement = nil
      if let text = rawText(of: name) { return text }
    }
    while offset < bytes.count {
      let start = offset
      switch markup(at: start) {
      case nil: return .text(start..<endOfText())
      case .startTag?, .endTag?: return tag(from: start)
      case .declaration?: return declaration(from: start)
      case .bogusComment(let mark)?:
        let end = find(UInt8(ascii: ">"), from: start + mark)
        offset = min(end + 1, bytes.count)
        return .comment(start + mark..<end)
      case .nothing?: offset = start + 3
      }
    }
    return nil
  }

  /// The attribute of the last tag with a lower-case name.
  package func attribute(_ name: String) -> HTMLAttribute? {
    attributes.first { isNamed($0.name, name) }
  }

  /// The value of an attribute of the last tag with its character references read; empty where it
  /// has none, nil where there is no such attribute.
  package func value(_ name: String) -> [UInt8]? {
    attribute(name).map(value)
  }

  package func value(_ attribute: HTMLAttribute) -> [UInt8] {
    guard let range = attribute.value else { return [] }
    return HTMLCharacterReference.decode(bytes.span.extracting(range), inAttribute: true)
  }

  /// The characters of a text token.
  package func text(_ range: Range<Int>) -> [UInt8] {
    HTMLCharacterReference.decode(bytes.span.extracting(range), inAttribute: false)
  }

  /// The name of a tag or attribute in lower case.
  package func name(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].map(asciiLowercased), as: UTF8.self)
  }

  /// Whether a tag or attribute has a name, which is given in lower case.
  package func isNamed(_ range: Range<Int>, _ name: String) -> Bool {
    guard range.count == name.utf8.count else { return false }
    var offset = range.lowerBound
    for byte in name.utf8 {
      if asciiLowercased(bytes[offset]) != byte { return false }
      offset += 1
    }
    return true
  }
}

extension HTMLScanner {
  /// What a `<` begins.
  private enum Markup {
    case startTag, endTag, declaration
    /// A comment that is not spelt as one, whose content begins after so many bytes.
    case bogusComment(Int)
    /// `</>`, which browsers drop.
    case nothing
  }

  private func markup(at offset: Int) -> Markup? {
    guard byte(offset) == UInt8(ascii: "<") else { return nil }
    switch byte(offset + 1) {
    case UInt8(ascii: "!"): return .declaration
    case UInt8(ascii: "?"): return .bogusComment(1)
    case UInt8(ascii: "/"):
      guard let next = byte(offset + 2) else { return nil }
      if isASCIILetter(next) { return .endTag }
      return next == UInt8(ascii: ">") ? .nothing : .bogusComment(2)
    case let next?: return isASCIILetter(next) ? .startTag : nil
    case nil: return nil
    }
  }

  /// Moves to the next markup, which a `<` alone is not.
  private mutating func endOfText() -> Int {
    repeat {
      offset = find(UInt8(ascii: "<"), from: offset + 1)
    } while offset < bytes.count && markup(at: offset) == nil
    return offset
  }

  private mutating func declaration(from start: Int) -> HTMLToken {
    let content = start + 2
    if matches("--", at: content) { return comment(from: content + 2) }
    if nesting.isForeign, matches("[cdata[", at: content) {
      let text = content + 7
      var end = find(UInt8(ascii: "]"), from: text)
      while end < bytes.count, !matches("]]>", at: end) {
        end = find(UInt8(ascii: "]"), from: end + 1)
      }
      offset = min(end + 3, bytes.count)
      return .rawText(text..<end)
    }
    let end = find(UInt8(ascii: ">"), from: content)
    offset = min(end + 1, bytes.count)
    return matches("doctype", at: content) ? .doctype(content..<end) : .comment(content..<end)
  }

  /// A comment ends at `-->` or `--!>`, and at once where `>` or `->` follows its opening.
  private mutating func comment(from content: Int) -> HTMLToken {
    for early in [">", "->"] where matches(early, at: content) {
      offset = content + early.utf8.count
      return .comment(content..<content)
    }
    var end = find(UInt8(ascii: "-"), from: content)
    while end < bytes.count {
      for close in ["-->", "--!>"] where matches(close, at: end) {
        offset = end + close.utf8.count
        return .comment(content..<end)
      }
      end = find(UInt8(ascii: "-"), from: end + 1)
    }
    offset = bytes.count
    return .comment(content..<bytes.count)
  }

  /// The content of a raw text element up to its end tag, or nil where there is none.
  private mutating func rawText(of name: Range<Int>) -> HTMLToken? {
    let start = offset
    let element = self.name(name)
    if element == "plaintext" {
      offset = bytes.count
    } else {
      offset = find(UInt8(ascii: "<"), from: start)
      while offset < bytes.count, !isEndTag(of: element, at: offset) {
        offset = find(UInt8(ascii: "<"), from: offset + 1)
      }
    }
    if start == offset { return nil }
    let isText = element == "title" || element == "textarea"
    return isText ? .text(start..<offset) : .rawText(start..<offset)
  }

  private func isEndTag(of element: String, at offset: Int) -> Bool {
    guard byte(offset + 1) == UInt8(ascii: "/"), matches(element, at: offset + 2),
      let after = byte(offset + 2 + element.utf8.count)
    else { return false }
    return isHTMLSpace(after) || after == UInt8(ascii: "/") || after == UInt8(ascii: ">")
  }

  private mutating func tag(from start: Int) -> HTMLToken {
    attributes.removeAll(keepingCapacity: true)
    let isEnd = bytes[start + 1] == UInt8(ascii: "/")
    let nameStart = start + (isEnd ? 2 : 1)
    offset = nameStart
    skip { !isHTMLSpace($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
    let name = nameStart..<offset
    var isSelfClosing = false
    while let next = byte(offset) {
      if next == UInt8(ascii: ">") {
        offset += 1
        let tag = HTMLTag(range: start..<offset, name: name, isSelfClosing: isSelfClosing)
        note(tag, isEnd: isEnd)
        return isEnd ? .endTag(tag) : .startTag(tag)
      }
      isSelfClosing = next == UInt8(ascii: "/")
      if isSelfClosing || isHTMLSpace(next) {
        offset += 1
      } else {
        guard let attribute = attribute() else { break }
        attributes.append(attribute)
      }
    }
    offset = bytes.count
    return .unfinishedTag(start..<bytes.count)
  }

  /// The attribute at the offset, or nil where the page ends in its value.
  private mutating func attribute() -> HTMLAttribute? {
    let start = offset
    offset += 1  // A name may begin with `=`.
    skip {
      !isHTMLSpace($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">")
        && $0 != UInt8(ascii: "=")
    }
    let name = start..<offset
    skip(while: isHTMLSpace)
    guard byte(offset) == UInt8(ascii: "=") else { return HTMLAttribute(name: name) }
    offset += 1
    skip(while: isHTMLSpace)
    guard let first = byte(offset) else { return nil }
    let valueStart: Int
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      valueStart = offset + 1
      let end = find(first, from: valueStart)
      guard end < bytes.count else { return nil }
      offset = end + 1
      return HTMLAttribute(name: name, value: valueStart..<end)
    }
    valueStart = offset
    skip { !isHTMLSpace($0) && $0 != UInt8(ascii: ">") }
    return HTMLAttribute(name: name, value: valueStart..<offset)
  }

  /// Follows the nesting as far as it decides what is raw text.
  private mutating func note(_ tag: HTMLTag, isEnd: Bool) {
    if !isEnd, !nesting.isForeign, Self.rawElements.contains(where: { isNamed(tag.name, $0) }) {
      rawElement = tag.name
    }
    // Most tags are outside of all that, and need no name made.
    if nesting.isOutside, !isNamed(tag.name, "svg"), !isNamed(tag.name, "math") { return }
    let name = name(tag.name)
    if isEnd {
      nesting.end(name)
    } else {
      nesting.start(name, isSelfClosing: tag.isSelfClosing)
    }
  }

  private static let rawElements = [
    "iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp",
  ]
}

extension HTMLScanner {
  private func byte(_ offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// The offset of a byte, or the end of the page.
  private func find(_ byte: UInt8, from start: Int) -> Int {
    let span = bytes.span
    var offset = start
    while offset < span.count, span[unchecked: offset] != byte { offset += 1 }
    return min(offset, span.count)
  }

  private mutating func skip(while isSkipped: (UInt8) -> Bool) {
    while offset < bytes.count, isSkipped(bytes[offset]) { offset += 1 }
  }

  /// Whether the bytes at an offset spell something, which is given in lower case.
  private func matches(_ spelling: String, at offset: Int) -> Bool {
    let end = offset + spelling.utf8.count
    return end <= bytes.count && isNamed(offset..<end, spelling)
  }
}

private func isHTMLSpace(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x09, 0x0A, 0x0C, 0x0D, 0x20: true
  default: false
  }
}

private func isASCIILetter(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
  default: false
  }
}

private func asciiLowercased(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}
