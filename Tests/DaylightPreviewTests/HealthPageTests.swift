import DaylightSyntax
import TestSupport
import Testing

@testable import DaylightPreview

struct HealthPageTests {
  private let fixture = SiteFixture(
    """
    -- content/signs/fear.md --
    ---
    title: Fear
    reviewBy: 2026-06-01
    ---
    See [hope](hope.md).
    -- content/signs/hope.md --
    ---
    title: Hope & rest
    reviewBy: 2026-12-01
    ---
    After a shock. \(String(repeating: "A long page goes on and on. ", count: 200))
    -- content/glossary/shock.md --
    ---
    term: shock
    summary: A sudden fright.
    evidence: popular
    ---
    -- content/glossary/awe.md --
    ---
    term: awe
    summary: A great wonder.
    evidence: popular
    ---
    -- content/sources.yaml --
    dutton1981:
      authors: [Dutton]
      year: 1981
      title: Traumatic bonding
      kind: article
    -- content/help.yaml --
    regions:
      - id: here
        name: Here
        emergency: {number: "999"}
        services:
          - name: Night Line
            kind: crisis
            phone: "+441632960111"
            display: 01632 960111
            hours: "24/7"
            cost: free
            coverage: England
            url: https://line.example.org/
            source: https://line.example.org/
    """)

  @Test func `pages that no text links to are highlighted`() async {
    let map = SiteMap(await fixture.build().build)
    #expect(map.orphans.map(\.source) == ["content/signs/fear.md", "content/glossary/awe.md"])
  }

  @Test func `the map groups pages by section, with their links`() async {
    let map = SiteMap(await fixture.build().build)
    #expect(map.groups.map(\.title) == ["Pages", "Folder signs"])
    let fear = map.nodes.first { $0.title == "Fear" }
    #expect(fear?.leadsTo.map { map.nodes[$0].source } == ["content/signs/hope.md"])
    let shock = map.nodes.first { $0.title == "shock" }
    #expect(shock?.comesFrom.map { map.nodes[$0].source } == ["content/signs/hope.md"])
  }

  @Test func `a helpline and a source that nobody has checked are listed`() async throws {
    let check = try part("check", of: await page())
    #expect(check.contains("Night Line</strong><br>Here; never checked"))
    #expect(check.contains("Traumatic bonding</strong><br>dutton1981"))
    #expect(check.contains("vscode://file/site/content/help.yaml:6:"))
  }

  @Test func `the heaviest page comes first`() async throws {
    let weights = try part("weights", of: await page())
    let name = try #require(weights.firstRange(of: "<span class=\"name\">"))
    #expect(weights[name.upperBound...].hasPrefix("<a href=\"/signs/hope/\">Hope &amp; rest</a>"))
  }

  @Test func `a review whose date has passed is late`() async throws {
    let reviews = try part("reviews", of: await page())
    #expect(reviews.contains("1 review is late."))
    #expect(reviews.contains("class=\"late\"") && reviews.contains("class=\"due\""))
  }

  @Test(arguments: [
    "0001-01-01", "1969-12-31", "2026-06-01", "2027-01-01", "2040-01-01", "9999-12-31",
  ])
  func `a timeline of any length has about a dozen marks`(day: String) throws {
    let today = try #require(CalendarDate(iso: "2026-06-15"))
    let event = Timeline.Event(name: "A", address: "a", day: try #require(CalendarDate(iso: day)))
    let drawing = Timeline(events: [event], today: today).html.text
    #expect((5...15).contains(drawing.split(separator: "class=\"tick\"").count - 1))
  }

  @Test func `a word that no page uses is not used`() async throws {
    let words = try part("words", of: await page())
    #expect(words.contains("not used"))
  }

  @Test func `the drawing is deterministic`() async {
    let first = await page()
    #expect(await page() == first)
  }

  @Test func `the page has no inline style, and only the preview's script`() async {
    let page = await page()
    #expect(!page.contains("style=") && !page.contains("<style"))
    #expect(page.ranges(of: "<script").count == 1)
    #expect(page.contains("<script src=\"/_daylight/preview.js\""))
  }

  @Test func `only the page and its style are served`() async throws {
    let health = SiteHealth()
    #expect(health.file("") == nil)
    health.update(await fixture.build().build)
    #expect(health.file("")?.starts(with: "<!doctype html>".utf8) == true)
    #expect(health.file("health.css") != nil)
    #expect(health.file("other") == nil)
  }

  private func page() async -> String {
    let build = await fixture.build().build
    return HealthPage(build, laps: [], editor: EditorLink(root: "/site")).html.text
  }

  private func part(_ id: String, of page: String) throws -> Substring {
    let start = try #require(page.firstRange(of: "<h2 id=\"\(id)\""))
    return page[start.upperBound...].prefix(
      upTo: page[start.upperBound...].firstRange(of: "</section>")?.lowerBound ?? page.endIndex)
  }
}
