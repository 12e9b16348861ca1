import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct RulesTests {
  @Test func `every rule has a name of its own, in kebab-case`() {
    var names: Set<String> = []
    for rule in Rules.all {
      #expect(names.insert(rule.id).inserted, "\(rule.id)")
      #expect(
        rule.id.utf8.allSatisfy { 0x61...0x7A ~= $0 || $0 == 0x2D || $0 == 0x38 }, "\(rule.id)")
    }
  }

  @Test func `every rule says what it flags in one sentence`() {
    for rule in Rules.all { #expect(rule.summary.hasSuffix("."), "\(rule.id)") }
  }

  @Test func `every rule is in the documentation`() {
    let files = Golden.files(inFolder: "../../../docs")
    let text = String(decoding: files["rules.md"] ?? [], as: UTF8.self)
    for rule in Rules.all { #expect(text.contains("`\(rule.id)`"), "\(rule.id)") }
  }

  @Test func `what is locked is a rule`() {
    #expect(Rules.locked.isSubset(of: Rules.all.map(\.id)))
  }
}
