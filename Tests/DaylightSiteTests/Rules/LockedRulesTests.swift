import DaylightModel
import DaylightSyntax
import TestSupport
import Testing

@Suite struct LockedRulesTests {
  @Test(arguments: [
    "unsafe-exit", "helpline-expired", "helpline-number", "helpline-closed", "duplicate-number",
    "date-in-future", "broken-link", "broken-anchor", "broken-output-link", "text-limit",
    "unclosed-comment", "visible-comment", "unsafe-link", "exit-link",
  ])
  func `a rule that protects readers cannot be lowered`(rule: String) async {
    let site = await SiteFixture(
      "-- content/site.yaml --\nname: A\nrules: {⟦1⟧\(rule)⟦/1⟧: warning}\n"
    ).build()
    site.expectFindings(.init("locked-rule", at: 1, "‘\(rule)’ cannot be lowered to ‘warning’"))
  }

  @Test func `a helpline that was checked too long ago stops the build, whatever the settings say`()
    async
  {
    var site = SiteFixture("-- content/site.yaml --\nname: A\nrules: {helpline-expired: off}\n")
    site.options.now = site.options.now.adding(years: 1)
    let build = await site.build()
    #expect(build.rules.contains("helpline-expired") && build.paths.isEmpty)
  }
}
