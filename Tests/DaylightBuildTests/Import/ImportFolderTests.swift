import DaylightBuild
import DaylightImport
import Testing

@Suite struct `Reading a source and writing the new folder` {
  private func site(_ source: TemporaryFolder) throws -> ImportedSite {
    Importer(try ForeignFolder(source.path).files, kind: .markdown, sourceName: "x").run()
  }

  @Test func `links are not followed, and are named`() throws {
    let source = try TemporaryFolder()
    try source.write("a.md", "# A")
    try source.link("out", to: "/etc")
    try source.link("b.md", to: "/etc/hostname")
    let folder = try ForeignFolder(source.path)
    #expect(folder.files.map(\.path) == ["a.md"])
    #expect(folder.skipped == ["b.md", "out"])
  }

  @Test func `a folder with something in it is refused`() throws {
    let source = try TemporaryFolder()
    let target = try TemporaryFolder()
    try target.write("mine.txt", "x")
    #expect(throws: ImportFolder.Problem.self) {
      _ = try ImportFolder(target.path, source: ForeignFolder(source.path))
    }
  }

  @Test(arguments: ["/new", "/not/there/new", "/../x/../%/new", ""])
  func `a folder inside the source is refused`(path: String) throws {
    let source = try TemporaryFolder()
    let name = source.path.split(separator: "/").last ?? ""
    #expect(throws: ImportFolder.Problem.self) {
      _ = try ImportFolder(
        source.path + path.replacing("%", with: name), source: ForeignFolder(source.path))
    }
  }

  @Test func `the new folder may be beside an exported file, but not in its pictures`() throws {
    let source = try TemporaryFolder()
    try source.write("export.xml", "<rss/>")
    try source.write("uploads/bench.png", "picture")
    let export = try ForeignFolder(source["export.xml"])
    _ = try ImportFolder(source["new"], source: export)
    #expect(throws: ImportFolder.Problem.self) {
      _ = try ImportFolder(source["uploads/new"], source: export)
    }
  }

  @Test func `pages and pictures are written, and the source stays as it is`() throws {
    let source = try TemporaryFolder()
    try source.write("a.md", "# A\n![A bench](bench.png)")
    try source.write("bench.png", "picture")
    let target = try TemporaryFolder()
    try ImportFolder(target.path + "/deep/new", source: ForeignFolder(source.path)).write(
      site(source), report: "R")
    #expect(target.text("deep/new/content/a.md")?.contains("](bench.png)") == true)
    #expect(target.text("deep/new/content/bench.png") == "picture")
    #expect(target.text("deep/new/import-report.md") == "R")
    #expect(try ForeignFolder(source.path).files.map(\.path) == ["a.md", "bench.png"])
  }
}
