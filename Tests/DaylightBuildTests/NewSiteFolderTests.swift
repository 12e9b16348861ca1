import DaylightBuild
import DaylightSyntax
import Foundation
import Testing

@Suite struct NewSiteFolderTests {
  let folder: TemporaryFolder
  private let files = [
    SourceFile(path: ".gitignore", text: "/public/\n"),
    SourceFile(path: "content/a/index.md", text: "a"),
    SourceFile(path: "content/site.yaml", text: "name: x\n"),
  ]

  init() throws { folder = try TemporaryFolder() }

  private func refusal(_ name: String) -> String? {
    do {
      try NewSiteFolder(folder[name]).check()
      return nil
    } catch let refusal as NewSiteFolder.Refusal {
      return refusal.message
    } catch {
      return "\(error)"
    }
  }

  private let whole = [
    ".gitignore": "/public/\n", "content/": "", "content/a/": "", "content/a/index.md": "a",
    "content/site.yaml": "name: x\n",
  ]

  @Test(arguments: ["new", "deep/er/new", "new/"])
  func `a folder that is not there is made with all files and no others`(name: String) throws {
    try NewSiteFolder(folder[name]).write(files)
    #expect(try folder.tree(name) == whole)
    let leftovers = try folder.tree("").keys.filter { $0.contains(".daylight-new") }
    #expect(leftovers == [])
  }

  @Test func `an empty folder is filled`() throws {
    try folder.makeFolder("new")
    try NewSiteFolder(folder["new"]).write(files)
    #expect(try folder.tree("new") == whole)
  }

  @Test func `a folder with nothing but git's own is empty`() throws {
    try folder.write("new/.git/HEAD", "ref: x\n")
    try folder.write("new/.DS_Store", "x")
    try NewSiteFolder(folder["new"]).write(files)
    #expect(folder.text("new/.git/HEAD") == "ref: x\n")
    #expect(folder.text("new/content/site.yaml") == "name: x\n")
  }

  @Test func `what a killed run left behind is no obstacle`() throws {
    try folder.write("new/.daylight-new-1/content/x", "x")
    #expect(refusal("new") == nil)
  }

  @Test func `a folder with a file is refused, and left as it is`() throws {
    for name in ["a", "b", "c", "d", "e"] { try folder.write("new/\(name)", name) }
    let before = try folder.tree("new")
    #expect(
      refusal("new")
        == "the folder ‘\(folder["new"])’ is not empty: it has ‘a’, ‘b’, ‘c’ and 2 more")
    #expect(throws: NewSiteFolder.Refusal.self) {
      try NewSiteFolder(folder["new"]).write(files)
    }
    #expect(try folder.tree("new") == before)
  }

  @Test func `a file in the place of the folder is refused`() throws {
    try folder.write("new", "x")
    #expect(refusal("new")?.contains("is a file") == true)
    #expect(refusal("new/er")?.contains("is a file") == true)
  }

  @Test func `if a file cannot be written, nothing is left`() throws {
    let twice = files + [SourceFile(path: "content/site.yaml/below", text: "x")]
    #expect(throws: BuildFailure.self) { try NewSiteFolder(folder["new"]).write(twice) }
    #expect(try folder.tree("") == [:])
    try folder.makeFolder("empty")
    #expect(throws: BuildFailure.self) { try NewSiteFolder(folder["empty"]).write(twice) }
    #expect(try folder.tree("") == ["empty/": ""])
  }
}
