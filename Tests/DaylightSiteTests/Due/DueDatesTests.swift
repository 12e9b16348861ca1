import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

/// The day of these sites is 2026-06-15.
@Suite struct DueDatesTests {
  private func dates(_ archive: String) async -> [DueDate] {
    DueDates(await SiteFixture(archive).build().build).all.filter { date in
      // What the fixture fills in.
      date.kind != .helplines || archive.contains("help.yaml")
    }
  }

  private func review(by day: String) -> String {
    """
    -- content/people.yaml --
    - {id: cleo, name: Cleo Reed, role: reviewer, credential: MA, register: R 1, url: "https://r.example.org/"}
    -- content/page.md --
    ---
    title: Rest
    reviewer: cleo
    reviewed: 2025-01-01
    reviewBy: \(day)
    ---
    Text.

    """
  }

  @Test func `a review is due on its day`() async throws {
    let date = try #require(await dates(review(by: "2026-09-01")).first)
    #expect(date.kind == .review)
    #expect(date.day.iso == "2026-09-01")
    #expect(date.title == "Review: Rest")
    #expect(
      date.notes == "Ask Cleo Reed to read content/page.md. Then write the day in its front "
        + "matter, and sign it: daylight review content/page.md")
  }

  @Test func `an overdue review is due today and says since when`() async throws {
    let date = try #require(await dates(review(by: "2026-03-01")).first)
    #expect(date.day.iso == "2026-06-15")
    #expect(date.notes.hasPrefix("Due since 2026-03-01. Ask Cleo Reed"))
  }

  @Test func `a page without a day of review has no date`() async {
    #expect(await dates("-- content/page.md --\n---\ntitle: Rest\n---\nText.\n").isEmpty)
  }

  @Test func `a page that expires has a date`() async throws {
    let date = try #require(
      await dates("-- content/page.md --\n---\ntitle: Rest\nexpires: 2026-07-01\n---\nText.\n")
        .first)
    #expect(date.kind == .expiry)
    #expect(date.day.iso == "2026-07-01")
  }

  private func help(_ verified: [String]) -> String {
    let services = verified.enumerated().map { number, day in
      """
            - name: Line \(number)
              kind: finder
              url: https://line\(number).example.org/
              source: https://line\(number).example.org/
              verified: \(day)
      """
    }
    return """
      -- content/help.yaml --
      regions:
        - id: gb
          name: Britain
          emergency:
            number: "999"
          services:
      \(services.joined(separator: "\n"))

      """
  }

  @Test func `a helpline is due 120 days after its check`() async throws {
    let date = try #require(await dates(help(["2026-06-01"])).first)
    #expect(date.kind == .helplines)
    #expect(date.day.iso == "2026-09-29")
    #expect(date.title == "Check 1 helpline")
    #expect(date.notes.hasSuffix("- Line 0 (Britain), checked on 2026-06-01"))
  }

  @Test func `helplines that are overdue or were never checked are one date today`() async throws {
    let found = await dates(help(["", "2025-12-01", "2026-06-01"]))
    #expect(found.map(\.day.iso) == ["2026-06-15", "2026-09-29"])
    #expect(found.first?.title == "Check 2 helplines")
    #expect(
      found.first?.notes.hasSuffix(
        "- Line 0 (Britain), not checked yet\n"
          + "- Line 1 (Britain), checked on 2025-12-01, due on 2026-03-31") == true)
  }

  @Test func `a source is due three years after its check`() async throws {
    let date = try #require(
      await dates(
        """
        -- content/people.yaml --
        - {id: jo, name: Jo, role: author}
        -- content/sources.yaml --
        herman1992:
          title: Trauma and Recovery
          kind: book
          checked: 2024-02-29
          checkedBy: jo

        """
      ).first)
    #expect(date.kind == .sources)
    #expect(date.day.iso == "2027-02-28")
  }
}
