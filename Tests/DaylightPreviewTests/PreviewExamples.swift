import DaylightSite
import DaylightSyntax
import Synchronization
import TestSupport

@testable import DaylightPreview

extension PreviewSite {
  /// A small site: a home page, a section with one page, a style sheet and a 404 page.
  static func example(_ changes: [String: String] = [:]) -> PreviewSite {
    var texts = [
      "index.html": page("Home"), "signs/index.html": page("Signs"),
      "signs/fear/index.html": page("Fear"), "404.html": page("Not found"),
      "assets/site.css": "body {}", "robots.txt": "User-agent: *",
    ]
    texts.merge(changes) { $1 }
    return PreviewSite(files: PreviewFiles(texts.mapValues { PreviewFile(Array($0.utf8)) }))
  }

  static func page(_ title: String) -> String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; \
    script-src &#39;self&#39;; style-src &#39;self&#39;; connect-src &#39;none&#39;">
    <title>\(title)</title>
    <script src="exit.js" defer></script>
    </head>
    <body><main>\(title)</main></body>
    </html>
    """
  }

  func with(_ diagnostics: Diagnostic...) -> PreviewSite {
    var site = self
    site.findings = SiteFindings(diagnostics)
    return site
  }
}

extension Diagnostic {
  static let broken = Diagnostic(
    Rule("broken-link", .error, "A link that leads nowhere."), "no page at ‘x.md’",
    at: SourceLocation(
      path: "content/a.md", start: SourcePosition(line: 2, column: 5),
      end: SourcePosition(line: 2, column: 9)))
}

/// Returns one site after the other, the last one forever, and records what it was asked.
final class Sites: Sendable {
  private let remaining: Mutex<[PreviewSite]>
  private let noted = Mutex<[ChangeSet]>([])

  init(_ sites: PreviewSite...) { remaining = Mutex(sites) }

  var changes: [ChangeSet] { noted.withLock { $0 } }

  func next(_ changes: ChangeSet) -> PreviewSite {
    noted.withLock { $0.append(changes) }
    return remaining.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
  }
}
