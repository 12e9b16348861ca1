package import DaylightSyntax

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
    case unknownTime(String, meant: String?)
    case closesFirst(String)
  }

  init(_ text: String) throws(Problem) {
    let start = text.firstIndex(where: \.isNumber) ?? text.endIndex
    let written = text[..<start].trimmingBlanks
    guard start != text.endIndex else {
      throw Weekday(text[...]) == nil ? .unknownDay(text) : .noTime
    }
    var days: Set<Weekday> = []
    for part in written.split(separator: ",") {
      let ends = part.split(whereSeparator: \.isDash).map(\.trimmingBlanks)
      guard 1...2 ~= ends.count, let first = Weekday(ends[0]),
        let last = Weekday(ends[ends.count - 1])
      else { throw .unknownDay(String(part.trimmingBlanks)) }
      days.formUnion(Weekday.from(first, through: last))
    }
    guard !days.isEmpty else { throw .noDay }
    var spans: [Span] = []
    for part in text[start...].split(separator: ",") {
      let ends = part.split(whereSeparator: \.isDash).map(\.trimmingBlanks)
      guard ends.count == 2, let opens = ClockTime(ends[0]), let closes = ClockTime(ends[1]) else {
        let meant = Self.times(meantBy: text[start...])
        throw .unknownTime(String(part.trimmingBlanks), meant: meant.map { "\(written) \($0)" })
      }
      guard opens < closes else { throw .closesFirst(String(part.trimmingBlanks)) }
      spans.append(Span(opens: opens, closes: closes))
    }
    self.days = Weekday.allCases.filter(days.contains)
    self.spans = spans
  }

  /// Times that are written in another way, such as `9am-5pm`, in ours; nil if they are unclear.
  private static func times(meantBy text: Substring) -> String? {
    var spans: [String] = []
    for part in text.split(separator: ",") {
      let ends = part.split(whereSeparator: \.isDash).compactMap(ClockTime.init(meantBy:))
      guard ends.count == 2, ends[0] < ends[1] else { return nil }
      spans.append(Span(opens: ends[0], closes: ends[1]).text)
    }
    return spans.joined(separator: ", ")
  }
}

extension OpeningHours {
  /// The days as people say them: three or more in a row by the first and the last of them, and each
  /// other day by itself.
  package var runs: [(first: Weekday, last: Weekday)] {
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

extension FieldDecoder {
  /// A list of opening hours, none of which overlap.
  mutating func openingHours(_ name: String) -> [OpeningHours] {
    var all: [OpeningHours] = []
    for text in texts(name) {
      do throws(OpeningHours.Problem) {
        let hours = try OpeningHours(text.value)
        let other = all.first { $0.overlaps(hours) } ?? (hours.overlapsItself ? hours : nil)
        if let other {
          let day = other.days.first(where: hours.days.contains) ?? .monday
          report(.overlappingHours(text, on: day.name))
        }
        all.append(hours)
      } catch {
        report(.invalidHours(text, error))
      }
    }
    return all
  }
}

extension OpeningHours {
  fileprivate func overlaps(_ other: Self) -> Bool {
    days.contains(where: other.days.contains)
      && spans.contains { span in other.spans.contains { span.overlaps($0) } }
  }

  fileprivate var overlapsItself: Bool {
    spans.indices.contains { index in spans[..<index].contains { $0.overlaps(spans[index]) } }
  }
}

extension OpeningHours.Span {
  fileprivate func overlaps(_ other: Self) -> Bool {
    opens < other.closes && other.opens < closes
  }
}

extension Rule {
  package static let invalidHours = Rule(
    "invalid-hours", .error, "Opening hours that nobody can rely on.",
    why: "Somebody who found an hour to go or call would come to a closed door. The page and "
      + "search engines show what is written here.",
    bad: "practice:\n  name: Riverside\n  hours: [Mon 9am to 5pm]",
    good: "practice:\n  name: Riverside\n  hours: [Mon 09:00–17:00]",
    fix: "Write days and times as in `Mon–Thu 09:00–12:00, 13:00–17:00`, one line for each group "
      + "of days. Leave closed days out.", in: .settings)
}

extension Diagnostic {
  private static let form = "write them as in ‘Mon–Thu 09:00–17:00’"

  fileprivate static func invalidHours(
    _ text: Located<String>, _ problem: OpeningHours.Problem
  ) -> Self {
    let (message, help): (String, String) =
      switch problem {
      case .noDay: ("‘\(text.value)’ names no day", form)
      case .noTime:
        ("‘\(text.value)’ names no time", "\(form); leave out the days on which you are closed")
      case .unknownDay(let day):
        ("‘\(day)’ is not a day, nor a range of days", "\(form); leave closed days out")
      case .unknownTime(let time, let meant):
        ("‘\(time)’ is not a range of times", meant.map { "write ‘\($0)’" } ?? form)
      case .closesFirst(let time):
        (
          "‘\(time)’ closes before it opens",
          "correct one of the two; hours after midnight are those of the next day"
        )
      }
    return Diagnostic(.invalidHours, message, at: text.location, help: help)
  }

  fileprivate static func overlappingHours(_ text: Located<String>, on day: String) -> Self {
    Diagnostic(
      .invalidHours, "‘\(text.value)’ overlaps with other hours on \(day)", at: text.location,
      help: "write each hour of a day once")
  }
}
