import DaylightModel
package import DaylightSyntax

/// The days on which reviews, helplines and sources of a site are due, sorted by day.
///
/// Helplines and sources of one day are one date: they are looked up in one sitting.
package struct DueDates: Sendable {
  package let all: [DueDate]
  package let now: CalendarDate

  package init(_ build: SiteBuild) {
    let index = build.index.value
    now = index.now
    let all =
      Self.pages(of: index) + Self.helplines(of: index) + Self.sources(of: index)
    self.all = all.sorted { ($0.day, $0.kind.rawValue, $0.id) < ($1.day, $1.kind.rawValue, $1.id) }
  }

  private static func pages(of index: SiteIndex) -> [DueDate] {
    index.documents.values.flatMap { document -> [DueDate] in
      let path = document.file.path
      let title = document.title.value
      let fields = document.reviewFields
      let review = fields.reviewBy.map { due in
        let reviewers = fields.reviewers.map { index.data.people[$0.value]?.name.value ?? $0.value }
        return DueDate(
          kind: .review, day: max(due.value, index.now), id: path, title: "Review: \(title)",
          notes: since(due.value, in: index)
            + "Ask \(reviewers.isEmpty ? "the reviewer" : reviewers.joined(separator: " and ")) to "
            + "read \(path). Then write the day in its front matter, and sign it: "
            + "daylight review \(path.quotedForShell)")
      }
      let expiry = document.common.expires.map { expires in
        DueDate(
          kind: .expiry, day: max(expires.value, index.now), id: path, title: "Expires: \(title)",
          notes: since(expires.value, in: index)
            + "\(path) is not published from this day on. Write a later day under ‘expires’ to "
            + "keep it, or delete the file.")
      }
      return [review, expiry].compactMap(\.self)
    }
  }

  private static func helplines(of index: SiteIndex) -> [DueDate] {
    let lines = index.data.help.regions.flatMap { region in
      region.helplines.map { line in
        Check(
          name: "\(line.name.value) (\(region.name.value))", last: line.verified?.value,
          next: line.verified?.value.adding(days: HelpDirectory.warningDays))
      }
    }
    return dates(
      of: lines, .helplines, "helpline",
      how: "Look each up on its operator’s own page. Then write the day under ‘verified’ in "
        + "content/help.yaml.", in: index)
  }

  private static func sources(of index: SiteIndex) -> [DueDate] {
    let works = index.data.sources.all.map { source in
      Check(
        name: "\(source.key.value): \(source.title.value)", last: source.checked?.value,
        next: source.checked?.value.adding(years: yearsBetweenSourceChecks))
    }
    return dates(
      of: works, .sources, "source",
      how: "See that each can still be found and says what it is cited for. Then write the day "
        + "under ‘checked’ in content/sources.yaml.", in: index)
  }

  /// As for pages: PIF TICK asks for a review every three years at least.
  private static let yearsBetweenSourceChecks = 3

  /// Something that a person looks up again.
  private struct Check {
    let name: String
    /// Nil if nobody has looked it up yet.
    let last: CalendarDate?
    let next: CalendarDate?
  }

  private static func dates(
    of checks: [Check], _ kind: DueDate.Kind, _ noun: String, how: String, in index: SiteIndex
  ) -> [DueDate] {
    Dictionary(grouping: checks) { max($0.next ?? index.now, index.now) }.map { day, checks in
      let names = checks.map { check in
        let overdue = check.next.map { $0 < index.now ? ", due on \($0.iso)" : "" }
        return "- \(check.name)"
          + (check.last.map { ", checked on \($0.iso)" } ?? ", not checked yet") + (overdue ?? "")
      }
      return DueDate(
        kind: kind, day: day, id: day.iso,
        title: "Check \(checks.count) \(noun)\(checks.count == 1 ? "" : "s")",
        notes: how + "\n" + names.sorted().joined(separator: "\n"))
    }
  }

  private static func since(_ day: CalendarDate, in index: SiteIndex) -> String {
    day < index.now ? "Due since \(day.iso). " : ""
  }
}
