package import DaylightSite
import DaylightSyntax
import Platform
import Synchronization

/// An output folder that one build writes to, and the place where its finished files wait until the
/// build has come to its end.
///
/// They wait in a folder of the output that is no part of the site, `.daylight-staging-123/`, laid
/// out as the output will be: a new folder is then put in its place with all that is in it by one
/// rename, and a tree of ten thousand new pages by a handful. What is still waiting when the build
/// ends is removed, and the output folder itself where it was made for nothing.
package final class OutputStaging: ArtifactSink {
  package let lock: BuildLock
  private let name: String
  private let folder: Directory
  /// What the last build wrote, by path.
  private let written: [String: Manifest.Entry]
  private let stamps = Mutex<[String: FileStamp]>([:])

  /// Makes the output folder if need be and waits for its turn to write.
  package static func open(
    output: String, giveUpAfter limit: Duration = .seconds(60),
    report: (BuildLock.Event) -> Void = { _ in }
  ) async throws(BuildFailure) -> OutputStaging {
    let lock = try await BuildLock.acquire(output: output, giveUpAfter: limit, report: report)
    do throws(FileError) {
      return try OutputStaging(lock)
    } catch {
      throw .file(error)
    }
  }

  private init(_ lock: consuming BuildLock) throws(FileError) {
    let output = lock.output
    try Self.sweep(output)
    name = OutputPath.staging + String(getpid())
    do throws(FileError) {
      try output.makeFolder(name)
    } catch {
      // The person who reads of it knows the output folder, not this one.
      throw FileError(.write, output.path, code: error.code)
    }
    folder = try output.folder(name)
    let manifest = try Manifest.bytes(in: output).flatMap { Manifest(bytes: $0) }
    written = Dictionary(
      (manifest?.entries ?? []).map { ($0.path, $0) }, uniquingKeysWith: { _, last in last })
    self.lock = lock
  }

  deinit {
    // What cannot be removed now, the next build sweeps.
    try? lock.output.removeTree(name)
    if lock.madeFolder { _ = rmdir(lock.output.path) }
  }

  /// Writes the bytes where they wait, unless the output has them already. Where that fails they
  /// stay in memory: the commit will meet the same failure and tell of it.
  package func take(_ bytes: [UInt8], for path: String) -> Artifact.Content {
    let digest = ContentDigest(bytes)
    if isInPlace(path, digest) { return .staged(digest, size: bytes.count) }
    guard OutputPath.fault(in: path) == nil, let stamp = try? write(bytes, to: path) else {
      return .bytes(bytes)
    }
    stamps.withLock { $0[path] = stamp }
    return .staged(digest, size: bytes.count)
  }

  /// Puts a folder with all that waits in it into another, under its own name. Does nothing where
  /// there is a folder of that name with something in it.
  ///
  /// - Returns: whether it was put there.
  func move(folder path: String, to parent: Directory) throws(FileError) -> Bool {
    let name = OutputPath.name(of: path)
    if renameat(folder.descriptor, path, parent.descriptor, name) == 0 { return true }
    if errno == EEXIST || errno == ENOTEMPTY { return false }
    throw FileError(.rename, parent.pathOf(name), code: errno)
  }

  /// Puts a file in its place.
  func move(file path: String, to parent: Directory) throws(FileError) {
    let name = OutputPath.name(of: path)
    guard renameat(folder.descriptor, path, parent.descriptor, name) == 0 else {
      throw FileError(.rename, parent.pathOf(name), code: errno)
    }
  }

  /// Size and time of a file that waits.
  func stamp(of path: String) -> FileStamp? { stamps.withLock { $0[path] } }

  private func isInPlace(_ path: String, _ digest: ContentDigest) -> Bool {
    guard let entry = written[path], entry.isWritten, entry.digest == digest,
      let status = try? lock.output.status(of: path)
    else { return false }
    return status.kind == .file && status.stamp == entry.stamp
  }

  private func write(_ bytes: [UInt8], to path: String) throws(FileError) -> FileStamp {
    try makeFolders(to: OutputPath.parent(of: path))
    let file = try folder.create(path, as: path)
    do throws(FileError) {
      try file.write(bytes)
      return try file.status().stamp
    } catch {
      try folder.remove(path)
      throw error
    }
  }

  private func makeFolders(to path: String) throws(FileError) {
    guard !path.isEmpty, mkdirat(folder.descriptor, path, 0o777) != 0, errno != EEXIST else {
      return
    }
    guard errno == ENOENT else { throw FileError(.makeFolder, path, code: errno) }
    try makeFolders(to: OutputPath.parent(of: path))
    try folder.makeFolder(path)
  }

  /// Removes what builds that were killed left waiting.
  private static func sweep(_ output: Directory) throws(FileError) {
    for bytes in try output.names() where bytes.starts(with: OutputPath.staging.utf8) {
      try output.removeTree(String(decoding: bytes, as: UTF8.self))
    }
  }
}

extension Directory {
  /// Removes a folder with all that is in it. Follows no link.
  fileprivate func removeTree(_ name: String) throws(FileError) {
    let folder = try folder(name)
    for bytes in try folder.names() {
      let name = String(decoding: bytes, as: UTF8.self)
      if try folder.status(of: name)?.kind == .folder {
        try folder.removeTree(name)
      } else {
        try folder.remove(name)
      }
    }
    try removeEmptyFolder(name)
  }
}
