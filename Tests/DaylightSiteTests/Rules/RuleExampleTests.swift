import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

/// Tries the examples that rules give: an example that is not right when followed is a fault.
@Suite struct RuleExampleTests {
  private static let tried = RuleBook.pipeline.all.filter { site($0.explanation.bad, $0) != nil }

  @Test(arguments: tried)
  func `the bad example raises the rule`(rule: Rule) async throws {
    let build = await (try #require(Self.site(rule.explanation.bad, rule))).build()
    #expect(build.rules.contains(rule.id), "\(build.rules)")
  }

  @Test(arguments: tried)
  func `the good example raises no error, and not the rule`(rule: Rule) async throws {
    let build = await (try #require(Self.site(rule.explanation.good, rule))).build().build
    let findings = build.diagnostics.filter { $0.severity == .error || $0.rule == rule }
    #expect(findings.map { "\($0.rule.id): \($0.message)" } == [])
  }

  /// A site in which an example is written where it belongs, or nil where it is no source.
  private static func site(_ example: String, _ rule: Rule) -> SiteFixture? {
    switch rule.explanation.place {
    case .text: site(["content/page.md": "---\ntitle: Rest\n---\n\(example)\n"])
    case .page: site(["content/page.md": example + "\n"])
    case .term: site(["content/glossary/love-bombing.md": example + "\n"])
    case .checklist:
      site(["content/checklists/signs.md": "---\ntitle: Signs\n---\n\(example)\n"])
    case .settings: site(["content/site.yaml": "name: Reading Room\n\(example)\n"])
    case .help: site(["content/help.yaml": help(example)])
    case .sources: site(["content/sources.yaml": sources + example + "\n"])
    case .people: site(["content/people.yaml": people + example + "\n"])
    case .template:
      site([
        "templates/page.mustache": example.hasPrefix("{{<")
          ? example : "{{<base}}\n{{$main}}\n\(example)\n{{/main}}\n{{/base}}\n"
      ])
    case .style:
      site(["templates/assets/site.css": "body { color: #111; background: #fff; }\n" + example])
    case .finished, .files, .described: nil
    }
  }

  private static func site(_ example: [String: String]) -> SiteFixture {
    var files = [
      "content/page.md": "---\ntitle: Rest\n---\nRest is allowed.\n",
      "content/signs/overview.md":
        "---\ntitle: The signs in short\n---\n## What they are\n\nSigns.\n",
      "content/glossary/gaslighting.md":
        "---\nterm: Gaslighting\nsummary: Making you doubt what you saw.\nevidence: popular\n---\n",
      "content/help.yaml": help(""), "content/sources.yaml": sources,
      "content/people.yaml": people,
    ]
    files.merge(example) { $1 }
    var site = SiteFixture(files: files.map { ($0.key, $0.value) })
    site.attach("content/bench.png")
    return site
  }

  private static let people = "- id: jo\n  name: Jo\n  role: author\n"

  private static let sources = """
    dutton1993:
      title: Traumatic bonding
      kind: article
      checked: 2026-06-01
      checkedBy: jo

    """

  /// The fields of an example in place of those that a good line has.
  private static func help(_ example: String) -> String {
    let usual = [
      "name: Night Line", "kind: crisis", "phone: \"+441632960111\"", "display: 01632 960111",
      "hours: \"24/7\"", "cost: free", "coverage: England", "source: https://line.example.org/",
      "verified: 2026-06-01",
    ]
    let lines = example.split(separator: "\n").map(String.init)
    func key(_ line: String) -> Substring { line.prefix { $0 != ":" } }
    let fields = usual.filter { line in !lines.contains { key($0) == key(line) } } + lines
    return """
      regions:
        - id: gb-eng
          name: England
          emergency: {number: "999"}
          services:
            - name: Always Line
              kind: crisis
              phone: "+441632960222"
              display: 01632 960222
              hours: "24/7"
              cost: free
              coverage: England
              source: https://always.example.org/
              verified: 2026-06-01
            - \(fields.joined(separator: "\n        "))

      """
  }
}

extension Rule: CustomTestStringConvertible {
  public var testDescription: String { id }
}
