import DaylightSite
import TestSupport
import Testing

@Suite struct InvitationTests {
  private static let template = ["article", "checklist", "help", "page", "path", "section"].map {
    SiteFixture.template($0, "{{#page.invitation}}{{title}}: {{path}}{{/page.invitation}}")
  }.joined()
  private static let practice = "-- content/practice/index.md --\n---\ntitle: Us\n---\nText.\n"

  private func page(_ path: String, _ fields: String, _ text: String = "Text.") -> String {
    "-- content/\(path).md --\n---\ntitle: T\n\(fields)\n---\n\(text)\n"
  }

  /// What an article of a section that invites shows.
  private func invitation(
    _ text: String = "Text.", section: String = "invitation: true", more: String = "",
    practice: String = Self.practice
  ) async -> String {
    await SiteFixture(
      Self.template + practice + page("h/index", section) + page("h/a", "", text) + more
    ).build().main("h/a/index.html")
  }

  @Test func `an article invites where its section says so`() async {
    #expect(await invitation() == "Us: practice/index.html")
  }

  @Test func `it does not where its section says nothing, or no`() async {
    #expect(await invitation(section: "order: 1").isEmpty)
    #expect(await invitation(section: "invitation: false").isEmpty)
  }

  @Test(arguments: [
    "> [!SAFETY]\n> Close this page.", "Text.\n\n> [!safety] Close this page.",
    "- Text.\n\n  > [!SAFETY]\n  > Close this page.", "> Text.\n>\n> > [!SAFETY]\n> > Close it.",
    "> [!HELP]\n> You can call.",
  ])
  func `it never does on a page with a callout for safety or help`(text: String) async {
    #expect(await invitation(text).isEmpty)
  }

  @Test(arguments: [
    "> [!NOTE]\n> Good to know.", "> [!CONTENT]\n> This names violence.\n\n## Next\n\nText.",
    "> A quotation about safety.", "`[!SAFETY]`",
  ])
  func `other callouts do not matter`(text: String) async {
    #expect(await invitation(text) == "Us: practice/index.html")
  }

  @Test func `the page about safe devices never invites`() async {
    let settings = "-- content/site.yaml --\nname: A\nsafetyPage: h/a.md\n"
    #expect(await invitation(more: settings).isEmpty)
  }

  @Test(arguments: ["checklists/a", "paths/a", "about", "help"])
  func `only articles invite`(path: String) async {
    let folder = path.split(separator: "/").first.map { $0 == path ? "" : "\($0)/" } ?? ""
    let index = folder.isEmpty ? "" : page("\(folder)index", "invitation: true")
    let fields = folder == "paths/" ? "steps: [../help.md]" : "order: 1"
    let text = folder == "checklists/" ? "## A\n\n- [ ] I wait. [Help](../help.md)" : "Text."
    let build = await SiteFixture(
      Self.template + Self.practice + index + page(path, fields, text)
    ).build()
    #expect(build.main("\(path)/index.html") == "")
  }

  @Test func `the nearest section above decides`() async {
    let inner = page("h/in/index", "order: 1") + page("h/in/b", "")
    let site = Self.template + Self.practice + page("h/index", "invitation: true") + inner
    #expect(
      await SiteFixture(site).build().main("h/in/b/index.html") == "Us: practice/index.html")
    let off = site.replacing("order: 1", with: "invitation: false")
    #expect(await SiteFixture(off).build().main("h/in/b/index.html").isEmpty)
  }

  @Test func `without a page of the practice nothing is shown`() async {
    let draft = Self.practice.replacing("title: Us", with: "title: Us\ndraft: true")
    let build = await SiteFixture(
      Self.template + draft + page("h/index", "order: 1") + page("h/a", "")
    ).build()
    #expect(build.main("h/a/index.html").isEmpty)
  }

  @Test func `a way to the practice is one of four ways on`() async {
    let template = SiteFixture.template("article", "{{#page.more}}{{path}} {{/page.more}}")
    let articles = ["a", "b", "c", "d", "e"].map { page("h/\($0)", "topics: [t]") }.joined()
    let site = template + Self.practice + articles
    let more = await SiteFixture(site + page("h/index", "invitation: true")).build()
      .main("h/b/index.html")
    let without = await SiteFixture(site + page("h/index", "order: 1")).build()
      .main("h/b/index.html")
    #expect(more.split(separator: " ").count == 2)
    #expect(without.split(separator: " ").count == 3)
  }
}
