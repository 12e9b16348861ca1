import DaylightSite
import TestSupport
import Testing

/// What search engines and previews are told of a page.
@Suite struct DescriptionTests {
  private func site(_ frontMatter: String, _ settings: String = "", _ more: String = "") async
    -> FixtureBuild
  {
    await SiteFixture(
      page: "Text.", frontMatter: frontMatter,
      "-- content/site.yaml --\nname: Room\n\(settings)\n"
        + SiteFixture.template(
          "page",
          "{{page.description}}|{{#page.openGraph}}{{description}}|{{picture}}{{/page.openGraph}}")
        + more
    ).build()
  }

  @Test(arguments: [
    "Warmth and fear by turns, and how to rest from both.", "Where the bus leaves from.",
    "A lamp & a “door”.",
  ])
  func `it is the summary`(summary: String) async {
    let site = await site("summary: \(summary)")
    #expect(site.main("page/index.html") == summary.replacing("&", with: "&amp;") + "|")
  }

  @Test(arguments: [
    "How abuse begins.", "After a trauma bond", "Leaving him, slowly", "For SURVIVORS of it",
    "What an abuser’s charm is", "trauma‑bonding, explained",
  ])
  func `a summary that reveals the topic is left out where the page is discreet`(
    summary: String
  ) async {
    let site = await site("summary: \(summary)", "openGraph: true")
    #expect(site.main("page/index.html") == "||")
  }

  @Test(arguments: ["discreet: false\nsummary: How abuse begins.", "summary: How abuse begins."])
  func `a page that need not be discreet shows it`(frontMatter: String) async {
    let settings = frontMatter.hasPrefix("discreet") ? "" : "discreet: false"
    let site = await site(frontMatter, settings)
    #expect(site.main("page/index.html") == "How abuse begins.|")
  }

  @Test func `in a language without a list of words no summary is trusted`() async {
    let site = await site("summary: Wie Gewalt beginnt.", "language: de")
    #expect(site.main("page/index.html") == "|")
  }

  @Test func `a page without a summary has none`() async {
    #expect(await site("order: 1").main("page/index.html") == "|")
  }

  @Test func `a preview has the picture that the settings name`() async throws {
    let site = await site(
      "order: 1", "baseURL: https://a.org/r/\nopenGraph: true\nopenGraphPicture: lamp",
      "-- templates/assets/pictures/lamp.png --\nx\n")
    let picture = try #require(site.paths.first { $0.contains("lamp") })
    #expect(site.main("page/index.html") == "||https://a.org/r/\(picture)")
  }

  @Test func `a preview has no picture otherwise`() async {
    let site = await site("order: 1", "baseURL: https://a.org/\nopenGraph: true")
    #expect(site.main("page/index.html") == "||")
  }

  @Test func `a template that prints what a page hides is told`() async {
    let site = await SiteFixture(
      page: "Text.", frontMatter: "summary: How abuse begins.",
      SiteFixture.template("page", "")
        .replacing(
          "{{$main}}",
          with: "{{$head}}<meta name=\"description\" content=\"{{page.summary}}\">{{/head}}"
            + "\n{{$main}}")
    ).build()
    site.expectFindings(
      .init(
        "revealing-title",
        "‘abuse’ in the description reveals the topic in chats and in what browsers keep",
        help:
          "print ‘page.description’ or ‘page.openGraph’ in the template, not the title or summary"))
  }
}
