import DaylightAudit
import DaylightBuild
import DaylightSyntax
import DaylightTheme

/// What the audit's scanner sees in a page, and the rules that the page breaks on any site.
enum HTMLProbe {
  static func answer(_ bytes: [UInt8]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.array("tags") { json in
        bytes.withHTMLScanner { scanner in
          while let token = scanner.next() {
            guard case .startTag(let tag) = token else { continue }
            json.object { json in
              json.member("name", scanner.name(tag.spelling))
              json.array("attributes") { json in
                for attribute in scanner.attributes {
                  json.value(scanner.name(attribute.spelling))
                  json.value(scanner.value(attribute))
                }
              }
            }
          }
        }
      }
      json.array("findings") { json in
        for rule in rules(brokenBy: bytes) { json.value(rule) }
      }
    }
    return json.bytes
  }

  private static func rules(brokenBy bytes: [UInt8]) -> [String] {
    var scratch = audit.scratch()
    let file = AuditedFile(path: "page/index.html", bytes: bytes)
    let found = audit.check(file, &scratch).findings.map(\.violation.rule.id)
    return found.filter { !unapplied.contains($0) }
  }

  private static let audit = OutputAudit(
    AuditPolicy(
      exitURL: "", contentSecurityPolicy: SecurityPolicy.meta,
      inlinePolicy: SecurityPolicy.notFound,
      exitScript: .init(path: ReaderScript.exit.path, bytes: ReaderScript.exit.bytes),
      checklistScript: .init(
        path: ReaderScript.checklist.path, bytes: ReaderScript.checklist.bytes),
      landmarkStyle: .init(path: ReaderStyle.landmarks.path, bytes: ReaderStyle.landmarks.bytes),
      zeroTicksText: "", hasFeed: true, hasOpenGraph: true, linksNameFiles: false,
      unapplied: unapplied))

  private static let unapplied = Set(FolderAudit.rulesNotApplied.map(\.id))
}
