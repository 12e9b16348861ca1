import DaylightBuild
import DaylightSyntax
import DaylightTheme
import Foundation
import Platform
import Synchronization
import Testing

@Suite struct BuildLockTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `the output folder is created with its parents`() async throws {
    _ = try await BuildLock.acquire(output: folder["a/b/public"], giveUpAfter: .zero)
    #expect(try folder.tree("a") == ["b/": "", "b/public/": ""])
  }

  @Test func `a lock leaves nothing behind in the output`() async throws {
    _ = try await BuildLock.acquire(output: folder["public"], giveUpAfter: .zero)
    #expect(try folder.tree("public") == [:])
  }

  @Test func `a second build gives up after its time limit`() async throws {
    let path = folder["public"]
    let first = try await BuildLock.acquire(output: path, giveUpAfter: .zero)
    await #expect(throws: BuildFailure.outputIsBusy(path: path)) {
      _ = try await BuildLock.acquire(output: path, giveUpAfter: .milliseconds(1))
    }
    _ = consume first
    _ = try await BuildLock.acquire(output: path, giveUpAfter: .zero)
  }

  @Test func `a second build says that it waits, and continues when the first has finished`()
    async throws
  {
    let path = folder["public"]
    let first = Mutex<BuildLock?>(try await BuildLock.acquire(output: path, giveUpAfter: .zero))
    var events: [BuildLock.Event] = []
    _ = try await BuildLock.acquire(output: path, giveUpAfter: .seconds(3600)) { event in
      events.append(event)
      first.withLock { $0 = nil }
    }
    #expect(events == [.waiting])
  }

  @Test func `a build in another process is noticed`() async throws {
    let path = folder["public"]
    let lock = try await BuildLock.acquire(output: path, giveUpAfter: .zero)
    await #expect(processExitsWith: .success) { [path = path as String] in
      await #expect(throws: BuildFailure.outputIsBusy(path: path)) {
        _ = try await BuildLock.acquire(output: path, giveUpAfter: .zero)
      }
    }
    _ = consume lock
    await #expect(processExitsWith: .success) { [path = path as String] in
      _ = try await BuildLock.acquire(output: path, giveUpAfter: .zero)
    }
  }

  @Test func `two processes that build at once end with the site of one of them`() async throws {
    let path = folder.path
    async let other: Void = {
      await #expect(processExitsWith: .success) { [path = path as String] in
        try await TemporaryFolder(adopting: path).build("2")
      }
    }()
    try await folder.build("1")
    await other
    let tree = try folder.tree("public")
    #expect(tree == ["a/": "", "a/x": "1", "b": "1"] || tree == ["a/": "", "a/x": "2", "b": "2"])
  }

  @Test func `a file in place of the output folder is a failure`() async throws {
    try folder.write("public", "file")
    let path = folder["public"]
    await #expect(throws: BuildFailure.outputIsNotFolder(path: path)) {
      _ = try await BuildLock.acquire(output: path, giveUpAfter: .zero)
    }
    await #expect(throws: BuildFailure.outputIsNotFolder(path: path + "/deeper")) {
      _ = try await BuildLock.acquire(output: path + "/deeper", giveUpAfter: .zero)
    }
  }

  @Test func `a broken link in place of the output folder is a failure`() async throws {
    try folder.link("public", to: "nowhere")
    let path = folder["public"]
    await #expect(throws: BuildFailure.outputIsNotFolder(path: path)) {
      _ = try await BuildLock.acquire(output: path, giveUpAfter: .zero)
    }
  }

  @Test func `an output folder without write permission is a failure with its path`()
    async throws
  {
    try folder.write("public/CNAME", "theirs")
    let path = folder.path
    // In another process, so that root can give up its privileges for good.
    await #expect(processExitsWith: .success) { [path = path as String] in
      let folder = TemporaryFolder(adopting: path)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o555], ofItemAtPath: folder["public"])
      if getuid() == 0 { try #require(setuid(65534) == 0) }
      do {
        try await folder.commit(["index.html": "home"])
        Issue.record("the commit did not fail")
      } catch let failure as BuildFailure {
        let message = "could not write ‘\(folder["public"])’: you do not have permission"
        #expect(failure.message == message)
      }
    }
    #expect(try folder.tree("public") == ["CNAME": "theirs"])
  }
}

extension TemporaryFolder {
  fileprivate func build(_ text: String) async throws {
    let lock = try await BuildLock.acquire(output: self["public"], giveUpAfter: .seconds(3600))
    let committer = OutputCommitter(site: path, runner: ParallelRunner(width: 2))
    let artifacts = ["a/x", "b"].map { Artifact(path: $0, bytes: Array(text.utf8)) }
    _ = try committer.commit(try await committer.plan(artifacts, in: lock).value, in: lock)
  }
}
