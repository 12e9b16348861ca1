import DaylightModel
import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct GradeRuleTests {
  /// A page of grade 2.4: 39 words of one syllable, 13 a sentence.
  private static let body = String(
    repeating: "The cat sat on the mat by the fire and the dog slept. ", count: 3)

  private func fixture(_ grades: String, _ body: String = Self.body, language: String = "en")
    -> SiteFixture
  {
    SiteFixture(
      """
      -- content/page.md --
      ---
      title: Page
      ---
      \(body)
      -- content/grades.lock --
      \(grades)
      -- content/site.yaml --
      name: Room
      language: \(language)

      """)
  }

  @Test func `a page that got harder is a warning with both grades`() async {
    let site = await fixture("0.9 content/page.md").build()
    let text = GradeList(site.build).text
    let now = text.split(separator: "\n").last?.split(separator: " ").first ?? ""
    site.expectFindings(
      .init(
        "harder-page", "the page reads at grade \(now), harder than the 0.9 that was saved",
        help: "make the sentences that were added shorter; or save the grades anew with "
          + "‘daylight check --save-grades’"))
    #expect(site.severities == ["warning"])
  }

  @Test(arguments: ["9.0 content/page.md", "# a comment", "1.0 content/gone.md"])
  func `an easier page, a comment and a page that is gone are fine`(grades: String) async {
    await fixture(grades).build().expectNoFindings()
  }

  @Test func `what is saved is what is compared`() async {
    let first = await fixture("").build()
    let saved = GradeList(first.build).text
    #expect(saved.hasPrefix("# "))
    await fixture(saved).build().expectNoFindings()
  }

  @Test(arguments: ["content/page.md", "high content/page.md", "<<<<<<< HEAD"])
  func `a line that is no grade is an error`(line: String) async {
    await fixture(line).build().expectFindings(.init("invalid-grade"), except: ["conflict-marker"])
  }

  @Test func `a section above the limit of a run is an error`() async {
    var site = fixture("", "Easy.\n\n## Hard\n\n\(Self.body)")
    site.options.maximumGrade = 1
    let build = await site.build()
    build.expectFindings(.init("maximum-grade"))
    #expect(
      build.build.diagnostics.first?.message.hasPrefix("the section ‘Hard’ reads at grade ")
        == true)
    site.options.maximumGrade = 9
    await site.build().expectNoFindings()
  }

  @Test func `a language without grades says so`() async {
    var site = fixture("", language: "fr")
    site.options.maximumGrade = 8
    await site.build().expectFindings(
      .init("maximum-grade", "no formula gives years of school for texts in ‘fr’"),
      except: ["unchecked-language", "reading-grade"])
  }
}
