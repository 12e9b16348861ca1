import DaylightImport
import TestSupport
import Testing

@Suite struct `Golden imports` {
  @Test(arguments: [
    "hugo", "markdown", "jekyll", "eleventy", "astro", "mkdocs", "obsidian", "wordpress",
    "squarespace",
  ])
  func `a small site of each kind becomes the recorded one`(_ name: String) throws {
    let files = Golden.files(inFolder: "Sites/\(name)/source").foreignFiles
    let kind = try #require(ForeignKind.recognise(files))
    #expect(kind.rawValue == name)
    let site = Importer(files, kind: kind, sourceName: name).run()
    var found = ["import-report.md": Array(site.report.utf8)]
    for file in site.files {
      found[file.path] =
        switch file.content {
        case .text(let text): Array(text.utf8)
        case .copy(let path): Array("a copy of \(path)\n".utf8)
        }
    }
    Golden.expect(found, equalFolder: "Sites/\(name)/expected")
  }
}
