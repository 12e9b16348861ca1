import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct SiteFindingsTests {
  private func finding(_ level: Rule.Level, at path: String) -> Diagnostic {
    Diagnostic(Rule("a", level, "A."), "found", at: .file(path))
  }

  @Test func `notes are listed at their places among errors and warnings`() {
    let findings = SiteFindings([
      finding(.note, at: "c"), finding(.error, at: "d"), finding(.note, at: "a"),
      finding(.warning, at: "b"),
    ])
    #expect(findings.all.compactMap { $0.location?.path } == ["a", "b", "c", "d"])
    #expect(findings.errors.compactMap { $0.location?.path } == ["d"])
    #expect(findings.warnings.compactMap { $0.location?.path } == ["b"])
  }

  @Test func `a site with warnings and notes has no errors`() {
    #expect(!SiteFindings([finding(.note, at: "a"), finding(.warning, at: "b")]).hasErrors)
    #expect(SiteFindings([finding(.error, at: "a")]).hasErrors)
  }
}
