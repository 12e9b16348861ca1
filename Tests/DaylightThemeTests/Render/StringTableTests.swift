import DaylightSyntax
import TestSupport
import Testing

@Suite struct StringTableTests {
  private func language(_ tag: String) -> String {
    "-- content/site.yaml --\nname: A\nlanguage: \(tag)\n"
  }

  private func note(_ site: FixtureBuild) -> Bool {
    site.body().contains("<p class=\"callout-title\">Hinweis</p>")
  }

  private var german: String {
    let english = SiteFixture.templates.first { $0.path == "templates/strings/en.yaml" }
    return String(decoding: english?.bytes ?? [], as: UTF8.self).replacing("Note", with: "Hinweis")
  }

  @Test(arguments: ["de", "de-AT"])
  func `the words are those of the site's language`(tag: String) async {
    let site = await SiteFixture(
      page: "> [!NOTE]\n> A.", language(tag) + "-- templates/strings/de.yaml --\n\(german)"
    ).build()
    site.expectNoFindings(except: ["unchecked-language"])
    #expect(note(site))
  }

  @Test func `a variety of a language may have words of its own`() async {
    let site = await SiteFixture(
      page: "> [!NOTE]\n> A.",
      language("de-AT")
        + "-- templates/strings/de-AT.yaml --\n\(german)-- templates/strings/de.yaml --\n{}\n"
    ).build()
    #expect(note(site))
  }

  @Test func `without words of the language there are the English ones`() async {
    let site = await SiteFixture(page: "> [!NOTE]\n> A.", language("fr")).build()
    site.expectNoFindings(except: ["unchecked-language"])
    #expect(site.body().contains("Note"))
  }

  @Test func `a missing word is one error`() async {
    let site = await SiteFixture(
      page: "A",
      "-- templates/strings/en.yaml --\n" + german.replacing("  safety: Safety\n", with: "")
    ).build()
    site.expectFindings(
      .init(
        "missing-string", "the words ‘callout.safety’ are missing",
        help: "add them, as in Daylight’s own ‘templates/strings/en.yaml’"))
  }

  @Test func `templates say words by their dotted names, with names in them`() async {
    let site = await SiteFixture(
      page: "A",
      SiteFixture.template("page", "{{strings.own.greeting}} {{strings.month.3}}")
        + "-- templates/strings/en.yaml --\n\(german)own:\n  greeting: \"Hello <{{page.title}}>\"\n"
    ).build()
    site.expectNoFindings()
    #expect(site.main("page/index.html") == "Hello &lt;Page&gt; March")
  }
}
