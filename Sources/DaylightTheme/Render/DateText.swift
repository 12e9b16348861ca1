import DaylightModel
import DaylightSyntax

/// Writes days as readers of the site's language read them, by the string `date.long`.
struct DateText: Sendable {
  private enum Part {
    case text(String)
    case day, month, year
  }

  private let parts: [Part]
  private let months: [String]

  init(_ strings: InterfaceStrings) {
    months = (1...12).map(strings.month)
    var parts: [Part] = []
    var rest = strings["date.long"][...]
    while let open = rest.firstRange(of: "{{"),
      let close = rest[open.upperBound...].firstRange(of: "}}")
    {
      parts.append(.text(String(rest[..<open.lowerBound])))
      switch rest[open.upperBound..<close.lowerBound] {
      case "day": parts.append(.day)
      case "month": parts.append(.month)
      case "year": parts.append(.year)
      default: parts.append(.text(String(rest[open.lowerBound..<close.upperBound])))
      }
      rest = rest[close.upperBound...]
    }
    self.parts = parts + [.text(String(rest))]
  }

  /// A date as the string defines it, such as `31 May 2026`.
  func text(_ date: CalendarDate) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let words): text += words
      case .day: text += String(date.day)
      case .month: text += months[date.month - 1]
      case .year: text += String(date.year)
      }
    }
    return text
  }

  func value(_ date: CalendarDate?) -> DateContext? {
    date.map { DateContext(iso: $0.iso, text: text($0)) }
  }
}

/// A day.
struct DateContext: TemplateModel {
  let iso: String
  let text: String

  static let fields = [
    Field("iso", "as in `2026-05-31`, for `datetime`") { $0.iso },
    Field("text", "as in “31 May 2026”") { $0.text },
  ]
}
