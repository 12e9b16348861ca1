import DaylightBuild
import DaylightModel
import DaylightPages
import DaylightSite
import DaylightSyntax
import ProofSupport

/// A body as it is printed into a page, after all passes, and as the parser alone prints it.
enum MarkdownProbe {
  private static let path = "content/signs/fear.md"
  private static let assembler = PageAssembler(
    index: SmallSite.shared.build.index.value, rules: .whole)

  static func answer(_ body: [UInt8]) -> [UInt8] {
    let document = Document.read(SmallSite.shared.file(path, body: body), kind: .article).value
    var scratch = AssemblyScratch()
    let page = assembler.assemble(document, in: &scratch)
    var json = JSONWriter()
    json.object { json in
      json.member("html", page.value.body.html.text)
      json.array("findings") { json in
        for finding in page.diagnostics { json.value(finding.rule.id) }
      }
    }
    return json.bytes
  }
}
