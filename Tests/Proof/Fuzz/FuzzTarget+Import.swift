import DaylightImport
import DaylightModel
import DaylightSyntax

extension FuzzTarget {
  /// A site of another tool: a page, its settings and a page of HTML, with a zero byte between them.
  /// The first byte chooses the tool. The order in which files are found must not matter, and what is
  /// written must be front matter that can be read.
  static let importing = FuzzTarget("import") { bytes in
    guard let ((kind, paths), bytes) = bytes.choice(of: foreignSites) else { return }
    let parts = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
    let files = zip(paths, parts).map { ForeignFile(path: $0, text: Array($1)) }
    let site = Importer(files, kind: kind, sourceName: "Old site").run()
    let again = Importer(files.reversed(), kind: kind, sourceName: "Old site").run()
    precondition(site.files == again.files && site.report == again.report, "order matters")
    for case (let path, .text(let text)) in site.files.map({ ($0.path, $0.content) }) {
      guard let page = PageKind(path: path) else { continue }
      let file = SourceFile(path: path, text: text)
      let findings = Document.read(file, kind: page).diagnostics
      show(findings, of: [file])
      let isReadable = findings.allSatisfy {
        !["invalid-yaml", "unclosed-front-matter", "duplicate-key", "yaml-alias", "yaml-tag"]
          .contains($0.rule.id)
      }
      precondition(isReadable, "what was imported cannot be read:\n\(text.prefix(2000))")
    }
  }

  private static let foreignSites: [(ForeignKind, [String])] = [
    (.hugo, ["content/a.md", "hugo.toml", "content/b.html"]),
    (.jekyll, ["_posts/2020-01-02-a.md", "_config.yml", "b.html"]),
    (.eleventy, ["a.md", "_data/site.json", "b.njk"]),
    (.astro, ["src/content/docs/a.mdx", "astro.config.mjs", "src/content/docs/b.md"]),
    (.mkdocs, ["docs/a.md", "mkdocs.yml", "docs/b.html"]),
    (.obsidian, ["a.md", ".obsidian/app.json", "Folder/b.md"]),
    (.markdown, ["a.md", "index.md", "b.html"]),
    (.wordpress, ["export.xml"]), (.squarespace, ["export.xml"]),
  ]
}
