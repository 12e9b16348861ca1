import DaylightSyntax
import Platform
import TestSupport
import Testing

@testable import DaylightSite

@Suite struct RootCausesTests {
  private static let unreadable = Rule("unreadable-file", .error, "It cannot be read.")

  private func site(_ more: String, unreadable: [String] = []) async -> [Diagnostic] {
    var input = SiteFixture(more).input
    input.diagnostics = unreadable.map {
      Diagnostic(Self.unreadable, "‘\($0)’ cannot be read", at: .file($0))
    }
    input.content.removeAll { file in unreadable.contains { file.path.hasPrefix($0) } }
    return await SitePipeline(runner: ParallelRunner(width: 1)).build(input).diagnostics
  }

  private func rules(_ findings: [Diagnostic]) -> [String] {
    findings.filter { $0.severity == .error }.map(\.rule.id)
  }

  @Test func `links into a folder that cannot be read are counted, not listed`() async {
    let page =
      "-- content/page.md --\n---\ntitle: A\n---\n[One](signs/one.md), [two](signs/two.md)\n"
    let found = await site(page, unreadable: ["content/signs"])
    #expect(rules(found) == ["unreadable-file"])
    #expect(
      found.first { $0.severity == .error }?.notes.map(\.message) == [
        "2 errors that only follow from this are not shown"
      ])
  }

  @Test func `a link that leads nowhere is an error, whatever else cannot be read`() async {
    let page = "-- content/page.md --\n---\ntitle: A\n---\n[One](other/one.md)\n"
    let found = await site(page, unreadable: ["content/signs"])
    #expect(Set(rules(found)) == ["broken-link", "unreadable-file"])
    #expect(found.allSatisfy { $0.notes.isEmpty })
  }

  @Test func `with one mistake in the list of sources, no citation is wrong`() async {
    let found = await site(
      "-- content/page.md --\n---\ntitle: A\n---\nA [@one] and [@two].\n"
        + "-- content/sources.yaml --\none: \"A\ntwo: b\n")
    #expect(rules(found) == ["invalid-yaml"])
    #expect(
      found.first { $0.rule.id == "invalid-yaml" }?.notes.last?.message
        == "2 errors that only follow from this are not shown")
  }

  @Test func `without a list of sources, the first citation stands for all`() async {
    let found = await site(
      "-- content/page.md --\n---\ntitle: A\n---\nA [@one] and [@two].\n"
        + "-- content/other.md --\n---\ntitle: B\n---\nA [@three].\n")
    #expect(rules(found) == ["unknown-source"])
    let first = found.first { $0.rule.id == "unknown-source" }
    #expect(
      first?.notes.suffix(2).map(\.message) == [
        "there is no file ‘content/sources.yaml’",
        "2 errors that only follow from this are not shown",
      ])
    #expect(first?.standsForOthers == true)
  }

  @Test func `with a list of sources, each unknown one is an error`() async {
    let found = await site(
      "-- content/page.md --\n---\ntitle: A\n---\nA [@one] and [@two].\n"
        + "-- content/sources.yaml --\nthree:\n  title: Three\n")
    #expect(rules(found).filter { $0 == "unknown-source" }.count == 2)
    #expect(found.allSatisfy { !$0.standsForOthers })
  }

  @Test func `a list of sources in a folder that cannot be read is not said to be missing`() async {
    let found = await site(
      "-- content/page.md --\n---\ntitle: A\n---\nA [@one].\n",
      unreadable: ["content/sources.yaml"])
    #expect(!rules(found).contains("unknown-source"))
    #expect(!found.flatMap(\.notes).contains { $0.message.contains("sources.yaml’") })
  }

  @Test func `a mistake in front matter hides nothing of the text`() async {
    let found = await site(
      "-- content/page.md --\n---\ntitle: \"A\n---\nSee [one](nowhere.md).\n")
    #expect(rules(found).contains("invalid-yaml"))
    #expect(!found.flatMap(\.notes).contains { $0.message.contains("follow") })
  }

  @Test func `without the words of the interface, no template is wrong`() async {
    let found = await site("-- templates/strings/en.yaml --\na: \"b\nc: d\n")
    #expect(rules(found) == ["invalid-yaml"])
  }
}
