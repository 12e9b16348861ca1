import DaylightAudit
import ProofSupport

@testable import DaylightSite
@testable import DaylightSyntax

extension FuzzTarget {
  /// The audit of a finished file, and what else reads or rewrites finished files. The first byte
  /// says which file.
  static let finishedFiles = FuzzTarget("finished-files") { bytes in
    guard let (path, bytes) = bytes.choice(of: finishedPaths) else { return }
    var scratch = audit.scratch()
    let result = audit.check(AuditedFile(path: path, bytes: bytes), &scratch)
    let site = audit.checkSite([result])
    show(
      AuditFinding.diagnostics(site.findings, in: "public/") + site.brokenLinks,
      of: [SourceFile(path: "public/" + path, bytes: bytes)])
    if path.hasSuffix(".html") {
      let copy = HTML(printed: bytes).changingTags { _ in }
      precondition(copy.bytes == bytes, "changing nothing has changed something")
      var page = bytes
      Typography(language: "en").set(page: &page)
    } else if path.hasSuffix(".css") {
      let compact = CompactStyle.bytes(of: bytes)
      precondition(compact.count <= bytes.count, "a style grew when it was made smaller")
      precondition(tokens(in: compact) == tokens(in: bytes), "a style says something else")
    }
  }

  /// Without semicolons, of which the last in a block is not needed.
  private static func tokens(in style: [UInt8]) -> [StyleScanner.Token] {
    StyleScanner.pieces(of: style).map(\.token).filter { $0 != .mark(UInt8(ascii: ";")) }
  }

  private static let finishedPaths = [
    "page/index.html", "checklists/signs/index.html", "old/index.html", "assets/site.css",
    "pictures/way.svg", "feed.xml", "glossary.json", "assets/a.js", "pictures/a.png", "_headers",
  ]

  private static let audit: OutputAudit = {
    guard let audit = SmallSite.shared.build.lastAudit else {
      preconditionFailure("the small site was not audited")
    }
    return audit.context.audit
  }()
}
