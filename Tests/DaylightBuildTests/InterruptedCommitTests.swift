import DaylightBuild
import DaylightSyntax
import Foundation
import Synchronization
import Testing

@Suite struct InterruptedCommitTests {
  private static let old = [
    "same.html": "same", "changed.html": "old", "a/b/stale.html": "stale", "file": "was a file",
    "folder/x/y.html": "in a folder", "signs/index.html": "old signs",
  ]
  private static let new = [
    "same.html": "same", "changed.html": "new", "file/index.html": "is a folder",
    "folder": "is a file", "signs/index.html": "new signs", "new/page/index.html": "new",
  ]
  private static let next = [
    "same.html": "same", "changed.html": "next", "signs/index.html": "new signs",
    "file": "is a file again",
  ]

  /// No file, and most of them: staged files are written differently from those in memory.
  static let staged = [[], ["changed.html", "file/index.html", "folder", "new/page/index.html"]]

  /// Lets a number of changes through and then none, as if the process had been killed there: not
  /// even the committer's own cleanup reaches the disk.
  private static func killed(after count: Int, code: CInt = EIO) -> OutputOperation.Observer {
    let left = Counter(count)
    return { (operation) throws(FileError) in
      if left.next() < 0 { throw FileError(.write, operation.path, code: code) }
    }
  }

  private static func start() async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("public/CNAME", "theirs")
    try await folder.commit(Self.old)
    return folder
  }

  private static func clean(_ files: [String: String]) async throws -> [String: String] {
    let folder = try TemporaryFolder()
    try folder.write("public/CNAME", "theirs")
    try await folder.commit(files)
    return try folder.tree("public")
  }

  /// The number of changes in the commit from old to new.
  private static func operations(staged: [String] = []) async throws -> Int {
    let count = Counter(0)
    try await start().commit(new, staged: staged) { _ in _ = count.next() }
    return -count.value
  }

  private static func expectWhole(_ folder: TemporaryFolder, _ point: Int) throws {
    for (path, text) in try folder.tree("public")
    where !path.hasSuffix("/") && !path.contains(".daylight-") && path != "CNAME" {
      #expect(text == old[path] || text == new[path], "\(path) after \(point) changes")
    }
    #expect(folder.text("public/CNAME") == "theirs")
    #expect(folder.text("public/same.html") == "same")
  }

  @Test(arguments: staged)
  func `a commit interrupted anywhere leaves complete files, and the next one finishes`(
    staged: [String]
  ) async throws {
    let expected = try await Self.clean(Self.new)
    let count = try await Self.operations(staged: staged)
    #expect(count > 20)
    for point in 0..<count {
      let folder = try await Self.start()
      await #expect(throws: BuildFailure.self) {
        try await folder.commit(Self.new, staged: staged, before: Self.killed(after: point))
      }
      try Self.expectWhole(folder, point)
      #expect(try await folder.commit(Self.new).found == [])
      #expect(try folder.tree("public") == expected, "after \(point) changes")
    }
  }

  @Test(arguments: staged)
  func `after an interruption anywhere, another site is committed without a false report`(
    staged: [String]
  ) async throws {
    let expected = try await Self.clean(Self.next)
    for point in 0..<(try await Self.operations(staged: staged)) {
      let folder = try await Self.start()
      _ = try? await folder.commit(Self.new, staged: staged, before: Self.killed(after: point))
      #expect(try await folder.commit(Self.next).found == [], "after \(point) changes")
      #expect(try folder.tree("public") == expected, "after \(point) changes")
    }
  }

  @Test func `repeatedly interrupted commits are finished by the last`() async throws {
    let expected = try await Self.clean(Self.old)
    let folder = try await Self.start()
    for point in 0..<(try await Self.operations()) {
      let files = point.isMultiple(of: 2) ? Self.new : Self.next
      _ = try? await folder.commit(files, before: Self.killed(after: point))
    }
    #expect(try await folder.commit(Self.old).found == [])
    #expect(try folder.tree("public") == expected)
  }

  @Test func `a process killed in the middle leaves every file complete`() async throws {
    let expected = try await Self.clean(Self.new)
    for point in stride(from: 1, to: try await Self.operations(staged: Self.staged[1]), by: 3) {
      let folder = try await Self.start()
      let path = folder.path
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = path as String, point = point as Int] in
        let left = Counter(point)
        let staged = Self.staged[1]
        try await TemporaryFolder(adopting: path).commit(Self.new, staged: staged) { _ in
          if left.next() < 0 { kill(getpid(), SIGKILL) }
        }
      }
      try Self.expectWhole(folder, point)
      #expect(try await folder.commit(Self.new).found == [])
      #expect(try folder.tree("public") == expected, "after \(point) changes")
    }
  }

  @Test func `a full disk is reported plainly and leaves no half-written file`() async throws {
    for point in 0..<(try await Self.operations()) {
      let folder = try await Self.start()
      let left = Counter(point)
      do {
        try await folder.commit(Self.new) { (operation) throws(FileError) in
          let isFull = operation.kind == .write || operation.kind == .makeFolder
          if left.next() < 0, isFull {
            throw FileError(.write, operation.path, code: ENOSPC)
          }
        }
      } catch let failure as BuildFailure {
        #expect(failure.message.hasSuffix("the disk is full"))
      }
      try Self.expectWhole(folder, point)
      let leftovers = try folder.tree("public").keys.filter { $0.contains(".daylight-tmp-") }
      #expect(leftovers == [])
    }
  }

  /// Only if the test may mount a small disk; the injected error above covers the rest.
  @Test(.enabled(if: Self.mayMount))
  func `a disk that is really full leaves the site unchanged`() async throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("public")
    try #require(Self.mount(folder["public"]))
    defer { Self.unmount(folder["public"]) }
    try await folder.commit(["a.html": "old", "b.html": "old"])
    let large = String(repeating: "x", count: 1_000_000)
    await #expect(
      throws: BuildFailure.file(FileError(.write, folder["public/b.html"], code: ENOSPC))
    ) {
      try await folder.commit(["a.html": "new", "b.html": large])
    }
    #expect(try folder.tree("public") == ["a.html": "new", "b.html": "old"])
    #expect(try await folder.commit(["a.html": "new", "b.html": "new"]).found == [])
    #expect(try folder.tree("public") == ["a.html": "new", "b.html": "new"])
  }

  private static let mayMount: Bool = {
    guard getuid() == 0, let folder = try? TemporaryFolder(), mount(folder.path) else {
      return false
    }
    unmount(folder.path)
    return true
  }()

  private static func mount(_ path: String) -> Bool {
    run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", path)
  }

  private static func unmount(_ path: String) { _ = run("umount", path) }

  private static func run(_ arguments: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = nil
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}

/// Counts down across threads.
final class Counter: Sendable {
  private let count: Mutex<Int>

  init(_ count: Int) { self.count = Mutex(count) }

  var value: Int { count.withLock { $0 } }

  func next() -> Int {
    count.withLock {
      $0 -= 1
      return $0
    }
  }
}
