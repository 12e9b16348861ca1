import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct AuditPlaceTests {
  /// The skeleton of the test sites without its ways out.
  private static let base = SiteFixture.template("base").split(separator: "\n")
    .filter { !$0.contains("data-exit") }.joined(separator: "\n")

  @Test func `what is missing from all pages is missing from the skeleton`() async throws {
    let site = await SiteFixture("-- templates/base.mustache --\n\(Self.base)\n").build()
    let finding = try #require(site.build.diagnostics.first { $0.rule.id == "exit-link" })
    #expect(finding.location?.path == "templates/base.mustache")
  }
}
