/// Where sentences begin and end, for rules that look at one.
package enum Sentence {
  /// The sentence around a stretch of a text, with the marks of citations that follow its point.
  ///
  /// NUL is the mark of a citation, a footnote or a picture.
  package static func range(around stretch: Range<Int>, in text: ArraySlice<UInt8>) -> Range<Int> {
    var start = text.startIndex
    var offset = text.startIndex
    while offset < text.endIndex {
      guard let end = end(at: offset, in: text) else {
        offset += 1
        continue
      }
      let next = citations(after: end, in: text)
      if offset >= stretch.upperBound - 1 { return start..<next }
      // A stretch that ends with the point of its sentence.
      if stretch.upperBound <= end { return start..<next }
      start = next
      offset = next
    }
    return start..<text.endIndex
  }

  /// The end of a sentence whose point is at an offset, after quotation marks and brackets.
  private static func end(at offset: Int, in text: ArraySlice<UInt8>) -> Int? {
    guard isPoint(offset, in: text) else { return nil }
    var end = offset + 1
    while end < text.endIndex {
      if [UInt8(ascii: ")"), UInt8(ascii: "\""), UInt8(ascii: "'")].contains(text[end]) {
        end += 1
      } else if text[end...].starts(with: "”".utf8) || text[end...].starts(with: "’".utf8) {
        end += 3
      } else {
        break
      }
    }
    guard end < text.endIndex else { return end }
    guard text[end] <= 0x20 else { return nil }
    if text[offset] == UInt8(ascii: "."), isAbbreviation(before: offset, in: text) { return nil }
    let next = text[end...].first { $0 > 0x20 }
    return next?.isASCIISmallLetter == true ? nil : end
  }

  private static func isPoint(_ offset: Int, in text: ArraySlice<UInt8>) -> Bool {
    switch text[offset] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): true
    default: false
    }
  }

  /// An initial, or one of the few abbreviations that a name or a number follows.
  private static func isAbbreviation(before point: Int, in text: ArraySlice<UInt8>) -> Bool {
    let word = text[..<point].suffix(while: \.isASCIILetter)
    if word.count == 1 { return word.first != UInt8(ascii: "I") }
    let lowercased = String(decoding: word.map(\.asciiLowercased), as: UTF8.self)
    return abbreviations.contains(lowercased)
  }

  private static let abbreviations: Set<String> = [
    "dr", "mr", "mrs", "ms", "prof", "st", "vs", "etc", "approx", "no", "pp", "vol", "eds", "cf",
    "al",
  ]

  /// Where the marks of citations after a point end.
  private static func citations(after end: Int, in text: ArraySlice<UInt8>) -> Int {
    var last = end
    var offset = end
    while offset < text.endIndex, text[offset] <= 0x20 {
      offset += 1
      if text[offset - 1] == 0 { last = offset }
    }
    return last
  }
}

extension ArraySlice<UInt8> {
  /// The longest end all of whose bytes fit.
  fileprivate func suffix(while fits: (UInt8) -> Bool) -> Self {
    var start = endIndex
    while start > startIndex, fits(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
