import DaylightBuild
import DaylightModel
import DaylightSyntax
import Foundation
import Platform
import TestSupport
import Testing

@Suite struct SiteFixerTests {
  let folder: TemporaryFolder
  let telling = Pictures.jpeg(Pictures.exif(Pictures.tiff([Pictures.place])))
  let quiet = Pictures.jpeg([])

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("content/index.md", "home")
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: folder[name])))
  }

  private func fix() throws -> [String] {
    let paths = try SiteLoader(root: folder.path).scan().value.entries.map(\.path)
    return try SiteFixer(site: folder.path).fix(paths).map { "\($0.path) \($0.kind)" }
  }

  @Test func `only the requested files are fixed`() throws {
    try folder.write("content/a.jpg", telling)
    try folder.write("content/b.jpg", telling)
    let fixed = try SiteFixer(site: folder.path).fix(["content/b.jpg"]).map(\.path)
    #expect(fixed == ["content/b.jpg"])
    #expect(try bytes("content/a.jpg") == telling)
  }

  @Test
  func `metadata is taken out of pictures beside pages and in the theme, and nothing else changes`()
    throws
  {
    try folder.write("content/a/bench.JPG", telling)
    try folder.write(
      "templates/assets/tree.png",
      Pictures.png(Pictures.chunk("eXIf", Pictures.tiff([Pictures.place]))))
    try folder.write("content/a/plain.jpg", Pictures.jpeg())
    try folder.write("content/a/notes.md", "text")
    let before = try [
      folder.identity("content/a/plain.jpg"), folder.identity("content/a/notes.md"),
    ]
    #expect(try fix() == ["content/a/bench.JPG fixed", "templates/assets/tree.png fixed"])
    #expect(try bytes("content/a/bench.JPG") == quiet)
    #expect(try bytes("templates/assets/tree.png") == Pictures.png())
    #expect(
      try [folder.identity("content/a/plain.jpg"), folder.identity("content/a/notes.md")] == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder["content/a"]).count == 3)
    #expect(try fix() == [])
  }

  @Test func `the permissions of a file are kept`() throws {
    try folder.write("content/a.jpg", telling)
    #expect(chmod(folder["content/a.jpg"], 0o640) == 0)
    #expect(try fix() == ["content/a.jpg fixed"])
    var status = stat()
    #expect(stat(folder["content/a.jpg"], &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
  }

  @Test func `a read-only file is left alone`() throws {
    try folder.write("content/a.jpg", telling)
    #expect(chmod(folder["content/a.jpg"], 0o444) == 0)
    #expect(try fix() == ["content/a.jpg readOnly"])
    #expect(try bytes("content/a.jpg") == telling)
  }

  @Test func `the target of a link is fixed, and the link stays a link`() throws {
    try folder.write("content/a.jpg", telling)
    try folder.link("content/b.jpg", to: "a.jpg")
    #expect(try fix() == ["content/a.jpg fixed"])
    #expect(try bytes("content/b.jpg") == quiet)
    var status = stat()
    #expect(lstat(folder["content/b.jpg"], &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func `a hard-linked file is fixed under one name, and that is said`() throws {
    try folder.write("content/a.jpg", telling)
    #expect(link(folder["content/a.jpg"], folder["other.jpg"]) == 0)
    #expect(try fix() == ["content/a.jpg fixedUnderOneName"])
    #expect(try bytes("other.jpg") == telling)
    #expect(try bytes("content/a.jpg") == quiet)
  }

  @Test func `a damaged picture is left alone`() throws {
    try folder.write("content/a.jpg", Array(telling.dropLast(3)))
    #expect(try fix() == ["content/a.jpg unfixable"])
  }

  @Test func `metadata beyond the head of a file is found`() async throws {
    let far = Pictures.jpeg(
      Pictures.segment(0xE2, Array("ICC_PROFILE\0".utf8) + Array(repeating: 7, count: 65_000))
        + Pictures.exif(Pictures.tiff([Pictures.place])))
    try folder.write("content/a.jpg", far)
    let asset = try await SiteLoader(root: folder.path).load(with: ParallelRunner(width: 2)).value
      .assets.first
    #expect(asset?.picture?.gives == [.place])
  }
}
