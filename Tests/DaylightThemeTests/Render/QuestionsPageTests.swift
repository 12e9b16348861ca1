import DaylightSite
import TestSupport
import Testing

@Suite struct QuestionsPageTests {
  private func page(_ path: String, _ fields: String) -> String {
    "-- content/\(path) --\n---\n\(fields)\n---\nText.\n"
  }

  /// The moments of the page of questions, and after each its questions with their words.
  private func questions(_ pages: String, moments: String = "") async -> String {
    let settings =
      moments.isEmpty ? "" : "-- content/site.yaml --\nname: Practice\nmoments: {\(moments)}\n"
    let template = SiteFixture.template(
      "questions",
      "{{#page.moments}}[{{title}}]{{#questions}} {{question}} ({{alsoAsked}}){{/questions}}"
        + "{{/page.moments}}")
    return await SiteFixture(template + settings + page("questions.md", "title: Q") + pages).build()
      .main("questions/index.html")
  }

  @Test func `every article is there, and one without a question has its title`() async {
    let pages =
      page("s/a.md", "title: Rest\nquestion: May I rest?\nalsoAsked: [tired, sleep]")
      + page("s/b.md", "title: Shame")
    #expect(
      await questions(pages) == "[] May I rest? (Rest\u{A0}· tired\u{A0}· sleep) Shame ()")
  }

  @Test func `other pages are there if they have a question`() async {
    let pages =
      page("about.md", "title: About\nquestion: Who is this?") + page("privacy.md", "title: P")
    #expect(await questions(pages) == "[] Who is this? (About)")
  }

  @Test func `moments come in the order of the settings, and pages without one last`() async {
    let pages =
      page("s/a.md", "title: A\norder: 1") + page("s/b.md", "title: B\norder: 2\nmoment: late")
      + page("s/c.md", "title: C\norder: 3\nmoment: early")
    #expect(
      await questions(pages, moments: "early: Early, late: Late, never: Never")
        == "[Early] C ()[Late] B ()[] A ()")
  }

  @Test func `drafts are not there`() async {
    let pages = page("s/a.md", "title: A") + page("s/b.md", "title: B\ndraft: true")
    #expect(await questions(pages) == "[] A ()")
  }
}
