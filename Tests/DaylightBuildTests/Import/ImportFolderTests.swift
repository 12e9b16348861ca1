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
      _ = try ImportFolder(target.path, source: source.path)
    }
  }

  @Test func `a folder inside the source is refused`() throws {
    let source = try TemporaryFolder()
    #expect(throws: ImportFolder.Problem.self) {
      _ = try ImportFolder(source.path + "/new", source: source.path)
    }
  }

  @Test func `pages and pictures are written, and the source stays as it is`() throws {
    let source = try TemporaryFolder()
    try source.write("a.md", "# A\n![A bench](bench.png)")
    try source.write("bench.png", "picture")
    let target = try TemporaryFolder()
    try ImportFolder(target.path + "/deep/new", source: source.path).write(
      site(source), report: "R")
    #expect(target.text("deep/new/content/a.md")?.contains("](bench.png)") == true)
    #expect(target.text("deep/new/content/bench.png") == "picture")
    #expect(target.text("deep/new/import-report.md") == "R")
    #expect(try ForeignFolder(source.path).files.map(\.path) == ["a.md", "bench.png"])
  }
}
