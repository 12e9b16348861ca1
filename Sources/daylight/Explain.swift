import ArgumentParser
import DaylightBuild
import DaylightModel
import DaylightSyntax

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain why a rule exists, with an example, and how to fix what it finds.",
    discussion: """
      Each message ends with the name of its rule in brackets. Without a name, lists all rules. \
      In a site's folder, the phrases to avoid in ‘content/language.yaml’ are included.

      Examples:
        daylight explain
        daylight explain broken-link
      """)

  @Option(
    help: ArgumentHelp("The folder with ‘content’ and ‘templates’.", valueName: "folder"),
    completion: .directory)
  var site = "."

  @Argument(
    help: ArgumentHelp("The name of a rule, such as broken-link.", valueName: "rule"),
    completion: .list(RuleBook.whole.all.map(\.id).sorted()))
  var rule: String?

  func validate() throws { try EmptyPath.refuse([site], as: "‘--site’") }

  func run() throws {
    let console = Console()
    let phrases = (try? phrases()) ?? []
    let text = RuleText(.whole)
    guard let name = rule.map(Self.bare) else {
      console.show(Array(text.list.utf8))
      if !phrases.isEmpty {
        let own = RuleGroup("Phrases to avoid (content/language.yaml)", "", phrases)
        console.show(Array(("\n" + RuleText(RuleBook([own], locked: [])).list).utf8))
      }
      return
    }
    if let known = RuleBook.whole[name] ?? phrases.first(where: { $0.id == name }) {
      if known.id != name { console.say("note: ‘\(name)’ is now called ‘\(known.id)’") }
      console.show(Array(text.explanation(of: known).utf8))
      return
    }
    let all = RuleBook(RuleBook.whole.groups + [RuleGroup("", "", phrases)], locked: [])
    let advice =
      all.nearest(to: name).map { "did you mean ‘\($0)’?" } ?? "‘daylight explain’ lists all rules"
    console.say("error: no rule is called ‘\(name)’\n   = help: \(advice)")
    throw ExitCode(64)
  }

  /// Accepts a name copied from a message: `[broken-link]`.
  private static func bare(_ name: String) -> String {
    String(name.drop { $0 == "[" }.prefix { $0 != "]" })
  }

  private func phrases() throws(BuildFailure) -> [Rule] {
    guard let file = try SiteLoader(root: site).read("content/language.yaml") else { return [] }
    return LanguageRules.decode(file).value.all.map(\.rule)
  }
}
