extension FieldDecoder {
  /// `true` or `false`.
  package mutating func flag(_ name: String, about: String? = nil) -> Located<Bool>? {
    note(name, about, .flag)
    guard let field = filledField(name) else { return nil }
    switch field.value.line {
    case "true": return Located(true, at: field.value.location)
    case "false": return Located(false, at: field.value.location)
    default:
      report(
        .wrongType(
          "‘\(field.key)’", "true or false", field.value.content, at: field.value.location,
          help: field.value.line?.flagOfOthers.map { "write \($0)" } ?? "write true or false"))
      return nil
    }
  }

  /// A whole number, with or without a sign.
  package mutating func integer(_ name: String, about: String? = nil) -> Located<Int>? {
    note(name, about, .number)
    guard let field = filledField(name) else { return nil }
    if let number = field.value.line.flatMap({ Int($0) }) {
      return Located(number, at: field.value.location)
    }
    report(
      .wrongType(
        "‘\(field.key)’", "a whole number", field.value.content, at: field.value.location,
        help: "write digits only, such as 3"))
    return nil
  }

  /// A date, written `YYYY-MM-DD`.
  ///
  /// - Parameter flagHelp: what to write instead of a flag, which other programs have under the name.
  package mutating func date(
    _ name: String, about: String? = nil, flagHelp: (Bool) -> String? = { _ in nil }
  ) -> Located<CalendarDate>? {
    note(name, about, .date)
    guard let field = filledField(name) else { return nil }
    let place = field.value.location
    guard let text = field.value.line, let (year, month, day) = CalendarDate.fields(ofISO: text)
    else {
      // A date followed by a time, as other programs write it.
      let day = field.value.line.flatMap { CalendarDate(iso: String($0.prefix(10))) }
      report(
        .wrongType(
          "‘\(field.key)’", "a date", field.value.content, at: place,
          help: day.map { "write the day alone: \($0.iso)" }
            ?? field.value.line?.flagOfOthers.flatMap(flagHelp)
            ?? "write year, month and day as in 2025-03-09"))
      return nil
    }
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      report(.invalidDate(text, year: year, month: month, at: place))
      return nil
    }
    return Located(date, at: place)
  }
}

extension String {
  /// What other programs, and people, mean by a word such as `yes`; nil for any other word.
  var flagOfOthers: Bool? {
    switch lowercased() {
    case "true", "yes", "on", "1": true
    case "false", "no", "off", "0": false
    default: nil
    }
  }
}

extension Rule {
  package static let invalidDate = Rule(
    "invalid-date", .error, "A date that does not exist.",
    why: "A page would be published, or would expire, on a day that does not exist.",
    bad: "---\ntitle: Rest\npublished: 2026-02-30\n---\nRest is allowed.",
    good: "---\ntitle: Rest\npublished: 2026-02-28\n---\nRest is allowed.",
    fix: "Correct the day or the month.", in: .page)
}

extension Diagnostic {
  fileprivate static func invalidDate(
    _ text: String, year: Int, month: Int, at location: SourceLocation
  ) -> Self {
    let help =
      if year < 1 {
        "years begin with 0001"
      } else if !(1...12 ~= month) {
        "months go from 01 to 12, after the year"
      } else {
        "this month has \(CalendarDate.days(inMonth: month, of: year)) days"
      }
    return Diagnostic(
      .invalidDate, "there is no date ‘\(text)’", at: location, help: help)
  }
}
