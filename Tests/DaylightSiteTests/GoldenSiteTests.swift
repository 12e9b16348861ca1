import DaylightModel
import DaylightSite
import DaylightSyntax
import DaylightTheme
import TestSupport
import Testing

/// Whole sites, one for each feature: what is in `Tests/GoldenSites/NAME/content` comes out as in
/// `expected`, with the findings in `diagnostics.txt`.
///
/// What every site has and a golden does not write itself (its help page, the files for web servers,
/// the two scripts) is tested elsewhere and left out of `expected`.
@Suite struct GoldenSiteTests {
  @Test(arguments: [
    "articles-and-links", "broken-everything", "checklist", "citations-and-footnotes",
    "drafts-and-dates", "feeds", "glossary", "paths-and-sequences", "practice", "questions",
    "redirects-and-attachments",
  ])
  func `a site comes out as it was when somebody looked`(name: String) async {
    let folder = "../GoldenSites/\(name)"
    var files: [(path: String, text: String)] = []
    for part in ["content", "templates"] {
      for (path, bytes) in Golden.files(inFolder: "\(folder)/\(part)") {
        files.append(("\(part)/\(path)", String(decoding: bytes, as: UTF8.self)))
      }
    }
    files.sort { $0.path < $1.path }
    let site = await SiteFixture(files: files).build()
    Golden.expect(findings(of: site), equal: "\(folder)/diagnostics.txt")
    Golden.expect(output(of: site, files), equalFolder: "\(folder)/expected")
  }

  private func findings(of site: FixtureBuild) -> [UInt8] {
    var text: [UInt8] = []
    let sources = site.sources.map(\.file)
    DiagnosticFormat.text.append(
      site.build.diagnostics, sources: { path in sources.first { $0.path == path } }, to: &text)
    return text
  }

  private func output(
    of site: FixtureBuild, _ files: [(path: String, text: String)]
  ) -> [String: [UInt8]] {
    let written = Set(files.map(\.path))
    var output: [String: [UInt8]] = [:]
    for artifact in site.build.artifacts where !isTestedElsewhere(artifact.path) {
      switch artifact.content {
      case .bytes(let bytes): output[artifact.path] = withoutScriptDigests(bytes)
      case .copy(let source):
        output[artifact.path] = files.first { $0.path == source }.map { Array($0.text.utf8) }
      case .staged: Issue.record("nothing takes ‘\(artifact.path)’ out of memory here")
      }
    }
    for entry in site.build.index.value.entries
    where entry.source.hasPrefix("content/") && !written.contains(entry.source) {
      output[entry.route.outputPath] = nil
    }
    return output
  }

  private func isTestedElsewhere(_ path: String) -> Bool {
    path.hasPrefix("assets/") || HostFile.written.contains(path)
  }

  /// The scripts may change without any page looking different.
  private func withoutScriptDigests(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    return Array(
      text.replacing(/assets\/(\w+)\.[0-9a-f]{16}\.js/) { "assets/\($0.output.1).js" }.utf8)
  }
}
