import DaylightBuild
import DaylightModel
import DaylightPages
import DaylightSite
import DaylightSyntax
import ProofSupport

extension FuzzTarget {
  /// All passes over the body of a page. The first byte says of which page of the small site.
  static let markdown = FuzzTarget("markdown") { bytes in
    guard let (path, body) = bytes.choice(of: markdownPaths),
      let kind = PageKind(path: path)
    else { return }
    let file = SmallSite.shared.file(path, body: body)
    let document = Document.read(file, kind: kind)
    var scratch = AssemblyScratch()
    let page = assembler.assemble(document.value, in: &scratch)
    show(document.diagnostics + page.diagnostics, of: [file])
  }

  private static let markdownPaths = [
    "content/signs/fear.md", "content/checklists/signs.md", "content/glossary/strong-tie.md",
    "content/help.md",
  ]

  private static let assembler = PageAssembler(
    index: SmallSite.shared.build.index.value, remembers: true, proofreads: true, rules: .whole)
}
