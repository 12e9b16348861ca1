import DaylightSite
import TestSupport
import Testing

@Suite struct OnwardTests {
  private func page(_ path: String, _ fields: String) -> String {
    "-- content/\(path) --\n---\n\(fields)\n---\nText.\n"
  }

  /// The next page and after a bar the others, as an article of a small site shows them.
  private func ways(from name: String, _ more: String = "", fields: String = "") async -> String {
    let articles = ["a", "b", "c", "d"].enumerated().map { number, each in
      let own = each == name && !fields.isEmpty ? "\n\(fields)" : ""
      return page("h/\(each).md", "title: \(each.uppercased())\norder: \(number + 1)\(own)")
    }
    let template =
      "{{#page.nextStep}}{{title}}{{/page.nextStep}} |{{#page.more}} {{title}}{{/page.more}}"
    let archive = page("h/index.md", "title: H") + articles.joined() + more
    let site = await SiteFixture(SiteFixture.template("article", template) + archive).build()
    site.expectNoFindings()
    return site.main("h/\(name)/index.html")
  }

  private let path =
    "-- content/paths/p.md --\n---\ntitle: P\nsteps: [../h/b.md, ../h/d.md, ../h/a.md]\n---\nText.\n"

  @Test func `an article leads on to the next of its section`() async {
    #expect(await ways(from: "b") == "C | A H")
  }

  @Test func `the last article of a section leads back`() async {
    #expect(await ways(from: "d") == "C | H")
  }

  @Test func `what the author wrote comes first`() async {
    #expect(await ways(from: "b", fields: "next: d.md") == "D | C A H")
  }

  @Test func `a reading path comes before the section`() async {
    #expect(await ways(from: "b", path) == "D | C A H")
  }

  @Test func `a page that is next in two ways is named once`() async {
    #expect(await ways(from: "b", path, fields: "next: d.md") == "D | C A H")
  }

  @Test func `no article leads to more than four pages`() async {
    #expect(await ways(from: "d", path, fields: "next: b.md") == "B | A C H")
  }

  @Test func `an article never leads to itself`() async {
    #expect(await ways(from: "b", fields: "next: b.md") == "C | A H")
  }
}
