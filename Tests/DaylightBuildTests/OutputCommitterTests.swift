import DaylightBuild
import DaylightSyntax
import Foundation
import Testing

@Suite struct OutputCommitterTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `files are written into folders created as needed`() async throws {
    let summary = try await folder.commit(["index.html": "home", "signs/fear/index.html": "fear"])
      .summary
    #expect(summary?.written == 2)
    #expect(
      try folder.tree("public") == [
        "index.html": "home", "signs/": "", "signs/fear/": "", "signs/fear/index.html": "fear",
      ])
  }

  @Test func `an unchanged file is not written again`() async throws {
    try await folder.commit(["a/x.html": "same", "b.html": "old"])
    let before = try folder.identity("public/a/x.html")
    let summary = try await folder.commit(["a/x.html": "same", "b.html": "new"]).summary
    #expect(try folder.identity("public/a/x.html") == before)
    #expect(folder.text("public/b.html") == "new")
    #expect(summary?.written == 1)
    #expect(summary?.kept == 1)
  }

  @Test func `a commit with nothing to do leaves even the manifest alone`() async throws {
    try await folder.commit(["a.html": "a"])
    let before = try folder.identity("public/.daylight-manifest")
    try await folder.commit(["a.html": "a"])
    #expect(try folder.identity("public/.daylight-manifest") == before)
  }

  @Test func `a file that was only touched is kept`() async throws {
    try await folder.commit(["a.html": "a"])
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: folder["public/a.html"])
    let before = try folder.identity("public/a.html")
    #expect(try await folder.commit(["a.html": "a"]).found == [])
    #expect(try folder.identity("public/a.html") == before)
  }

  @Test func `a file that someone removed is written again`() async throws {
    try await folder.commit(["a.html": "a"])
    try folder.remove("public/a.html")
    try await folder.commit(["a.html": "a"])
    #expect(folder.text("public/a.html") == "a")
  }

  @Test func `our stale files are removed, with the folders they leave empty`() async throws {
    try await folder.commit(["a/b/c.html": "c", "a/d.html": "d", "e/f/g.html": "g"])
    let summary = try await folder.commit(["a/d.html": "d"]).summary
    #expect(summary?.removed == 2)
    #expect(try folder.tree("public") == ["a/": "", "a/d.html": "d"])
  }

  @Test func `files of others and their folders are kept`() async throws {
    let foreign = [
      ".git/": "", ".git/HEAD": "ref", ".gitignore": "*", ".well-known/": "",
      ".well-known/security.txt": "mail", "CNAME": "example.org", "signs/": "",
      "signs/notes.txt": "mine",
    ]
    for (name, text) in foreign where !name.hasSuffix("/") {
      try folder.write("public/" + name, text)
    }
    try await folder.commit(["signs/fear.html": "fear", "index.html": "home"])
    try await folder.commit([:])
    #expect(try folder.tree("public") == foreign)
  }

  @Test func `an asset is copied, and again only when it changed`() async throws {
    let bytes = (0..<600_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try folder.write("content/door.jpg", bytes)
    let copies = ["signs/door.jpg": "content/door.jpg"]
    try await folder.commit([:], copies: copies)
    #expect(FileManager.default.contents(atPath: folder["public/signs/door.jpg"]) == Data(bytes))

    let before = try folder.identity("public/signs/door.jpg")
    try await folder.commit([:], copies: copies)
    #expect(try folder.identity("public/signs/door.jpg") == before)

    try folder.write("content/door.jpg", "another")
    try await folder.commit([:], copies: copies)
    #expect(folder.text("public/signs/door.jpg") == "another")
  }

  @Test func `an edited file of ours is reported before it is replaced`() async throws {
    try await folder.commit(["a.html": "one"])
    try folder.write("public/a.html", "by hand")
    let reported = [
      "edited-output: ‘a.html’ in the output was changed by hand; a build replaces it"
    ]
    #expect(try await folder.plan(["a.html": "two"]).diagnostics.map(\.severity) == [.warning])
    #expect(folder.text("public/a.html") == "by hand")
    #expect(try await folder.commit(["a.html": "two"]).found == reported)
    #expect(folder.text("public/a.html") == "two")
    #expect(try await folder.commit(["a.html": "two"]).found == [])
  }

  @Test func `an edited stale file of ours is reported before it is removed`() async throws {
    try await folder.commit(["a.html": "one"])
    try folder.write("public/a.html", "by hand")
    #expect(
      try await folder.commit([:]).found == [
        "edited-output: ‘a.html’ in the output was changed by hand; a build removes it"
      ])
    #expect(try folder.tree("public") == [:])
  }

  @Test func `a file that is not ours is never replaced`() async throws {
    try folder.write("public/index.html", "from before")
    let commit = try await folder.commit(["index.html": "ours", "other.html": "ours"])
    #expect(commit.summary == nil)
    #expect(
      commit.found == [
        "foreign-output: ‘index.html’ in the output was not written by Daylight, and is in the way of ‘index.html’"
      ])
    #expect(try folder.tree("public") == ["index.html": "from before"])
  }

  @Test func `equal files are adopted when the manifest is lost`() async throws {
    try await folder.commit(["a.html": "a", "stale.html": "s"])
    try folder.remove("public/.daylight-manifest")
    let before = try folder.identity("public/a.html")
    #expect(try await folder.commit(["a.html": "a"]).found == [])
    #expect(try folder.identity("public/a.html") == before)
    #expect(folder.text("public/stale.html") == "s")

    try await folder.commit([:])
    #expect(try folder.tree("public") == ["stale.html": "s"])
  }

  @Test(arguments: [0, 1, 40, 100])
  func `a truncated manifest is reported, and nothing is removed`(count: Int) async throws {
    try await folder.commit(["a.html": "a", "stale.html": "s"])
    let bytes = try #require(
      FileManager.default.contents(atPath: folder["public/.daylight-manifest"]))
    try folder.write("public/.daylight-manifest", Array(bytes.prefix(count)))
    #expect(
      try await folder.commit(["a.html": "a"]).found == [
        "output-manifest: ‘.daylight-manifest’ in the output cannot be read, so old files are not removed"
      ])
    #expect(folder.text("public/stale.html") == "s")
    #expect(try await folder.commit(["a.html": "a"]).found == [])
  }

  @Test func `a page may become a folder and a folder a page`() async throws {
    try await folder.commit(["a": "file", "b/c/x": "x", "b/y": "y"])
    try folder.makeFolder("public/b/empty/inner")
    try await folder.commit(["a/new": "new", "b": "file"])
    #expect(try folder.tree("public") == ["a/": "", "a/new": "new", "b": "file"])
    try await folder.commit(["a": "file", "b/c/x": "x"])
    #expect(try folder.tree("public") == ["a": "file", "b/": "", "b/c/": "", "b/c/x": "x"])
  }

  @Test func `files of others that are in the way are reported and not removed`() async throws {
    try await folder.commit(["a/ours": "ours", "b": "ours"])
    try folder.write("public/a/theirs", "theirs")
    try folder.write("public/c", "theirs")
    let commit = try await folder.commit(["a": "file", "c/x": "x", "c/y": "y"])
    #expect(
      commit.found == [
        "foreign-output: ‘a/theirs’ in the output was not written by Daylight, and is in the way of ‘a’",
        "foreign-output: ‘c’ in the output was not written by Daylight, and is in the way of ‘c/x’",
        "foreign-output: ‘c’ in the output was not written by Daylight, and is in the way of ‘c/y’",
      ])
    #expect(folder.text("public/a/theirs") == "theirs")
    #expect(folder.text("public/c") == "theirs")
  }

  @Test func `nothing is written through a symbolic link`() async throws {
    try folder.write("elsewhere/index.html", "theirs")
    try folder.makeFolder("public")
    try folder.link("public/signs", to: folder["elsewhere"])
    try folder.link("public/x.html", to: folder["elsewhere/index.html"])
    let commit = try await folder.commit([
      "signs/index.html": "ours", "signs/deep/new.html": "ours", "x.html": "ours",
    ])
    #expect(
      commit.found == [
        "output-link: ‘signs’ in the output is a symbolic link, which Daylight does not write through",
        "output-link: ‘x.html’ in the output is a symbolic link, which Daylight does not write through",
      ])
    #expect(try folder.tree("elsewhere") == ["index.html": "theirs"])
  }

  @Test func `nothing is removed through a symbolic link`() async throws {
    try await folder.commit(["signs/index.html": "ours"])
    try FileManager.default.moveItem(atPath: folder["public/signs"], toPath: folder["elsewhere"])
    try folder.link("public/signs", to: folder["elsewhere"])
    try await folder.commit([:])
    #expect(try folder.tree("elsewhere") == ["index.html": "ours"])
  }

  @Test func `the output folder itself may be a symbolic link`() async throws {
    try folder.makeFolder("www")
    try folder.link("public", to: "www")
    try await folder.commit(["a/b.html": "b"])
    #expect(try folder.tree("www") == ["a/": "", "a/b.html": "b"])
  }

  @Test(arguments: [
    "", "/etc/x", "../x", "a/../../x", "a//b", "a/", "./a", "a/.", "a\\b", "a\nb", "a\0b",
    ".daylight-manifest", "a/.daylight-tmp-1",
  ])
  func `a path that leads out or cannot be a file name is refused`(path: String) async throws {
    let commit = try await folder.commit([path: "x", "good": "g"])
    #expect(commit.summary == nil)
    #expect(commit.found.count == 1)
    #expect(commit.found.first?.hasPrefix("output-path: ") == true)
    #expect(try folder.tree("public") == [:])
  }

  @Test func `paths that collide are refused`() async throws {
    let commit = try await folder.commit(["a": "1", "a/b": "2", "C": "3", "c": "4"])
    #expect(
      commit.found == [
        "output-collision: ‘a’ and ‘a/’ cannot both be written",
        "output-collision: ‘c’ and ‘C’ cannot both be written",
      ])
  }

  @Test func `a page renamed only in case exists under the new name`()
    async throws
  {
    try await folder.commit(["Signs/index.html": "same"])
    try await folder.commit(["signs/index.html": "same"])
    #expect(try folder.tree("public") == ["signs/": "", "signs/index.html": "same"])
  }

  @Test func `half-written files of a killed build are removed`() async throws {
    try folder.write("public/.daylight-tmp-1", "half")
    try folder.write("public/signs/.daylight-tmp-2", "half")
    try folder.write("public/theirs/.daylight-tmp-3", "not in a folder of ours")
    try await folder.commit(["signs/x.html": "x"])
    #expect(
      try folder.tree("public") == [
        "signs/": "", "signs/x.html": "x", "theirs/": "",
        "theirs/.daylight-tmp-3": "not in a folder of ours",
      ])
  }

  @Test func `the same site in two places has the same bytes`() async throws {
    let files = ["a/b.html": "b", "é.html": "e", "c d’e.html": "c"]
    let other = try TemporaryFolder()
    try await folder.commit(["old": "old"])
    try await folder.commit(files)
    try await other.commit(files)
    #expect(try folder.tree("public") == other.tree("public"))
  }
}
