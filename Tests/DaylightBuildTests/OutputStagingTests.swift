import DaylightBuild
import DaylightSyntax
import DaylightTheme
import Foundation
import Synchronization
import Testing

@Suite struct OutputStagingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func waiting() throws -> [String] {
    try folder.tree("public").keys.filter { $0.hasPrefix(".daylight-staging-") }.sorted()
  }

  @Test func `a new folder is moved into place with everything staged in it`() async throws {
    let files = ["index.html": "home", "signs/a/index.html": "a", "signs/b/index.html": "b"]
    let renamed = Names()
    let commit = try await folder.commit(files, staged: Array(files.keys)) { operation in
      renamed.append("\(operation.kind) \(operation.path)")
    }
    #expect(commit.summary?.written == 3)
    #expect(
      renamed.all.filter { !$0.hasSuffix("manifest") } == [
        "rename index.html", "makeFolder signs/a/index.html",
      ])
    #expect(
      try folder.tree("public") == [
        "index.html": "home", "signs/": "", "signs/a/": "", "signs/a/index.html": "a",
        "signs/b/": "", "signs/b/index.html": "b",
      ])
  }

  @Test func `staged files, files in memory and copies go into one folder`() async throws {
    try folder.write("content/signs/door.jpg", "picture")
    try await folder.commit(
      ["signs/a.html": "a", "signs/b.html": "b", "signs/c/d.html": "d"],
      copies: ["signs/door.jpg": "content/signs/door.jpg"], staged: ["signs/b.html"])
    #expect(
      try folder.tree("public") == [
        "signs/": "", "signs/a.html": "a", "signs/b.html": "b", "signs/c/": "",
        "signs/c/d.html": "d", "signs/door.jpg": "picture",
      ])
  }

  @Test func `a staged file replaces only its older version`() async throws {
    try await folder.commit(["signs/a.html": "old", "signs/b.html": "same"])
    try folder.write("public/signs/notes.txt", "theirs")
    let before = try folder.identity("public/signs/b.html")
    let files = ["signs/a.html": "new", "signs/b.html": "same"]
    let commit = try await folder.commit(files, staged: Array(files.keys))
    #expect(commit.summary?.written == 1)
    #expect(commit.summary?.kept == 1)
    #expect(folder.text("public/signs/a.html") == "new")
    #expect(folder.text("public/signs/notes.txt") == "theirs")
    #expect(try folder.identity("public/signs/b.html") == before)
  }

  @Test func `what the output has already is not written again`() async throws {
    try await folder.commit(["a.html": "same"])
    let output = try await OutputStaging.open(output: folder["public"], giveUpAfter: .zero)
    guard case .staged = output.store(Array("same".utf8), for: "a.html") else {
      Issue.record("it stayed in memory")
      return
    }
    // The staging folder, and the file for texts.
    #expect(try waiting().count == 2)
  }

  @Test func `nothing stays staged when the build has finished`() async throws {
    try await folder.commit(["a/b.html": "b"], staged: ["a/b.html"])
    #expect(try waiting() == [])
  }

  @Test func `an abandoned build leaves nothing, not even the folder it created`() async throws {
    var output: OutputStaging? = try await OutputStaging.open(
      output: folder["public"], giveUpAfter: .zero)
    _ = output?.store(Array("a".utf8), for: "signs/a.html")
    #expect(try waiting().contains { $0.hasSuffix("/signs/a.html") })
    output = nil
    #expect(!FileManager.default.fileExists(atPath: folder["public"]))
  }

  @Test func `a build that is told to stop leaves nothing but what was there`() async throws {
    try folder.write("public/theirs.txt", "theirs")
    let output = try await OutputStaging.open(output: folder["public"], giveUpAfter: .zero)
    _ = output.store(Array("a".utf8), for: "signs/a.html")
    output.abandon()
    #expect(try folder.tree("public") == ["theirs.txt": "theirs"])
  }

  @Test func `staged files of a killed build are removed by the next`() async throws {
    try folder.write("public/.daylight-staging-1/signs/a.html", "half")
    try await folder.commit(["b.html": "b"])
    #expect(try folder.tree("public") == ["b.html": "b"])
  }

  @Test func `a file that a killed build was writing is removed by the next, whatever it writes`()
    async throws
  {
    try folder.write("public/.daylight-tmp-1", "half")
    let output = try await OutputStaging.open(output: folder["public"], giveUpAfter: .zero)
    output.finish()
    #expect(try folder.tree("public") == [:])
  }

  @Test func `what cannot be staged stays in memory`() async throws {
    let output = try await OutputStaging.open(output: folder["public"], giveUpAfter: .zero)
    let bytes = Array("x".utf8)
    #expect(output.store(bytes, for: "../outside.html") == .bytes(bytes))
    _ = output.store(bytes, for: "a")
    #expect(output.store(bytes, for: "a/b.html") == .bytes(bytes))
    #expect(output.store(bytes, for: "a") == .bytes(bytes))
    #expect(!FileManager.default.fileExists(atPath: folder["outside.html"]))
  }

  @Test func `staged files that collide are reported like any others`() async throws {
    let files = ["a": "file", "a/b.html": "in a folder of that name"]
    let staged = try await folder.commit(files, staged: Array(files.keys))
    let inMemory = try await folder.commit(files)
    #expect(staged.summary == nil)
    #expect(staged.found == inMemory.found)
    #expect(!staged.found.isEmpty)
  }
}

/// Collects lines from a closure that may run on another thread.
private final class Names: Sendable {
  private let names = Mutex<[String]>([])
  var all: [String] { names.withLock { $0 } }
  func append(_ name: String) { names.withLock { $0.append(name) } }
}
