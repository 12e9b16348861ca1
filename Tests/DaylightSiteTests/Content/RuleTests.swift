import DaylightSite
import DaylightSyntax
import Testing

@Suite struct RuleTests {
  private let rules = Rule.frontMatter + Rule.content

  @Test func `every rule has a name of its own, in kebab-case`() {
    #expect(Set(rules.map(\.id)).count == rules.count)
    for rule in rules {
      #expect(
        rule.id.utf8.allSatisfy { 0x61...0x7A ~= $0 || $0 == 0x2D || $0 == 0x38 }, "\(rule.id)")
    }
  }

  @Test func `every rule says what it flags in one sentence`() {
    for rule in rules { #expect(rule.summary.hasSuffix("."), "\(rule.id)") }
  }
}
