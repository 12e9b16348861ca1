import DaylightBuild
import DaylightSyntax
import Foundation
import Testing

@Suite struct ThemeFolderTests {
  let folder: TemporaryFolder
  private let path = "templates/partials/head.mustache"

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("content")
  }

  private var theme: ThemeFolder { ThemeFolder(site: folder.path) }

  @Test func `a file is written with what it comes from`() throws {
    try theme.write(Array("mine".utf8), to: path, from: Array("built in".utf8))
    #expect(folder.text(path) == "mine")
    let files = try theme.files()
    #expect(files.map(\.file) == [SourceFile(path: path, text: "mine")])
    #expect(files.first?.origin == Array("built in".utf8))
  }

  @Test func `what files come from is no template`() async throws {
    try theme.write([1], to: path, from: [2])
    #expect(try SiteLoader(root: folder.path).scan().value.entries.map(\.path) == [path])
  }

  @Test func `a file that was copied by hand comes from nowhere`() throws {
    try folder.write(path, "by hand")
    #expect(try theme.files().first?.origin == nil)
    try theme.record([3], asOriginOf: path)
    #expect(try theme.origin(of: path) == [3])
    #expect(folder.text(path) == "by hand")
  }

  @Test func `in a folder that is no site nothing is listed`() throws {
    try folder.remove("content")
    #expect(throws: BuildFailure.self) { try theme.files() }
  }

  @Test func `new pages are written unless one of them is there`() throws {
    let files = NewPageFiles(site: folder.path)
    let page = SourceFile(path: "content/a/page.md", text: "a")
    let index = SourceFile(path: "content/a/index.md", text: "i")
    try files.add([page, index])
    #expect(folder.text("content/a/page.md") == "a")
    let other = SourceFile(path: "content/b.md", text: "b")
    #expect(throws: NewPageFiles.Taken(path: "content/a/page.md")) {
      try files.add([other, SourceFile(path: page.path, text: "new")])
    }
    #expect(folder.text("content/b.md") == nil)
    #expect(folder.text("content/a/page.md") == "a")
  }

  @Test func `a list is replaced unless somebody edited it meanwhile`() throws {
    try folder.write("content/people.yaml", "old")
    let files = NewPageFiles(site: folder.path)
    let new = SourceFile(path: "content/people.yaml", text: "new")
    #expect(throws: NewPageFiles.Taken(path: new.path)) { try files.replace(new, of: [1]) }
    #expect(folder.text(new.path) == "old")
    try files.replace(new, of: Array("old".utf8))
    #expect(folder.text(new.path) == "new")
  }
}
