/// When the practice is open on some days: `Mon–Thu 09:00–12:00, 13:00–17:00`.
package struct OpeningHours: Sendable, Hashable {
  /// In the order of the week, each once.
  package let days: [Weekday]
  package let spans: [Span]

  package enum Weekday: Int, Sendable, Hashable, CaseIterable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// In English, as schema.org calls it.
    package var name: String {
      switch self {
      case .monday: "Monday"
      case .tuesday: "Tuesday"
      case .wednesday: "Wednesday"
      case .thursday: "Thursday"
      case .friday: "Friday"
      case .saturday: "Saturday"
      case .sunday: "Sunday"
      }
    }

    /// A day by its English name, or at least its first three letters.
    fileprivate init?(_ word: Substring) {
      let word = word.lowercased()
      guard word.count >= 3,
        let day = Self.allCases.first(where: { ($0.name.lowercased() + "s").hasPrefix(word) })
      else { return nil }
      self = day
    }
  }

  package struct Span: Sendable, Hashable {
    package let opens: ClockTime
    package let closes: ClockTime

    /// As in `09:00–17:00`.
    package var text: String { "\(opens.text)–\(closes.text)" }
  }
}

extension OpeningHours {
  /// Why a text says no hours.
  enum Problem: Error, Hashable {
    case noDay, noTime
    case unknownDay(String)
    case unknownTime(String)
    case closesFirst(String)
  }

  init(_ text: String) throws(Problem) {
    let start = text.firstIndex(where: \.isNumber) ?? text.endIndex
    guard start != text.endIndex else {
      throw Weekday(text[...]) == nil ? .unknownDay(text) : .noTime
    }
    days = try Self.days(in: text[..<start])
    guard !days.isEmpty else { throw .noDay }
    var spans: [Span] = []
    for part in text[start...].split(separator: ",") {
      let ends = part.split(whereSeparator: \.isDash).map(\.trimmingBlanks)
      guard ends.count == 2, let opens = ClockTime(ends[0]), let closes = ClockTime(ends[1]) else {
        throw .unknownTime(String(part.trimmingBlanks))
      }
      guard opens < closes else { throw .closesFirst(String(part.trimmingBlanks)) }
      spans.append(Span(opens: opens, closes: closes))
    }
    self.spans = spans
  }

  private static func days(in text: Substring) throws(Problem) -> [Weekday] {
    var days: Set<Weekday> = []
    for part in text.split(separator: ",").map(\.trimmingBlanks) where !part.isEmpty {
      let ends = part.split(whereSeparator: \.isDash).map(\.trimmingBlanks)
      guard 1...2 ~= ends.count, let first = Weekday(ends[0]),
        let last = Weekday(ends[ends.count - 1])
      else { throw .unknownDay(String(part)) }
      days.formUnion(Weekday.from(first, through: last))
    }
    return Weekday.allCases.filter(days.contains)
  }

  /// What hours in another form mean, such as `Mon to Thu: 9am-5pm`, in ours; nil if it is unclear.
  static func meant(by text: String) -> String? {
    let words = text.split(separator: " ").map { word -> Substring in
      switch word.lowercased() {
      case "to", "till", "until": "–"
      case "and", "&": ","
      case "from": ""
      default: word
      }
    }
    let text = words.joined(separator: " ")
    let start = text.firstIndex(where: \.isNumber) ?? text.endIndex
    let days = (try? days(in: text[..<start].filter { $0 != ":" }[...])) ?? []
    var spans: [String] = []
    for part in text[start...].split(separator: ",") {
      let ends = part.split(whereSeparator: \.isDash).compactMap(ClockTime.init(meantBy:))
      guard ends.count == 2, ends[0] < ends[1] else { return nil }
      spans.append(Span(opens: ends[0], closes: ends[1]).text)
    }
    guard !days.isEmpty, !spans.isEmpty else { return nil }
    let runs = Self.runs(of: days).map { run in
      let ends = [run.first, run.last].map { String($0.name.prefix(3)) }
      return run.first == run.last ? ends[0] : ends.joined(separator: "–")
    }
    return "\(runs.joined(separator: ", ")) \(spans.joined(separator: ", "))"
  }
}

extension OpeningHours {
  /// The days as people say them: three or more in a row by the first and the last of them, and each
  /// other day by itself.
  package var runs: [(first: Weekday, last: Weekday)] { Self.runs(of: days) }

  private static func runs(of days: [Weekday]) -> [(first: Weekday, last: Weekday)] {
    var runs: [(first: Weekday, last: Weekday)] = []
    for day in days {
      if let last = runs.last, last.last.rawValue + 1 == day.rawValue {
        runs[runs.count - 1].last = day
      } else {
        runs.append((day, day))
      }
    }
    return runs.flatMap { run in
      run.last.rawValue - run.first.rawValue == 1
        ? [(run.first, run.first), (run.last, run.last)] : [run]
    }
  }
}

extension OpeningHours.Weekday {
  /// Also over the weekend: from Saturday through Monday are three days.
  fileprivate static func from(_ first: Self, through last: Self) -> [Self] {
    let count = (last.rawValue - first.rawValue + 7) % 7
    return (0...count).compactMap { Self(rawValue: (first.rawValue - 1 + $0) % 7 + 1) }
  }
}
