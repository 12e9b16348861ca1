import DaylightPages
import DaylightSyntax
import DaylightTheme
import TestSupport
import Testing

@Suite struct StatementTests {
  private let template = SiteFixture.template(
    "page",
    """
    {{#page.statement}}
    {{built.iso}} {{pages}}
    {{#privacy}}logs: {{logDays}}{{#keepsNoLogs}} none{{/keepsNoLogs}};{{#scripts}}{{bytes}} {{digest}}
    {{/scripts}}{{#headers}}{{name}}
    {{/headers}}{{/privacy}}
    {{#accessibility}}{{contrasts}} {{leastContrast}}
    {{#refused}}refused: {{text}}
    {{/refused}}{{#reported}}reported: {{text}}
    {{/reported}}{{#off}}off: {{text}}
    {{/off}}{{/accessibility}}
    {{/page.statement}}
    """)

  private func main(_ statement: String, _ rest: String = "") async -> String {
    let site = await SiteFixture(
      template + page("a.md", "title: A\nstatement: \(statement)") + rest
    ).build()
    site.expectNoFindings()
    return site.main("a/index.html")
  }

  private func page(_ path: String, _ frontMatter: String) -> String {
    "-- content/\(path) --\n---\n\(frontMatter)\n---\nText.\n"
  }

  @Test func `a privacy statement gives each script with its digest`() async {
    let main = await main("privacy")
    for script in ReaderScript.all {
      #expect(main.contains("\(script.bytes.count) \(SHA256(script.bytes).hexadecimal)"))
    }
    #expect(main.contains("Content-Security-Policy"))
  }

  @Test(arguments: [
    ("", "logs: ;"), ("hosting: {logDays: 14}", "logs: 14;"),
    ("hosting: {logDays: 0}", "logs: 0 none;"),
    ("hosting: {}", "logs: ;"),
  ])
  func `a privacy statement gives the days of the host's logs if they are known`(
    setting: String, expected: String
  ) async {
    let main = await main("privacy", "-- content/site.yaml --\nname: A\n\(setting)\n")
    #expect(main.contains(expected))
  }

  @Test func `an accessibility statement counts the contrasts and gives the smallest`() async {
    let css = """
      -- templates/assets/site.css --
      /* contrast: --ink on --paper 4.5 */
      :root {
        --ink: #666666;
        --paper: #ffffff;
      }
      @media (prefers-color-scheme: dark) {
        :root {
          --ink: #ffffff;
          --paper: #000000;
        }
      }

      """
    #expect(await main("accessibility", css).contains("2 5.7"))
  }

  @Test func `a check that the site lowered is only reported, and one that is off is not claimed`()
    async
  {
    let settings = """
      -- content/site.yaml --
      name: A
      rules:
        missing-alt: warning
        vague-link: off

      """
    let main = await main("accessibility", settings)
    #expect(main.contains("refused: \(Rule.skippedHeading.summary)"))
    #expect(main.contains("reported: \(Rule.missingAlternative.summary)"))
    #expect(main.contains("off: \(Rule.vagueLink.summary)"))
  }

  @Test func `a page without a statement has none`() async {
    let site = await SiteFixture(template + page("a.md", "title: A")).build()
    #expect(!site.main("a/index.html").contains("2026"))
  }

  @Test func `an article holds no statement`() async {
    let site = await SiteFixture(
      page("s/index.md", "title: S") + page("s/a.md", "title: A\n⟦1⟧statement: privacy")
    ).build()
    site.expectFindings(.init("misplaced-key", at: 1))
  }
}
