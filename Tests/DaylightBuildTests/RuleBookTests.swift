import DaylightAudit
import DaylightBuild
import DaylightModel
import DaylightPages
import DaylightSite
import DaylightSyntax
import DaylightTheme
import TestSupport
import Testing

@Suite struct RuleBookTests {
  private let book = RuleBook.whole

  @Test func `every rule has a name of its own, in kebab-case`() {
    var names: Set<String> = []
    for rule in book.all {
      #expect(names.insert(rule.id).inserted, "\(rule.id)")
      #expect(
        rule.id.utf8.allSatisfy { 0x61...0x7A ~= $0 || $0 == 0x2D || $0 == 0x38 }, "\(rule.id)")
    }
  }

  @Test func `no former name of a rule is that of another`() {
    let former = book.all.flatMap(\.formerIDs)
    #expect(Set(former).count == former.count)
    #expect(Set(former).isDisjoint(with: book.all.map(\.id)))
  }

  @Test func `every rule says what it flags in one sentence`() {
    for rule in book.all { #expect(rule.summary.hasSuffix("."), "\(rule.id)") }
  }

  @Test func `every locked name is a rule`() {
    #expect(book.locked.isSubset(of: book.all.map(\.id)))
  }

  /// Swift has no list of what is declared, so the sources are read: a rule that is not listed would be
  /// in no documentation, and no setting could name it.
  @Test(arguments: [
    ("DaylightSyntax", RuleBook.syntax), ("DaylightModel", .model), ("DaylightPages", .pages),
    ("DaylightTheme", .theme), ("DaylightAudit", .audit), ("DaylightSite", .site),
    ("DaylightBuild", .build),
  ])
  func `each module lists the rules that it declares, once`(module: String, own: RuleBook) {
    let declared = Self.declaredRules(in: "Sources/\(module)")
    #expect(own.all.map(\.id).sorted() == declared)
    #expect(own.all.allSatisfy { book[$0.id] == $0 })
  }

  @Test func `the book is the sum of the modules`() {
    #expect(book.all.map(\.id).sorted() == Self.declaredRules(in: "Sources"))
  }

  private static func declaredRules(in folder: String) -> [String] {
    Golden.files(inFolder: "../../" + folder).filter { $0.key.hasSuffix(".swift") }.values
      .flatMap { declaredRules(in: $0) }.sorted()
  }

  /// The names in `Rule("name", …)`, on one line or two.
  private static func declaredRules(in source: [UInt8]) -> [String] {
    String(decoding: source, as: UTF8.self).split(separator: "Rule(").dropFirst().compactMap {
      let argument = $0.drop { $0.isWhitespace }
      guard argument.first == "\"" else { return nil }
      return String(argument.dropFirst().prefix { $0 != "\"" })
    }
  }
}
