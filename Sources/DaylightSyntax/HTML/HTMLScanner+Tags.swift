/// Scanning a tag, with its name and its attributes.
extension HTMLScanner {
  @inline(__always)
  mutating func tag(from start: Int) -> HTMLToken {
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
      if isSelfClosing || next.isHTMLSpace {
        offset += 1
      } else if !readAttribute() {
        break
      }
    }
    offset = bytes.count
    return .unfinishedTag(start..<bytes.count)
  }

  /// Reads the attribute at the offset, and returns whether the page continues after it.
  private mutating func readAttribute() -> Bool {
    let start = offset
    // A name may begin with `=`.
    var end = plainPrefix(from: start + 1)
    while end < bytes.count, !bytes[end].endsAttributeName { end += 1 }
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
        while offset < bytes.count, !bytes[offset].isHTMLSpace,
          bytes[offset] != UInt8(ascii: ">")
        {
          offset += 1
        }
        value = valueStart..<offset
      }
    }
    if skipsAttributes { return true }
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
    while offset < bytes.count, bytes[offset].isHTMLSpace { offset += 1 }
  }

  /// Tracks the nesting as far as it decides what is raw text.
  private mutating func note(_ name: HTMLName, isEnd: Bool, isSelfClosing: Bool) {
    if isEnd {
      nesting.end(name)
    } else {
      if !nesting.isForeign, name.isRawElement { rawElement = name }
      nesting.start(name, isSelfClosing: isSelfClosing)
    }
  }

  @inline(__always)
  func endOfName(from start: Int) -> Int {
    var end = plainPrefix(from: start)
    while end < bytes.count, !bytes[end].endsTagName { end += 1 }
    return end
  }

  /// The end of the letters and digits at an offset, or of the first eight of them: nearly always
  /// the end of a name, found without a branch per byte.
  @inline(__always)
  private func plainPrefix(from start: Int) -> Int {
    guard start + 8 <= bytes.count, let memory = UnsafeRawPointer(bytes.baseAddress) else {
      return start
    }
    let word = UInt64(littleEndian: memory.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    // Bytes below ‘0’, and from ‘8’ to ‘?’. Those that do not end a name are read one by one.
    let low = (word &- 0x3030_3030_3030_3030) & ~word & 0x8080_8080_8080_8080
    let ends = low | ((word & 0xF8F8_F8F8_F8F8_F8F8) ^ 0x3838_3838_3838_3838).zeroBytes
    return start + ends.trailingZeroBitCount / 8
  }

  @inline(__always)
  func knownName(_ range: Range<Int>) -> HTMLName {
    names.name(bytes, range)
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
