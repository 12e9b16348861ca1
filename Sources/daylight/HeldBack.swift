import DaylightModel
import DaylightSyntax

/// The pages of a site that are not published today.
struct HeldBack {
  private let pages: [(path: String, reason: SiteIndex.Withheld)]

  init(_ pages: [String: SiteIndex.Withheld]) {
    self.pages = pages.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// As in “2 pages held back: 1 draft, 1 from 2099-01-01”. Nil if there are none.
  var summary: String? {
    guard !pages.isEmpty else { return nil }
    var drafts = 0
    var expired = 0
    var days: [CalendarDate] = []
    for page in pages {
      switch page.reason {
      case .draft: drafts += 1
      case .expired: expired += 1
      case .future(let day): days.append(day)
      }
    }
    var parts: [String] = []
    if drafts > 0 { parts.append("\(drafts) draft\(drafts == 1 ? "" : "s")") }
    if let first = days.min() {
      let isOneDay = days.allSatisfy { $0 == first }
      parts.append("\(days.count) from \(first.iso)\(isOneDay ? "" : " or later")")
    }
    if expired > 0 { parts.append("\(expired) expired") }
    return "\(pages.count) page\(pages.count == 1 ? "" : "s") held back: "
      + parts.joined(separator: ", ")
  }

  /// One line per page, for a build that includes them. Nil if there are none.
  var list: String? {
    guard !pages.isEmpty else { return nil }
    return
      (["shown only with --drafts:"]
      + pages.map { page -> String in
        switch page.reason {
        case .draft: "  \(page.path) is a draft"
        case .future(let day): "  \(page.path) is published from \(day.iso)"
        case .expired(let day): "  \(page.path) expired on \(day.iso)"
        }
      }).joined(separator: "\n")
  }
}
