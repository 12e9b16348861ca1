/// Collects the straight marks of a text paragraph by paragraph, and decides what to write for them.
struct QuotationReader {
  let marks: QuotationMarks
  /// Whether `&quot;` is a mark too.
  let isHTML: Bool
  private(set) var edits: [Edit] = []
  private var paragraph: [StraightMark] = []
  /// From here on the marks of the paragraph do not know yet what follows them.
  private var waiting = 0
  private var last = StraightMark.Neighbour.nothing
  /// Text after `last` whose end nobody has looked at yet: most texts have no mark.
  private var unread: Range<Int>?

  /// Bytes of the text, and what takes their place.
  struct Edit {
    let range: Range<Int>
    let text: String
  }

  init(_ marks: QuotationMarks, isHTML: Bool) {
    self.marks = marks
    self.isHTML = isHTML
  }

  /// Reads more text of the paragraph.
  mutating func read(_ range: Range<Int>, of bytes: Span<UInt8>) {
    guard !range.isEmpty else { return }
    var offset = range.lowerBound
    settle(at: offset, of: bytes, to: range.upperBound)
    while let mark = nextMark(in: bytes, offset..<range.upperBound) {
      if mark.lowerBound > offset { unread = offset..<mark.lowerBound }
      append(mark, of: bytes, in: range)
      last = .mark
      offset = mark.upperBound
      if offset < range.upperBound { settle(at: offset, of: bytes, to: range.upperBound) }
    }
    if offset < range.upperBound { unread = offset..<range.upperBound }
  }

  /// What readers see here is no text, such as a picture.
  mutating func pass(_ neighbour: StraightMark.Neighbour) {
    settle(neighbour)
    last = neighbour
    unread = nil
  }

  mutating func endParagraph(of bytes: Span<UInt8>) {
    pass(.nothing)
    waiting = 0
    guard !paragraph.isEmpty else { return }
    for (mark, meaning) in zip(paragraph, marks.meanings(of: paragraph)) {
      let pair = mark.isDouble ? marks.double : marks.single
      switch meaning {
      case .straight: break
      case .apostrophe: edits.append(Edit(range: mark.range, text: QuotationMarks.apostrophe))
      case .opening:
        let end = mark.range.upperBound + (pair.space.isEmpty ? 0 : space(at: mark, of: bytes))
        edits.append(
          Edit(range: mark.range.lowerBound..<end, text: pair.opening + pair.space))
      case .closing:
        let start =
          mark.range.lowerBound - (pair.space.isEmpty ? 0 : space(before: mark, of: bytes))
        edits.append(
          Edit(range: start..<mark.range.upperBound, text: pair.space + pair.closing))
      }
    }
    paragraph.removeAll(keepingCapacity: true)
  }

  private mutating func settle(at offset: Int, of bytes: Span<UInt8>, to end: Int) {
    if waiting < paragraph.count { settle(neighbour(at: offset, of: bytes, to: end)) }
  }

  private mutating func settle(_ neighbour: StraightMark.Neighbour) {
    guard waiting < paragraph.count, neighbour != .mark else { return }
    while waiting < paragraph.count {
      paragraph[waiting].after = neighbour
      waiting += 1
    }
  }

  private mutating func append(_ range: Range<Int>, of bytes: Span<UInt8>, in text: Range<Int>) {
    if let unread { last = neighbour(before: unread.upperBound, of: bytes, unread.lowerBound) }
    unread = nil
    let before = range.lowerBound > text.lowerBound ? bytes[range.lowerBound - 1] | 0x20 : 0
    var word: [UInt8] = []
    var next = range.upperBound
    while next < text.upperBound, word.count < 12, bytes[next].isASCIILetterOrDigit {
      word.append(bytes[next] | 0x20)
      next += 1
    }
    paragraph.append(
      StraightMark(
        range: range, isDouble: bytes[range.lowerBound] != UInt8(ascii: "'"), before: last,
        after: .nothing, followsSibilant: before.isOne(of: "sxz"),
        word: String(decoding: word, as: UTF8.self)))
  }

  private func nextMark(in bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      while offset + 8 <= range.upperBound,
        !Self.mayHaveMark(bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
      { offset += 8 }
      guard offset < range.upperBound else { break }
      switch bytes[unchecked: offset] {
      case UInt8(ascii: "'"), UInt8(ascii: "\""): return offset..<offset + 1
      case UInt8(ascii: "&") where isMark(at: offset, of: bytes, to: range.upperBound):
        return offset..<offset + Self.reference.count
      default: offset += 1
      }
    }
    return nil
  }

  /// Whether eight bytes have a `"`, `'` or `&`.
  @inline(__always)
  private static func mayHaveMark(_ word: UInt64) -> Bool {
    let double = (word ^ 0x2222_2222_2222_2222).zeroBytes
    let single = (word ^ 0x2727_2727_2727_2727).zeroBytes
    let reference = (word ^ 0x2626_2626_2626_2626).zeroBytes
    return double | single | reference != 0
  }

  private func isMark(at offset: Int, of bytes: Span<UInt8>, to end: Int) -> Bool {
    isHTML && offset + Self.reference.count <= end
      && Self.reference.indices.allSatisfy { bytes[offset + $0] == Self.reference[$0] }
  }

  private static let reference = Array("&quot;".utf8)
}

extension QuotationReader {
  private func neighbour(at offset: Int, of bytes: Span<UInt8>, to end: Int)
    -> StraightMark.Neighbour
  {
    if isMark(at: offset, of: bytes, to: end) { return .mark }
    return StraightMark.Neighbour(bytes.scalar(at: offset).value, marks)
  }

  private func neighbour(before offset: Int, of bytes: Span<UInt8>, _ start: Int)
    -> StraightMark.Neighbour
  {
    var first = offset - 1
    while first > start, isContinuationByte(bytes[first]) { first -= 1 }
    return StraightMark.Neighbour(bytes.scalar(at: first).value, marks)
  }

  /// The length of the space that somebody typed inside of a mark.
  private func space(at mark: StraightMark, of bytes: Span<UInt8>) -> Int {
    let end = mark.range.upperBound
    guard mark.after == .space, end < bytes.count else { return 0 }
    let (scalar, length) = bytes.scalar(at: end)
    return StraightMark.Neighbour(scalar, marks) == .space ? length : 0
  }

  private func space(before mark: StraightMark, of bytes: Span<UInt8>) -> Int {
    var first = mark.range.lowerBound - 1
    guard mark.before == .space, first >= 0 else { return 0 }
    while first > 0, isContinuationByte(bytes[first]) { first -= 1 }
    let (scalar, length) = bytes.scalar(at: first)
    return StraightMark.Neighbour(scalar, marks) == .space ? length : 0
  }
}
