/// Reads a finished page as the tokens a browser would see (HTML standard, section 13.2.5).
///
/// It accepts any bytes, reads none twice except in names, and allocates nothing per token. Where
/// the standard depends on the tree (raw text in SVG and MathML), the scanner tracks the nesting
/// itself. It does not implement the double escapes of script data (`<!--<script>`): there it ends
/// a script earlier than browsers do, never later.
///
/// Every byte of a site goes through here, so it reads memory without bounds checks: `next`
/// compares all offsets with `bytes.count`.
package struct HTMLScanner {
  /// The page, which must outlive the scanner: `withHTMLScanner` ensures that.
  package let bytes: UnsafeBufferPointer<UInt8>
  /// The attributes of the last tag come first; the rest is spare capacity.
  var slots: [HTMLAttribute] = []
  package internal(set) var attributeCount = 0
  /// For readers that ask for no attribute.
  var skipsAttributes = false
  /// Whether the last text contains a `&`.
  package private(set) var textHasReferences = false

  var offset = 0
  /// The element whose raw content comes next.
  var rawElement: HTMLName?
  var nesting = ForeignNesting()
  let names = HTMLNameTable.all

  /// - Parameter asXML: whether to scan XML, with no raw text and with `<![CDATA[` everywhere.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, asXML: Bool = false) {
    self.bytes = bytes
    if asXML { nesting = ForeignNesting(isXML: true) }
  }

  /// The next token, or nil at the end of the page.
  package mutating func next() -> HTMLToken? {
    if let name = rawElement {
      rawElement = nil
      if let text = rawText(of: name) { return text }
    }
    while offset < bytes.count {
      let start = offset
      guard bytes[start] == UInt8(ascii: "<") else { return text(from: start) }
      switch markup(at: start) {
      case .tag, .endTag: return tag(from: start)
      case .text: return text(from: start)
      case .declaration: return declaration(from: start)
      case .instruction: return bogusComment(from: start + 1)
      case .brokenEndTag: return bogusComment(from: start + 2)
      case .nothing: offset = start + 3
      }
    }
    return nil
  }
}

extension HTMLScanner {
  /// The attributes of the last tag, in order. Browsers use the first of a name.
  package var attributes: ArraySlice<HTMLAttribute> { slots[..<attributeCount] }

  /// One of them, without the cost of a slice, for loops that run for every tag.
  package func attribute(at index: Int) -> HTMLAttribute { slots[index] }

  package func attribute(_ name: HTMLName) -> HTMLAttribute? {
    for index in 0..<attributeCount where slots[index].name == name { return slots[index] }
    return nil
  }

  /// The decoded value of an attribute of the last tag; empty if it has none, nil if there is no
  /// such attribute.
  package func value(_ name: HTMLName) -> [UInt8]? {
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
  package func name(_ spelling: Range<Int>) -> String {
    String(decoding: bytes[spelling].map(\.asciiLowercased), as: UTF8.self)
  }
}

extension HTMLScanner {
  /// What a `<` begins.
  private enum Markup {
    case tag, endTag, declaration
    /// Not markup, but text.
    case text
    /// `<?`, or `</` without a name: browsers treat it as a comment.
    case instruction, brokenEndTag
    /// `</>`, which browsers drop.
    case nothing
  }

  private func markup(at offset: Int) -> Markup {
    guard offset + 1 < bytes.count else { return .text }
    let next = bytes[offset + 1]
    if next.isASCIILetter { return .tag }
    switch next {
    case UInt8(ascii: "/"):
      guard offset + 2 < bytes.count else { return .text }
      let name = bytes[offset + 2]
      if name.isASCIILetter { return .endTag }
      return name == UInt8(ascii: ">") ? .nothing : .brokenEndTag
    case UInt8(ascii: "!"): return .declaration
    case UInt8(ascii: "?"): return .instruction
    default: return .text
    }
  }

  /// Text up to the next markup. A lone `<` is not markup.
  @inline(__always)
  private mutating func text(from start: Int) -> HTMLToken {
    textHasReferences = false
    var end = start
    repeat {
      end = bytes[end] == UInt8(ascii: "<") ? end + 1 : end
      end = endOfRun(from: end)
    } while end < bytes.count && markup(at: end) == .text
    offset = end
    return .text(start..<end)
  }

  /// The offset of the next `<`, eight bytes at a time. Most runs are short.
  private mutating func endOfRun(from start: Int) -> Int {
    guard let memory = UnsafeRawPointer(bytes.baseAddress) else { return start }
    var offset = start
    while offset + 8 <= bytes.count {
      let word = UInt64(
        littleEndian: memory.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let ends = (word ^ 0x3C3C_3C3C_3C3C_3C3C).zeroBytes
      var references = (word ^ 0x2626_2626_2626_2626).zeroBytes
      if ends != 0 { references &= ends & (0 &- ends) &- 1 }
      if references != 0 { textHasReferences = true }
      if ends != 0 { return offset + ends.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "<") {
      if bytes[offset] == UInt8(ascii: "&") { textHasReferences = true }
      offset += 1
    }
    return offset
  }

  private mutating func bogusComment(from content: Int) -> HTMLToken {
    let end = find(UInt8(ascii: ">"), from: content)
    offset = min(end + 1, bytes.count)
    return .comment(content..<end)
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

  /// A comment ends at `-->` or `--!>`, and at once if `>` or `->` follows its opening.
  private mutating func comment(from content: Int) -> HTMLToken {
    for early: StaticString in [">", "->"] where matches(early, at: content) {
      offset = content + early.utf8CodeUnitCount
      return .comment(content..<content)
    }
    var end = find(UInt8(ascii: "-"), from: content)
    while end < bytes.count {
      for close: StaticString in ["-->", "--!>"] where matches(close, at: end) {
        offset = end + close.utf8CodeUnitCount
        return .comment(content..<end)
      }
      end = find(UInt8(ascii: "-"), from: end + 1)
    }
    offset = bytes.count
    return .comment(content..<bytes.count)
  }

  /// The content of a raw text element up to its end tag; nil if there is none.
  private mutating func rawText(of element: HTMLName) -> HTMLToken? {
    let start = offset
    if element == .plaintext {
      offset = bytes.count
    } else {
      offset = find(UInt8(ascii: "<"), from: start)
      while offset < bytes.count, !isEndTag(of: element, at: offset) {
        offset = find(UInt8(ascii: "<"), from: offset + 1)
      }
    }
    if start == offset { return nil }
    guard element == .title || element == .textarea else { return .rawText(start..<offset) }
    textHasReferences = find(UInt8(ascii: "&"), from: start) < offset
    return .text(start..<offset)
  }

  private func isEndTag(of element: HTMLName, at offset: Int) -> Bool {
    guard offset + 2 < bytes.count, bytes[offset + 1] == UInt8(ascii: "/") else { return false }
    let end = endOfName(from: offset + 2)
    return end < bytes.count && knownName(offset + 2..<end) == element
  }
}

extension HTMLScanner {
  /// The offset of a byte, or the end of the page.
  @inline(__always)
  func find(_ byte: UInt8, from start: Int) -> Int {
    bytes.offset(of: byte, from: start) ?? bytes.count
  }

  /// Whether the bytes at an offset spell a word, which is given in lower case.
  private func matches(_ spelling: StaticString, at offset: Int) -> Bool {
    guard offset + spelling.utf8CodeUnitCount <= bytes.count else { return false }
    return spelling.withUTF8Buffer { spelling in
      spelling.indices.allSatisfy { bytes[offset + $0].asciiLowercased == spelling[$0] }
    }
  }
}

extension [UInt8] {
  /// Calls `body` with a scanner of the bytes.
  package func withHTMLScanner<Result>(
    asXML: Bool = false, _ body: (inout HTMLScanner) -> Result
  ) -> Result {
    withUnsafeBufferPointer { bytes in
      var scanner = HTMLScanner(bytes, asXML: asXML)
      return body(&scanner)
    }
  }
}
