import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct MomentRuleTests {
  private static let settings =
    "-- content/site.yaml --\nname: Practice\nmoments:\n  ⟦2⟧now⟦/2⟧: I am not safe now\n"
    + "  ⟦3⟧wondering⟦/3⟧: I am starting to wonder\n"
  private static let questions = "-- content/questions.md --\n---\ntitle: Find a page\n---\n"
  private static let help =
    "-- content/help.md --\n---\ntitle: Help\nquestion: Who can I talk to?\nmoment: now\n---\n"

  private func site(_ path: String, _ fields: String) -> SiteFixture {
    SiteFixture(
      "\(Self.settings)\(Self.questions)\(Self.help)"
        + "-- content/s/ok.md --\n---\ntitle: Ok\nmoment: wondering\n---\nText.\n"
        + "-- content/\(path) --\n---\ntitle: ⟦4⟧Rest⟦/4⟧\n\(fields)---\nText.\n")
  }

  @Test(arguments: [
    ("wodering", "did you mean ‘wondering’?"), ("Wondering", "did you mean ‘wondering’?"),
    ("noww", "did you mean ‘now’?"),
    (
      "leaving",
      "write one of ‘now’, ‘wondering’, or add it under ‘moments’ in ‘content/site.yaml’"
    ),
  ])
  func `a moment that the settings do not have is an error`(moment: String, help: String) async {
    await site("s/a.md", "moment: ⟦1⟧\(moment)⟦/1⟧\n").build().expectFindings(
      .init(
        "unknown-moment", at: 1, "‘site.yaml’ has no moment ‘\(moment)’", help: help))
  }

  @Test func `without moments, a page’s own is answered with the lines to write`() async {
    let build = await SiteFixture(
      "\(Self.questions)-- content/s/a.md --\n---\ntitle: A\nmoment: ⟦1⟧lost⟦/1⟧\n---\nText.\n"
    ).build()
    build.expectFindings(
      .init(
        "unknown-moment", at: 1,
        help: "add it to ‘content/site.yaml’:\nmoments:\n  lost: I am starting to wonder"))
  }

  @Test func `an article without a moment is a note at its title`() async {
    await site("s/a.md", "question: May I rest?\n").build().expectFindings(
      .init(
        "missing-moment", at: 4,
        help: "write when somebody needs it, as in ‘moment: now’"))
  }

  @Test(arguments: ["about.md", "s/more/index.md", "checklists/list.md"])
  func `other pages need no moment`(path: String) async {
    let build = await site(path, "").build()
    #expect(!build.rules.contains("missing-moment"))
  }

  @Test func `a page that needs a question to be listed cannot have a moment alone`() async {
    await site("about.md", "moment: ⟦1⟧now⟦/1⟧\n").build().expectFindings(
      .init(
        "unused-moment", at: 1, "a page is on the page of questions only if it has a question"))
  }

  @Test func `moments without a page of questions are a warning`() async {
    let build = await SiteFixture(
      Self.settings + "-- content/s/a.md --\n---\ntitle: A\nmoment: now\n---\nText.\n"
    ).build()
    build.expectFindings(.init("unused-moment", at: 2, "no page shows the moments"))
  }

  @Test func `a moment that no page has is a warning`() async {
    let build = await SiteFixture("\(Self.settings)\(Self.questions)\(Self.help)").build()
    build.expectFindings(
      .init("unused-moment", at: 3, "no page has the moment ‘wondering’"))
  }

  @Test func `a moment without a title is an error`() async {
    let build = await SiteFixture(
      "-- content/site.yaml --\nname: Practice\nmoments:\n  ⟦1⟧now⟦/1⟧:\n"
        + "\(Self.questions)\(Self.help)"
    ).build()
    build.expectFindings(
      .init("missing-field", at: 1, "‘now’ is missing from this list of moments"))
  }

  @Test func `markup in a question is seen as text, so it is an error`() async {
    await site("s/a.md", "question: Is it *me*?\nmoment: now\n").build().expectFindings(
      .init("markup-in-field", at: nil))
  }

  @Test func `words that are written twice are a warning`() async {
    await site("s/a.md", "alsoAsked: [guilt, ⟦1⟧guilt⟦/1⟧]\nmoment: now\n").build()
      .expectFindings(.init("repeated-entry", at: 1))
  }

  @Test func `a site without moments and questions has nothing to fix`() async {
    await SiteFixture("-- content/s/a.md --\n---\ntitle: A\n---\nText.\n").build()
      .expectNoFindings()
  }
}
