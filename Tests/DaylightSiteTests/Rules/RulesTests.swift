import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct RulesTests {
  @Test func `a level of a rule of language.yaml is refused in site.yaml`() async {
    let site = SiteFixture(
      """
      -- content/site.yaml --
      name: Reading Room
      rules: {⟦1⟧blame⟦/1⟧: off}
      -- content/language.yaml --
      - id: blame
        phrases: [weak]
        level: warning
        why: It blames.
        catches: [A weak person., So weak!]
        passes: [A week., A person.]
      """)
    await site.build().expectFindings(.init("unknown-rule", at: 1))
  }
}
