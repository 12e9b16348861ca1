/// A date in the Gregorian calendar, without a time or a zone, from year 1 to year 9999.
package struct CalendarDate: Sendable, Hashable, Comparable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil for a date that does not exist, such as 30 February.
  package init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month,
      1...Self.days(inMonth: month, of: year) ~= day
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD` and nothing else.
  package init?(iso text: String) {
    guard let (year, month, day) = Self.fields(ofISO: text) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The three numbers of a text shaped like `YYYY-MM-DD`, whether or not the date exists.
  static func fields(ofISO text: String) -> (year: Int, month: Int, day: Int)? {
    var fields = (0, 0, 0)
    var count = 0
    for byte in text.utf8 {
      let digit = Int(byte) - 0x30
      switch count {
      case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
      case 0..<10 where !(0...9 ~= digit): return nil
      case 0..<4: fields.0 = fields.0 * 10 + digit
      case 5..<7: fields.1 = fields.1 * 10 + digit
      case 8..<10: fields.2 = fields.2 * 10 + digit
      default: return nil
      }
      count += 1
    }
    return count == 10 ? fields : nil
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// `YYYY-MM-DD`, as in ISO 8601.
  package var iso: String {
    func padded(_ number: Int, to width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: width - digits.utf8.count) + digits
    }
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// The number of days from this date to the other; negative if the other is earlier.
  package func days(until other: Self) -> Int { other.dayNumber - dayNumber }

  /// Clamped to the first and the last date of the calendar.
  package func adding(days: Int) -> Self {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    let clamped = overflow ? (days < 0 ? .min : .max) : sum
    return Self(dayNumber: min(max(clamped, Self.first.dayNumber), Self.last.dayNumber))
  }

  /// The same day of another year; 29 February becomes 28 February if necessary. Clamped to the
  /// first and the last date of the calendar.
  package func adding(years: Int) -> Self {
    let (sum, overflow) = year.addingReportingOverflow(years)
    guard !overflow, 1...9999 ~= sum else { return years < 0 ? Self.first : Self.last }
    return Self(
      unchecked: sum, month, min(day, Self.days(inMonth: month, of: sum)))
  }

  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static let first = Self(unchecked: 1, 1, 1)
  private static let last = Self(unchecked: 9999, 12, 31)

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  // Years are counted from March, so that the leap day is the last of its year and every month
  // before it has a fixed place: the method of H. Hinnant, “chrono-compatible low-level date
  // algorithms”. 400 years have 146,097 days.
  private var dayNumber: Int {
    let marchYear = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear
  }

  private init(dayNumber: Int) {
    let era = dayNumber / 146_097
    let dayOfEra = dayNumber % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    self.init(
      unchecked: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }
}
