import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct RevealingAddressTests {
  @Test(arguments: [
    ("signs/abuse.md", "title: A", "‘aliases’"),
    ("glossary/abuse.md", "term: A\nsummary: B.\nevidence: popular", "‘redirects’"),
  ])
  func `a revealing address is corrected by a slug, and the old one is kept`(
    path: String, frontMatter: String, list: String
  ) async throws {
    let site = await SiteFixture("-- content/\(path) --\n---\n\(frontMatter)\n---\nText.\n").build()
    let finding = try #require(site.build.diagnostics.first { $0.rule.id == "revealing-address" })
    #expect(finding.location?.path == "content/\(path)")
    let help = try #require(finding.help)
    #expect(help.contains("‘slug’") && help.contains(list))
  }
}
