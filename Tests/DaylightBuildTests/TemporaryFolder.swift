import DaylightBuild
import DaylightSyntax
import DaylightTheme
import Foundation
import Platform
import Testing

/// A temporary folder for one test, removed with it.
final class TemporaryFolder: Sendable {
  let path: String
  private let isOwn: Bool

  /// The folder of another process, which removes it.
  init(adopting path: String) {
    self.path = path
    isOwn = false
  }

  init() throws {
    isOwn = true
    path = NSTemporaryDirectory() + "daylight-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { if isOwn { try? FileManager.default.removeItem(atPath: path) } }

  subscript(name: String) -> String { path + "/" + name }

  func write(_ name: String, _ text: String) throws {
    try write(name, Array(text.utf8))
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    if let slash = name.lastIndex(of: "/") { try makeFolder(String(name[..<slash])) }
    try Data(bytes).write(to: URL(filePath: self[name]))
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: self[name], withIntermediateDirectories: true)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: self[name], withDestinationPath: target)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: self[name]) }

  func text(_ name: String) -> String? { try? String(contentsOfFile: self[name], encoding: .utf8) }

  /// Inode and modification time: a file that was written again has another inode.
  func identity(_ name: String) throws -> [String] {
    var status = stat()
    try #require(lstat(self[name], &status) == 0)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return ["\(status.st_ino)", "\(time.tv_sec).\(time.tv_nsec)"]
  }

  /// Every file below the folder with its text, and every folder with a trailing `/`, except the
  /// manifest, which contains times.
  func tree(_ name: String) throws -> [String: String] {
    var tree: [String: String] = [:]
    let walk = try #require(FileManager.default.enumerator(atPath: self[name]))
    for case let path as String in walk where path != ".daylight-manifest" {
      let isFolder = walk.fileAttributes?[.type] as? FileAttributeType == .typeDirectory
      tree[isFolder ? path + "/" : path] = isFolder ? "" : text(name + "/" + path)
    }
    return tree
  }
}

extension TemporaryFolder {
  func plan(_ files: [String: String], copies: [String: String] = [:]) async throws
    -> Diagnosed<OutputPlan>
  {
    let lock = try await BuildLock.acquire(output: self["public"], giveUpAfter: .zero)
    return try await OutputCommitter(site: path, runner: ParallelRunner(width: 2)).plan(
      artifacts(files, copies), in: lock)
  }

  /// Commits as a build does: not if the plan has errors. Returns the findings.
  ///
  /// - Parameter staged: the names of files that leave memory before the commit.
  @discardableResult
  func commit(
    _ files: [String: String], copies: [String: String] = [:], staged: [String] = [],
    before: @escaping OutputOperation.Observer = { _ in }
  ) async throws -> (summary: OutputCommitter.Summary?, found: [String]) {
    let output = try await OutputStaging.open(output: self["public"], giveUpAfter: .zero)
    let committer = OutputCommitter(
      site: path, staging: output, runner: ParallelRunner(width: 2), before: before)
    let artifacts = artifacts(files, copies).map { artifact in
      guard staged.contains(artifact.path), let bytes = artifact.bytes else { return artifact }
      return Artifact(path: artifact.path, content: output.store(bytes, for: artifact.path))
    }
    let plan = try await committer.plan(artifacts, in: output.lock)
    let found = plan.diagnostics.map { "\($0.rule.id): \($0.message)" }
    if plan.diagnostics.contains(where: { $0.severity == .error }) { return (nil, found) }
    return (try committer.commit(plan.value, in: output.lock), found)
  }

  private func artifacts(_ files: [String: String], _ copies: [String: String]) -> [Artifact] {
    files.map { Artifact(path: $0.key, bytes: Array($0.value.utf8)) }
      + copies.map { Artifact(path: $0.key, content: .copy(of: $0.value)) }
  }
}
