import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct LanguageGapRuleTests {
  private func findings(_ language: String, _ page: String) async -> [String] {
    let site = SiteFixture(
      "-- content/site.yaml --\nname: A\nlanguage: \(language)\n"
        + "-- content/a.md --\n---\ntitle: Aa\n---\n\(page)\n")
    return await site.build().build.diagnostics.map {
      "\($0.severity) \($0.rule.id): \($0.message)"
    }
  }

  @Test func `the rules that know no words of a language are named in one note`() async {
    #expect(
      await findings("fr", "Ceci est totalement confidentiel.") == [
        "note unchecked-language: no words of the language ‘fr’ are known to these rules, so they "
          + "find little or nothing: false-promise, revealing-title, revealing-address, checklist-verdict, "
          + "vague-link, unsourced-number, checklist-item-start, checklist-danger"
      ])
  }

  @Test(arguments: ["en", "en-GB", "en-US"])
  func `English needs no note`(language: String) async {
    #expect(await findings(language, "Rest is allowed.") == [])
  }

  @Test func `no English measure is taken of another language`() async {
    let long = String(repeating: "Il y a naturellement énormément de considérations. ", count: 5)
    #expect(await findings("it", long).map { $0.prefix(4) } == ["note"])
  }

  @Test func `what needs no words is found in every language`() async {
    let found = await findings("fr", "Environ 40 % des gens reviennent.")
    #expect(found.contains { $0.hasPrefix("warning unsourced-number: ‘40 %’") })
  }
}
