package import DaylightSyntax

extension TextForm {
  fileprivate static let openingHours = Self(
    "^[A-Za-z]{3}[A-Za-z ,–—‑-]* [0-9]{1,2}:[0-9]{2} *[–—‑-] *[0-9]{1,2}:[0-9]{2}",
    "Write days and times, as in ‘Mon–Thu 09:00–17:00’.")
}

extension FieldDecoder {
  /// A list of opening hours, none of which overlap.
  mutating func openingHours(_ name: String, about: String) -> [OpeningHours] {
    var all: [OpeningHours] = []
    for text in texts(name, as: .openingHours, about: about) {
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
  fileprivate static func invalidHours(
    _ text: Located<String>, _ problem: OpeningHours.Problem
  ) -> Self {
    let form = "write them as in ‘Mon–Thu 09:00–17:00’; leave closed days out"
    let meant = OpeningHours.meant(by: text.value).map { "write ‘\($0)’" } ?? form
    let (message, help): (String, String) =
      switch problem {
      case .noDay: ("‘\(text.value)’ names no day", form)
      case .noTime: ("‘\(text.value)’ names no time", form)
      case .unknownDay(let day): ("‘\(day)’ is not a day, nor a range of days", meant)
      case .unknownTime(let time): ("‘\(time)’ is not a range of times", meant)
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
