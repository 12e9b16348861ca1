#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads a finished page as the tokens a browser would see (HTML standard, section 13.2.5).
///
/// It takes any bytes, never looks at one twice for longer than a name, and allocates nothing for a
/// token. Where the standard leaves a choice to the tree (raw text in SVG and MathML), the scanner
/// follows the nesting itself. It does not know the double escapes of script data
/// (`<!--<script>`): there it sees a script's end earlier than browsers do, never later.
///
/// Every byte of a site goes through here, so it reads memory without checks of its own: all offsets
/// stay below `bytes.count` by what `next` compares them with.
package struct HTMLScanner {
  /// The page, which must outlive the scanner: `withHTMLScanner` sees to that.
  package let bytes: UnsafeBufferPointer<UInt8>
  /// The attributes of the tag returned last are the first ones here. The rest is memory.
  private var slots: [HTMLAttribute] = []
  package private(set) var attributeCount = 0
  /// Whether the text returned last has a `&` in it.
  package private(set) var textHasReferences = false

  private var offset = 0
  /// The element whose raw content comes next.
  private var rawElement: HTMLName?
  private var nesting = ForeignNesting()
  private let names = HTMLNameTable.all

  package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

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

  /// One of them; for loops that run for every tag.
  package func attribute(at index: Int) -> HTMLAttribute { slots[index] }

  package func attribute(_ name: HTMLName) -> HTMLAttribute? {
    for index in 0..<attributeCount where slots[index].name == name { return slots[index] }
    return nil
  }

  /// The value of an attribute of the last tag with its character references read; empty where it
  /// has none, nil where there is no such attribute.
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
    String(decoding: bytes[spelling].map(asciiLowercased), as: UTF8.self)
  }
}

extension HTMLScanner {
  /// What a `<` begins.
  private enum Markup {
    case tag, endTag, declaration
    /// Nothing: it is text.
    case text
    /// `<?` or `</` with no name behind it: browsers take it for a comment.
    case instruction, brokenEndTag
    /// `</>`, which browsers drop.
    case nothing
  }

  private func markup(at offset: Int) -> Markup {
    guard offset + 1 < bytes.count else { return .text }
    let next = bytes[offset + 1]
    if isASCIILetter(next) { return .tag }
    switch next {
    case UInt8(ascii: "/"):
      guard offset + 2 < bytes.count else { return .text }
      let name = bytes[offset + 2]
      if isASCIILetter(name) { return .endTag }
      return name == UInt8(ascii: ">") ? .nothing : .brokenEndTag
    case UInt8(ascii: "!"): return .declaration
    case UInt8(ascii: "?"): return .instruction
    default: return .text
    }
  }

  /// Text up to the next markup, which a `<` alone is not.
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
      let ends = zeroBytes(word ^ 0x3C3C_3C3C_3C3C_3C3C)
      var references = zeroBytes(word ^ 0x2626_2626_2626_2626)
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

  /// A comment ends at `-->` or `--!>`, and at once where `>` or `->` follows its opening.
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

  /// The content of a raw text element up to its end tag, or nil where there is none.
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
  @inline(__always)
  private mutating func tag(from start: Int) -> HTMLToken {
    attributeCount = 0
    let isEnd = bytes[start + 1] == UInt8(ascii: "/")
    let nameStart = start + (isEnd ? 2 : 1)
    let nameEnd = endOfName(from: nameStart)
    let name = knownName(nameStart..<nameEnd)
    var isSelfClosing = false
    offset = nameEnd
    while offset < bytes.count {
      let next = bytes[offset]
      if next == UInt8(ascii: ">") {
        offset += 1
        note(name, isEnd: isEnd, isSelfClosing: isSelfClosing)
        let tag = HTMLTag(
          name: name, range: start..<offset, spelling: nameStart..<nameEnd,
          isSelfClosing: isSelfClosing)
        return isEnd ? .endTag(tag) : .startTag(tag)
      }
      isSelfClosing = next == UInt8(ascii: "/")
      if isSelfClosing || isHTMLSpace(next) {
        offset += 1
      } else if !readAttribute() {
        break
      }
    }
    offset = bytes.count
    return .unfinishedTag(start..<bytes.count)
  }

  /// Reads the attribute at the offset, and answers whether the page goes on after it.
  private mutating func readAttribute() -> Bool {
    let start = offset
    // A name may begin with `=`.
    var end = plainPrefix(from: start + 1)
    while end < bytes.count, !endsAttributeName(bytes[end]) { end += 1 }
    var value: Range<Int>?
    offset = end
    skipSpaces()
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "=") {
      offset += 1
      skipSpaces()
      guard offset < bytes.count else { return false }
      let first = bytes[offset]
      if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
        let valueStart = offset + 1
        let valueEnd = find(first, from: valueStart)
        guard valueEnd < bytes.count else { return false }
        value = valueStart..<valueEnd
        offset = valueEnd + 1
      } else {
        let valueStart = offset
        while offset < bytes.count, !isHTMLSpace(bytes[offset]),
          bytes[offset] != UInt8(ascii: ">")
        {
          offset += 1
        }
        value = valueStart..<offset
      }
    }
    let attribute = HTMLAttribute(
      name: knownName(start..<end), spelling: start..<end, value: value)
    if attributeCount < slots.count {
      slots[attributeCount] = attribute
    } else {
      slots.append(attribute)
    }
    attributeCount += 1
    return true
  }

  private mutating func skipSpaces() {
    while offset < bytes.count, isHTMLSpace(bytes[offset]) { offset += 1 }
  }

  /// Follows the nesting as far as it decides what is raw text.
  private mutating func note(_ name: HTMLName, isEnd: Bool, isSelfClosing: Bool) {
    if isEnd {
      nesting.end(name)
    } else {
      if !nesting.isForeign, name.isRawElement { rawElement = name }
      nesting.start(name, isSelfClosing: isSelfClosing)
    }
  }

  @inline(__always)
  private func endOfName(from start: Int) -> Int {
    var end = plainPrefix(from: start)
    while end < bytes.count, !endsTagName(bytes[end]) { end += 1 }
    return end
  }

  /// The end of the letters and digits from an offset on, or of the first eight of them: nearly
  /// always the end of a name, found without a branch for each byte.
  @inline(__always)
  private func plainPrefix(from start: Int) -> Int {
    guard start + 8 <= bytes.count, let memory = UnsafeRawPointer(bytes.baseAddress) else {
      return start
    }
    let word = UInt64(littleEndian: memory.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    // Bytes below ‘0’, and from ‘8’ to ‘?’. Those that end no name are read one by one.
    let low = (word &- 0x3030_3030_3030_3030) & ~word & 0x8080_8080_8080_8080
    let ends = low | zeroBytes((word & 0xF8F8_F8F8_F8F8_F8F8) ^ 0x3838_3838_3838_3838)
    return start + ends.trailingZeroBitCount / 8
  }

  @inline(__always)
  private func knownName(_ range: Range<Int>) -> HTMLName {
    names.name(bytes, range)
  }
}

extension HTMLScanner {
  /// The offset of a byte, or the end of the page.
  @inline(__always)
  private func find(_ byte: UInt8, from start: Int) -> Int {
    guard start < bytes.count, let memory = UnsafeRawPointer(bytes.baseAddress),
      let found = memchr(memory + start, Int32(byte), bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - memory
  }

  /// Whether the bytes at an offset spell something, which is given in lower case.
  private func matches(_ spelling: StaticString, at offset: Int) -> Bool {
    guard offset + spelling.utf8CodeUnitCount <= bytes.count else { return false }
    return spelling.withUTF8Buffer { spelling in
      spelling.indices.allSatisfy { asciiLowercased(bytes[offset + $0]) == spelling[$0] }
    }
  }
}

extension [UInt8] {
  /// Lends a scanner of the bytes.
  package func withHTMLScanner<Result>(_ body: (inout HTMLScanner) -> Result) -> Result {
    withUnsafeBufferPointer { bytes in
      var scanner = HTMLScanner(bytes)
      return body(&scanner)
    }
  }
}

extension HTMLName {
  fileprivate var isRawElement: Bool {
    switch self {
    case .iframe, .noembed, .noframes, .plaintext, .script, .style, .textarea, .title, .xmp: true
    default: false
    }
  }
}

/// The high bit of each byte that is zero, and perhaps of some behind the first such byte.
@inline(__always)
private func zeroBytes(_ word: UInt64) -> UInt64 {
  (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
}

/// Whether a byte is among some below U+0040, given as bits.
@inline(__always)
private func isOne(_ byte: UInt8, of bits: UInt64) -> Bool {
  byte < 64 && bits >> UInt64(byte) & 1 != 0
}

/// Tab, line feed, form feed, carriage return and space.
private let spaceBits: UInt64 = 1 << 0x09 | 1 << 0x0A | 1 << 0x0C | 1 << 0x0D | 1 << 0x20
/// And `/` and `>`.
private let tagNameEndBits: UInt64 = spaceBits | 1 << 0x2F | 1 << 0x3E
/// And `=`.
private let attributeNameEndBits: UInt64 = tagNameEndBits | 1 << 0x3D

@inline(__always)
private func isHTMLSpace(_ byte: UInt8) -> Bool { isOne(byte, of: spaceBits) }
@inline(__always)
private func endsTagName(_ byte: UInt8) -> Bool { isOne(byte, of: tagNameEndBits) }
@inline(__always)
private func endsAttributeName(_ byte: UInt8) -> Bool { isOne(byte, of: attributeNameEndBits) }

@inline(__always)
private func isASCIILetter(_ byte: UInt8) -> Bool {
  byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
}

private func asciiLowercased(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}
