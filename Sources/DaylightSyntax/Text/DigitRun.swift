/// Digits in a text that may be a telephone number, in groups as they are written.
package struct DigitRun {
  /// Of each group, in bytes.
  package private(set) var groups: [Range<Int>] = []
  package private(set) var isInternational = false
  /// The signs between its groups, one for each: a space for any white space, `(` for a bracket.
  private var separators: [UInt8] = []
  private var hasBracket = false

  package var range: Range<Int> {
    guard let first = groups.first, let last = groups.last else { return 0..<0 }
    return first.lowerBound..<last.upperBound
  }

  /// With the plus sign before it.
  package var written: Range<Int> {
    isInternational && !hasBracket ? range.lowerBound - 1..<range.upperBound : range
  }

  /// The digits of some of its groups. A zero in brackets after the code of a country is not dialled.
  package func digits(of groups: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    groups.flatMap { number -> [UInt8] in
      let group = self.groups[number]
      let isTrunkZero =
        isInternational && number > 0 && group.count == 1
        && text[group.lowerBound] == UInt8(ascii: "0")
        && separators[number - 1] == UInt8(ascii: "(")
      return isTrunkZero ? [] : Array(text[group])
    }
  }

  /// The runs in a part of a text that are not part of a word, a date, a sum, a time or a range.
  package static func all(in text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> [DigitRun] {
    var runs: [DigitRun] = []
    var offset = part.lowerBound
    while offset < part.upperBound {
      guard text[offset].isASCIIDigit else {
        offset += 1
        continue
      }
      let run = DigitRun(in: text, part, at: offset)
      offset = run.range.upperBound
      if run.isAlone(in: text, part), !run.beginsWithDate(in: text) { runs.append(run) }
    }
    return runs
  }

  private init(
    in text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>, at start: Int
  ) {
    var offset = start
    if offset > part.lowerBound, text[offset - 1] == UInt8(ascii: "(") { hasBracket = true }
    let before = offset - (hasBracket ? 2 : 1)
    isInternational = before >= part.lowerBound && text[before] == UInt8(ascii: "+")
    while true {
      var end = offset
      while end < part.upperBound, text[end].isASCIIDigit { end += 1 }
      groups.append(offset..<end)
      guard let (sign, length) = Self.separator(in: text, end..<part.upperBound),
        end + length < part.upperBound, text[end + length].isASCIIDigit,
        sign != UInt8(ascii: "/") || groups.count == 1 && text[start] == UInt8(ascii: "0")
      else { return }
      if sign == UInt8(ascii: "(") { hasBracket = true }
      separators.append(sign)
      offset = end + length
    }
  }

  /// One sign or space between two groups, with brackets around a group.
  private static func separator(
    in text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>
  ) -> (sign: UInt8, length: Int)? {
    var offset = part.lowerBound
    func byte() -> UInt8? { offset < part.upperBound ? text[offset] : nil }
    var sign: UInt8?
    if byte() == UInt8(ascii: ")") {
      sign = UInt8(ascii: " ")
      offset += 1
    }
    if let next = byte() {
      if next == UInt8(ascii: " ") || next == UInt8(ascii: "\n") {
        sign = UInt8(ascii: " ")
        offset += 1
      } else if next.isOne(of: "-./") {
        sign = next
        offset += 1
      } else if let length = spaces.first(where: { text[offset..<part.upperBound].starts(with: $0) }
      )?
      .count {
        sign = UInt8(ascii: " ")
        offset += length
      }
    }
    if byte() == UInt8(ascii: "(") {
      sign = UInt8(ascii: "(")
      offset += 1
    }
    return sign.map { ($0, offset - part.lowerBound) }
  }

  /// No-break spaces, thin ones, and the no-break hyphen.
  private static let spaces = ["\u{A0}", "\u{202F}", "\u{2009}", "\u{2011}"].map { Array($0.utf8) }

  private func isAlone(in text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Bool {
    let before =
      range.lowerBound - (isInternational ? 1 : 0) - (text.isBracketed(range, part) ? 1 : 0)
    if before > part.lowerBound {
      let byte = text[before - 1]
      if byte.isASCIILetterOrDigit || byte.isOne(of: "./-_#@=%&$,") { return false }
      // After a sign of money, but not after a quotation mark or a dash.
      if byte >= 0x80, before > part.lowerBound + 2,
        text[before - 3] != 0xE2 || text[before - 2] != 0x80,
        text[before - 2] != 0xC2 || byte != 0xA0
      {
        return false
      }
    }
    let end = range.upperBound
    guard end < part.upperBound else { return true }
    let after = text[end]
    if after.isASCIILetter || after == UInt8(ascii: "%") { return false }
    guard end + 1 < part.upperBound else { return true }
    let next = text[end + 1]
    if after.isOne(of: ":,/"), next.isASCIIDigit { return false }
    if after == UInt8(ascii: "-"), next.isASCIILetter { return false }
    let isRange =
      after == 0xE2 && next == 0x80 && end + 3 < part.upperBound && text[end + 2] == 0x93
      && text[end + 3].isASCIIDigit
    return !isRange
  }

  /// Whether the first three groups are a day, as in `01.02.2026` and `2026-02-01`.
  private func beginsWithDate(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard groups.count >= 3, separators[0] == separators[1],
      separators[0] != UInt8(ascii: " "), separators[0] != UInt8(ascii: "(")
    else { return false }
    let lengths = groups.prefix(3).map(\.count)
    return lengths[0] <= 2 && lengths[1] <= 2 && [2, 4].contains(lengths[2])
      || lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2
  }

  /// Whether it has a form that only telephone numbers have: with the code of a country, with a zero
  /// before the code of a place, or as numbers are written in North America.
  package func isTelephoneNumber(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = groups.reduce(0) { $0 + $1.count }
    if isInternational { return 8...16 ~= count }
    let first = text[range.lowerBound]
    let lengths = groups.map(\.count)
    if first == UInt8(ascii: "0") {
      // Not 0.123456789, and not the number of a book.
      if lengths[0] == 1 { return false }
      let isAbroad = text[range.lowerBound + 1] == UInt8(ascii: "0")
      return 9...(isAbroad ? 15 : 12) ~= count && !text.isBookNumber(range)
    }
    let isFree = first == UInt8(ascii: "1")
    if lengths == [1, 3, 3, 4] { return isFree }
    if lengths == [4, 3, 3] || lengths == [4, 6] {
      return isFree
        && ["1800", "1850", "1890", "1300"].contains {
          text[groups[0]].elementsEqual($0.utf8)
        }
    }
    return lengths == [3, 3, 4] && (hasBracket || separators.contains { $0 != UInt8(ascii: " ") })
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether an opening bracket is right before a range.
  fileprivate func isBracketed(_ range: Range<Int>, _ part: Range<Int>) -> Bool {
    range.lowerBound > part.lowerBound && self[range.lowerBound - 1] == UInt8(ascii: "(")
  }

  /// Whether `ISBN` is shortly before a range.
  fileprivate func isBookNumber(_ range: Range<Int>) -> Bool {
    let before = self[Swift.max(0, range.lowerBound - 40)..<range.lowerBound]
    return String(decoding: before, as: UTF8.self).uppercased().contains("ISBN")
  }
}
