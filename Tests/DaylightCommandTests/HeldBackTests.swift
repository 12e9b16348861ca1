import DaylightModel
import DaylightSyntax
import Testing

@testable import daylight

@Suite struct HeldBackTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  @Test func `pages are counted by the reason that holds them back`() throws {
    let pages: [String: SiteIndex.Withheld] = [
      "a.md": .draft, "b.md": .draft, "c.md": .future(try day("2099-02-01")),
      "d.md": .future(try day("2099-01-01")), "e.md": .expired(try day("2020-01-01")),
    ]
    #expect(
      HeldBack(pages).summary
        == "5 pages held back: 2 drafts, 2 from 2099-01-01 or later, 1 expired")
  }

  @Test func `one page on one day has no plural and no later`() throws {
    let pages: [String: SiteIndex.Withheld] = ["a.md": .future(try day("2099-01-01"))]
    #expect(HeldBack(pages).summary == "1 page held back: 1 from 2099-01-01")
  }

  @Test func `each page is listed with its reason, in the order of their paths`() throws {
    let pages: [String: SiteIndex.Withheld] = [
      "c.md": .expired(try day("2020-01-01")), "a.md": .draft,
      "b.md": .future(try day("2099-01-01")),
    ]
    #expect(
      HeldBack(pages).list == """
        shown only with --drafts:
          a.md is a draft
          b.md is published from 2099-01-01
          c.md expired on 2020-01-01
        """)
  }

  @Test func `where nothing is held back, nothing is said`() {
    #expect(HeldBack([:]).summary == nil && HeldBack([:]).list == nil)
  }
}
