import DaylightBuild
import DaylightSyntax
import Foundation
import Platform
import Testing

@Suite struct SiteLoaderTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("content/index.md", "home")
  }

  private func load(_ limits: SiteLoader.Limits = .init()) async throws -> (
    files: [String: String], assets: [String], found: [String]
  ) {
    let site = try await SiteLoader(root: folder.path, limits: limits).load(
      with: ParallelRunner(width: 2))
    let files = site.value.files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    return (
      Dictionary(uniqueKeysWithValues: files), site.value.assets.map(\.path),
      site.diagnostics.map { "\($0.rule.id): \($0.message)" }
    )
  }

  @Test func `files of both folders are read, and others are not`() async throws {
    try folder.write("templates/base.mustache", "base")
    try folder.write("public/index.html", "output")
    try folder.write("README.md", "read me")
    let site = try await load()
    #expect(site.files == ["content/index.md": "home", "templates/base.mustache": "base"])
    #expect(site.found == [])
  }

  @Test func `files are sorted by the bytes of their paths`() async throws {
    for name in ["b.md", "a/z.md", "a-b.md", "é.md", "a.md"] {
      try folder.write("content/" + name, name)
    }
    let site = try await SiteLoader(root: folder.path).load(with: ParallelRunner(width: 2)).value
    #expect(
      site.files.map(\.path) == [
        "content/a-b.md", "content/a.md", "content/a/z.md", "content/b.md", "content/index.md",
        "content/é.md",
      ])
  }

  @Test func `many files are all read, each with its own bytes`() async throws {
    var expected = ["content/index.md": "home"]
    for number in 0..<500 {
      expected["content/s\(number % 7)/\(number).md"] = "text \(number)"
      try folder.write("content/s\(number % 7)/\(number).md", "text \(number)")
    }
    let site = try await load()
    #expect(site.files == expected)
  }

  @Test func `an empty file is read as one`() async throws {
    try folder.write("content/empty.md", "")
    #expect(try await load().files["content/empty.md"] == "")
  }

  @Test func `names with spaces, quotes and emoji are read`() async throws {
    try folder.write("content/a \"b\" 'c' 🌅.md", "x")
    #expect(try await load().files["content/a \"b\" 'c' 🌅.md"] == "x")
  }

  @Test func `an asset is known by its head and its size`() async throws {
    try folder.write("content/door.jpg", Array(0..<200))
    var limits = SiteLoader.Limits()
    limits.head = 100
    let asset = try await SiteLoader(root: folder.path, limits: limits).load(
      with: ParallelRunner(width: 2)
    ).value.assets.first
    #expect(asset?.path == "content/door.jpg")
    #expect(asset?.head == Array(0..<100))
    #expect(asset?.stamp.size == 200)
  }

  @Test func `leftovers of editors and systems are skipped`() async throws {
    for name in [
      ".#index.md", "index.md~", ".index.md.swp", "index.md.swp", "4913", ".DS_Store", "#index.md#",
      "~$letter.docx", ".git/HEAD", "Thumbs.db", "index.md.bak", "index.md.orig", "index.md.BAK",
      "index.md.save", "index.md.save.1", "index.md.tmp", "index.md.rej", "index.md.swo", "sedXXXX",
      "sedq3Rt9Z", "index_LOCAL_4711.md", "index_BACKUP_4711.md", "index.md.mine", "page.old",
      "~WRL0003.tmp", "index.md.crdownload", "__MACOSX/index.md", "index.md~", "index.md.~1~",
    ] {
      try folder.write("content/" + name, "x")
    }
    let site = try await load()
    #expect(site.files == ["content/index.md": "home"])
    #expect(site.assets == [])
  }

  @Test func `names that only resemble leftovers are read`() async throws {
    for name in ["sediment.md", "sedate/a.md", "old.md", "tmp.md", "on_local_help.md", "backup.md"]
    {
      try folder.write("content/" + name, "x")
    }
    try folder.write("content/.htaccess", "x")
    let site = try await load()
    #expect(site.files.count == 7)
    #expect(site.assets == ["content/.htaccess"])
  }

  @Test func `a text that is too large is reported and not read`() async throws {
    try folder.write("content/large.md", Array(repeating: 0x78, count: 9 << 20))
    let site = try await load()
    #expect(site.files["content/large.md"] == nil)
    #expect(
      site.found == [
        "file-too-large: ‘content/large.md’ is 9 MB, and the limit is 8 MB"
      ])
  }

  @Test func `an asset that is too large is reported and not listed`() async throws {
    try folder.write("content/film.mp4", "")
    #expect(truncate(folder["content/film.mp4"], 65 << 20) == 0)
    let site = try await load()
    #expect(site.assets == [])
    #expect(
      site.found == [
        "file-too-large: ‘content/film.mp4’ is 65 MB, and the limit is 64 MB"
      ])
  }

  @Test func `a pipe does not stall the build`() async throws {
    #expect(mkfifo(folder["content/pipe.md"], 0o644) == 0)
    #expect(try await load().files == ["content/index.md": "home"])
  }

  @Test(.enabled(if: Self.disk.tellsCase))
  func `names that differ only by capital letters or accents are reported`() async throws {
    try folder.write("content/signs/Fear.md", "1")
    try folder.write("content/signs/fear.md", "2")
    #expect(
      try await load().found == [
        "case-collision: ‘content/signs/fear.md’ and ‘content/signs/Fear.md’ differ only by capital letters or accents"
      ])
  }

  @Test(.enabled(if: Self.disk.takesAnyBytes))
  func `a name that is not valid UTF-8 is reported`() async throws {
    #expect(Self.makeFileNotInUTF8(in: folder["content"]))
    #expect(
      try await load().found == ["file-name: the name ‘content/\u{FFFD}.md’ is not valid UTF-8"])
  }

  /// What the disk of the temporary folders supports; those of Linux and of a Mac differ.
  private static let disk: (tellsCase: Bool, takesAnyBytes: Bool) = {
    guard let folder = try? TemporaryFolder() else { return (false, false) }
    try? folder.write("a", "a")
    return (folder.text("A") == nil, makeFileNotInUTF8(in: folder.path))
  }()

  private static func makeFileNotInUTF8(in folder: String) -> Bool {
    let name = Array((folder + "/").utf8) + [0xE9] + Array(".md".utf8) + [0]
    let file = creat(name.map { CChar(bitPattern: $0) }, 0o644)
    return file >= 0 && close(file) == 0
  }

  @Test func `a site without content is a failure`() async throws {
    try folder.remove("content")
    await #expect(throws: BuildFailure.noContent(root: folder.path)) { try await load() }
    try folder.write("content", "a file")
    await #expect(throws: BuildFailure.noContent(root: folder.path)) { try await load() }
  }

  @Test func `files and folders without permission are reported, and the rest is read`()
    async throws
  {
    try folder.write("content/secret.md", "x")
    try folder.write("content/secret.png", "x")
    try folder.write("content/locked/page.md", "x")
    let path = folder.path
    // In another process, so that root can give up its privileges for good.
    await #expect(processExitsWith: .success) { [path = path as String] in
      for name in ["secret.md", "secret.png", "locked"] {
        try #require(chmod(path + "/content/" + name, 0) == 0)
      }
      if getuid() == 0 { try #require(setuid(65534) == 0) }
      let site = try await SiteLoader(root: path).load(with: ParallelRunner(width: 2))
      #expect(site.value.files.map(\.path) == ["content/index.md"])
      #expect(
        site.diagnostics.map(\.message) == [
          "‘content/locked’ cannot be read: you do not have permission",
          "‘content/secret.md’ cannot be read: you do not have permission",
          "‘content/secret.png’ cannot be read: you do not have permission",
        ])
    }
    chmod(folder["content/locked"], 0o755)
  }

  @Test func `equal scans mean that nothing changed`() async throws {
    let loader = SiteLoader(root: folder.path)
    let before = try loader.scan().value
    #expect(try loader.scan().value == before)
    #expect(try await loader.load(with: ParallelRunner(width: 2)).value.snapshot == before)
    // The same size, and renamed into place as editors do.
    try folder.write("content/.new", "HOME")
    try #require(rename(folder["content/.new"], folder["content/index.md"]) == 0)
    #expect(try loader.scan().value != before)
  }

  @Test func `links that stay inside the site are followed`() async throws {
    try folder.write("content/shared/door.png", "png")
    try folder.write("templates/base.mustache", "base")
    try folder.link("content/door.png", to: "shared/door.png")
    try folder.link("content/again", to: folder["content/shared"])
    try folder.link("content/base.mustache", to: "../templates/base.mustache")
    let site = try await load()
    #expect(
      site.assets == ["content/again/door.png", "content/door.png", "content/shared/door.png"])
    #expect(site.files["content/base.mustache"] == "base")
    #expect(site.found == [])
  }

  @Test func `the content folder itself may be a link`() async throws {
    try FileManager.default.moveItem(atPath: folder["content"], toPath: folder["writing"])
    try folder.link("content", to: "writing")
    try folder.link("writing/same.md", to: "index.md")
    #expect(
      try await load().files == ["content/index.md": "home", "content/same.md": "home"])
  }

  @Test func `links that leave the site are reported and not followed`() async throws {
    try folder.write("secret.md", "secret")
    try folder.write("content-of-others/x.md", "secret")
    try folder.link("content/out.md", to: "../secret.md")
    try folder.link("content/others", to: "../content-of-others")
    try folder.link("content/root", to: "/")
    let site = try await load()
    #expect(site.files == ["content/index.md": "home"])
    #expect(
      site.found
        == ["others", "out.md", "root"].map {
          "symbolic-link: ‘content/\($0)’ is a symbolic link that leads out of the site"
        })
  }

  @Test func `circular and broken links are reported`() async throws {
    try folder.makeFolder("content/a/b")
    try folder.link("content/a/b/up", to: "../..")
    try folder.link("content/self", to: "self")
    try folder.link("content/nowhere.md", to: "gone.md")
    #expect(
      try await load().found == [
        "symbolic-link: ‘content/a/b/up’ is a symbolic link to a folder that contains it",
        "symbolic-link: ‘content/nowhere.md’ is a broken symbolic link",
        "symbolic-link: ‘content/self’ is a broken symbolic link",
      ])
  }

  @Test func `scanning folders full of links to each other ends`() async throws {
    for from in 0..<8 {
      try folder.write("content/f\(from)/x.md", "x")
      for to in 0..<8 where to != from {
        try folder.link("content/f\(from)/l\(to)", to: "../f\(to)")
      }
    }
    let site = try await load()
    #expect(site.files.count == 1 + 8 * 8)
    #expect(site.found.allSatisfy { $0.hasPrefix("symbolic-link: ") })
  }

  @Test func `folders nested too deeply are reported`() async throws {
    try folder.makeFolder("content/" + String(repeating: "d/", count: 100))
    let found = try await load().found
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("folder-depth: ") == true)
  }
}
