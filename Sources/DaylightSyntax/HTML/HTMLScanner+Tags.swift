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

  /// The end of a name at an offset, or a byte that some names contain and others do not: eight
  /// bytes at a time, without a branch for each.
  @inline(__always)
  private func plainPrefix(from start: Int) -> Int {
    guard let memory = UnsafeRawPointer(bytes.baseAddress) else { return start }
    var offset = start
    while offset + 8 <= bytes.count {
      let word = UInt64(
        littleEndian: memory.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      // White space and what is below ‘!’, ‘/’, and from ‘<’ to ‘?’.
      let space = (word &- 0x2121_2121_2121_2121) & ~word & 0x8080_8080_8080_8080
      let slash = (word ^ 0x2F2F_2F2F_2F2F_2F2F).zeroBytes
      let sign = ((word & 0xFCFC_FCFC_FCFC_FCFC) ^ 0x3C3C_3C3C_3C3C_3C3C).zeroBytes
      let ends = space | slash | sign
      if ends != 0 { return offset + ends.trailingZeroBitCount / 8 }
      offset += 8
    }
    return offset
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
