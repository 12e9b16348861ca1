import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct SettingsRuleTests {
  private static let whole = [
    "practice": "practice: {name: B}", "helpRegion": "helpRegion: here",
    "safetyPage": "safetyPage: help.md",
  ]

  private func site(without names: [String], _ more: String = "") -> SiteFixture {
    let lines = Self.whole.filter { !names.contains($0.key) }.values.sorted()
    let settings = (["name: A"] + lines).joined(separator: "\n")
    return SiteFixture("-- content/site.yaml --\n\(settings)\n\(more)", isComplete: false)
  }

  @Test(arguments: [
    ["practice"], ["helpRegion"], ["safetyPage"], ["practice", "helpRegion"],
    ["practice", "safetyPage"], ["helpRegion", "safetyPage"],
    ["practice", "helpRegion", "safetyPage"],
  ])
  func `a setting that every page needs is missed`(names: [String]) async {
    let build = await site(without: names).build()
    #expect(build.rules == names.map { _ in "missing-setting" })
    for name in names {
      #expect(build.build.diagnostics.contains { $0.message.hasPrefix("‘\(name)’ is missing") })
    }
    #expect(build.paths.isEmpty)
  }

  @Test(arguments: ["practice", "helpRegion"])
  func `the lines of the message can be pasted`(name: String) async throws {
    let build = await site(without: [name]).build()
    let help = try #require(build.build.diagnostics.first?.help)
    let lines = help.split(separator: "\n").dropFirst().joined(separator: "\n")
    var fixed = site(without: [name])
    let settings = fixed.sources.first { $0.file.path == "content/site.yaml" }
    let text = String(decoding: settings?.file.bytes ?? [], as: UTF8.self) + lines + "\n"
    fixed = SiteFixture("-- content/site.yaml --\n\(text)", isComplete: false)
    await fixed.build().expectNoFindings()
  }

  @Test func `a page that seems to be about safety is proposed`() async {
    let build = await site(
      without: ["safetyPage"], "-- content/safer.md --\n---\ntitle: Safe\n---\nBe safe.\n"
    ).build()
    #expect(build.build.diagnostics.first?.help?.hasSuffix("safetyPage: safer.md") == true)
  }

  @Test func `settings that cannot be read are not called incomplete as well`() async {
    let build = await SiteFixture("-- content/site.yaml --\nname: [\n", isComplete: false).build()
    #expect(build.rules == ["invalid-yaml"])
  }

  @Test(arguments: ["missing-setting", "missing-help", "emergency-number", "missing-field"])
  func `what would leave a hole cannot be turned off`(rule: String) async {
    let build = await SiteFixture("-- content/site.yaml --\nname: A\nrules: {\(rule): off}\n")
      .build()
    #expect(build.rules == ["locked-rule"])
  }
}
