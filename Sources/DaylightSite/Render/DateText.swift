import DaylightSyntax

/// Writes days as readers of the site's language read them, by the string `date.long`.
struct DateText: Sendable {
  private enum Part {
    case text(String)
    case day, month, year
  }

  private let parts: [Part]
  private let months: [String]

  init(_ words: SiteWords) {
    months = (1...12).map(words.month)
    var parts: [Part] = []
    var rest = words["date.long"][...]
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

  /// `31 May 2026`, where the string says so.
  func text(_ date: CalendarDate) -> [UInt8] {
    var bytes: [UInt8] = []
    for part in parts {
      switch part {
      case .text(let text): bytes += text.utf8
      case .day: bytes += String(date.day).utf8
      case .month: bytes += months[date.month - 1].utf8
      case .year: bytes += String(date.year).utf8
      }
    }
    return bytes
  }

  func value(_ date: CalendarDate?) -> TemplateValue {
    date.map { [.iso: .text($0.iso), .text: .text(text($0))] } ?? .none
  }
}
