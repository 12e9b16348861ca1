package import DaylightModel
package import DaylightSite
import DaylightSyntax
import DaylightTheme
package import Testing

/// The result of building a `SiteFixture`.
package struct FixtureBuild: Sendable {
  package let build: SiteBuild
  package let sources: [MarkedSource]

  /// The text of a finished file; nil if there is none.
  package subscript(path: String) -> String? {
    build.artifacts.first { $0.path == path }?.bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  package var paths: [String] { build.artifacts.map(\.path) }

  /// The body of a page as HTML, before it is put into its template.
  package func body(of source: String = SiteFixture.page) -> String {
    guard let page = page(source) else { return "no page \(source)" }
    return page.body.html.text
  }

  package func page(_ source: String = SiteFixture.page) -> Page? {
    build.page(source)
  }

  /// The lines of a finished page between `<main>` and `</main>`, without empty ones: what a
  /// template's block `main` produced. If there is no page, the findings instead.
  package func main(_ path: String) -> String {
    guard let text = self[path] else {
      let findings = build.diagnostics.map { "[\($0.rule.id)] \($0.message)" }
      return "no file \(path): " + findings.joined(separator: "; ")
    }
    let lines = text.split(separator: "\n")
    let main = lines.drop { !$0.hasPrefix("<main") }.dropFirst().prefix { $0 != "</main>" }
    return main.joined(separator: "\n")
  }

  /// The levels of all findings, in their order.
  package var severities: [String] { build.diagnostics.map(\.severity.rawValue) }

  /// The rules of all findings, in their order.
  package var rules: [String] { build.diagnostics.map(\.rule.id) }

  /// Expects exactly these findings. `except` names rules that the test ignores.
  package func expectFindings(
    _ expected: ExpectedFinding..., except rules: Set<String> = [],
    at place: Testing.SourceLocation = #_sourceLocation
  ) {
    let findings = build.diagnostics.filter { !rules.contains($0.rule.id) }
    TestSupport.expectFindings(findings, in: sources, are: expected, at: place)
  }

  package func expectNoFindings(
    except rules: Set<String> = [], at place: Testing.SourceLocation = #_sourceLocation
  ) {
    expectFindings(except: rules, at: place)
  }
}
