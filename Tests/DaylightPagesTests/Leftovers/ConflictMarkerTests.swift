import DaylightSite
import TestSupport
import Testing

@Suite struct ConflictMarkerTests {
  @Test func `marks of git in a page are an error, each at its line`() async {
    let site = await SiteFixture(
      page: """
        ⟦1⟧<<<<<<< HEAD⟦/1⟧

        mine

        ⟦2⟧||||||| 1234567⟦/2⟧

        before

        ⟦3⟧=======⟦/3⟧

        theirs

        ⟦4⟧>>>>>>> branch⟦/4⟧
        """
    ).build()
    site.expectFindings(
      .init(
        "conflict-marker", at: 1,
        help: "keep one of the versions, and delete the lines that git wrote"),
      .init("conflict-marker", at: 2), .init("conflict-marker", at: 3),
      .init("conflict-marker", at: 4))
  }

  @Test func `marks without empty lines between them are found as well`() async {
    let site = await SiteFixture(
      page: "Text.\n⟦1⟧<<<<<<< HEAD⟦/1⟧\nmine\n⟦2⟧=======⟦/2⟧\ntheirs\n⟦3⟧>>>>>>> main⟦/3⟧\n"
    ).build()
    site.expectFindings(
      .init("conflict-marker", at: 1), .init("conflict-marker", at: 2),
      .init("conflict-marker", at: 3))
  }

  @Test(arguments: [
    "# mine", "### mine\n\n[a](gone.md)", "[a](gone.md) [@nobody] ![](gone.png)", "- one\n- two",
    "> quoted\n\n[^a]: twice\n\n[^a]: twice", "| a |\n|---|\n| b | c |", "##mine **bold",
  ])
  func `what only follows from the conflict is not told`(version: String) async {
    let site = await SiteFixture(
      page: """
        Text before.
        ⟦1⟧<<<<<<< HEAD⟦/1⟧
        \(version)
        ⟦2⟧=======⟦/2⟧
        \(version)
        ⟦3⟧>>>>>>> main⟦/3⟧
        Text after.

        ### Later

        Text.
        """
    ).build()
    site.expectFindings(
      .init("conflict-marker", at: 1), .init("conflict-marker", at: 2),
      .init("conflict-marker", at: 3))
  }

  @Test func `what is wrong elsewhere on the page is told too`() async {
    let site = await SiteFixture(
      page: """
        ⟦1⟧[a](gone.md)⟦/1⟧

        ⟦2⟧<<<<<<< HEAD⟦/2⟧
        mine
        ⟦3⟧=======⟦/3⟧
        theirs
        ⟦4⟧>>>>>>> main⟦/4⟧

        ⟦5⟧[a](lost.md)⟦/5⟧
        """
    ).build()
    site.expectFindings(
      .init("broken-link", at: 1), .init("conflict-marker", at: 2),
      .init("conflict-marker", at: 3), .init("conflict-marker", at: 4), .init("broken-link", at: 5))
  }

  @Test func `in front matter they are told before YAML is read`() async {
    let site = await SiteFixture(
      page: "Text.",
      frontMatter:
        "⟦1⟧<<<<<<< HEAD⟦/1⟧\nsummary: One.\n⟦2⟧=======⟦/2⟧\nsummary: Two.\n⟦3⟧>>>>>>> main⟦/3⟧"
    ).build()
    site.expectFindings(
      .init("conflict-marker", at: 1), .init("conflict-marker", at: 2),
      .init("conflict-marker", at: 3))
  }

  @Test(arguments: ["content/people.yaml", "content/site.yaml", "templates/strings/en.yaml"])
  func `and in data files and strings`(path: String) async {
    let site = await SiteFixture(
      "-- \(path) --\n⟦1⟧<<<<<<< HEAD⟦/1⟧\na: b\n⟦2⟧=======⟦/2⟧\na: c\n⟦3⟧>>>>>>> main⟦/3⟧\n"
    ).build()
    site.expectFindings(
      .init("conflict-marker", at: 1), .init("conflict-marker", at: 2),
      .init("conflict-marker", at: 3), except: ["unknown-string", "missing-string"])
  }

  @Test func `and in templates`() async {
    let template = SiteFixture.template("page")
    let site = await SiteFixture(
      files: [("templates/page.mustache", template + "<<<<<<< HEAD\n=======\n>>>>>>> main\n")]
    ).build()
    #expect(site.rules.filter { $0 == "conflict-marker" }.count == 3)
  }

  @Test(arguments: [
    "```\n<<<<<<< HEAD\n=======\n>>>>>>> main\n```", "Title\n------\n\nText.", "> > > > deep",
    "a <<<<<<< b",
  ])
  func `in code, and where they are not alone, they are fine`(source: String) async {
    await SiteFixture(page: source).build().expectNoFindings()
  }

  @Test func `a line of seven equal signs alone is left over from one`() async {
    await SiteFixture(page: "a\n\n⟦1⟧=======⟦/1⟧\n\nb").build().expectFindings(
      .init("conflict-marker", at: 1))
  }
}
