package import DaylightSyntax
package import DaylightTheme
import Platform
import Synchronization

/// An output folder that is locked by one build, with a staging folder for its finished files.
///
/// The staging folder, `.daylight-staging-123/`, is in the output but not part of the site, and is
/// laid out as the output will be. So one rename moves a new folder into place with everything in
/// it, and a handful moves ten thousand new pages. What is still staged when the build ends is
/// removed, and so is the output folder if it was created for nothing.
package final class OutputStaging: ArtifactSink {
  package let lock: BuildLock
  let gate = ChangeGate()
  private let name: String
  private let folder: Directory
  /// What the last build wrote, by path.
  private let written: [String: Manifest.Entry]
  private let stamps = Mutex<[String: FileStamp]>([:])
  private let scratchFile: ScratchFile

  /// Creates the output folder if necessary and waits for its lock.
  ///
  /// - Parameter scratchInMemory: how many bytes of sources and texts are not put into a file; a
  ///   thousand articles have so many.
  package static func open(
    output: String, giveUpAfter limit: Duration = .seconds(60), scratchInMemory: Int = 16 << 20,
    report: (BuildLock.Event) -> Void = { _ in }
  ) async throws(BuildFailure) -> OutputStaging {
    let lock = try await BuildLock.acquire(output: output, giveUpAfter: limit, report: report)
    do throws(FileError) {
      return try OutputStaging(lock, scratchInMemory)
    } catch {
      throw .file(error)
    }
  }

  private init(_ lock: consuming BuildLock, _ scratchInMemory: Int) throws(FileError) {
    let output = lock.output
    try Self.sweep(output)
    name = OutputPath.staging + String(getpid())
    do throws(FileError) {
      try output.makeFolder(name)
    } catch {
      // Report the output folder, which the user knows, instead of this one.
      throw FileError(.write, output.path, code: error.code)
    }
    folder = try output.folder(name)
    let scratch = OutputPath.temporary + "scratch"
    do throws(FileError) {
      scratchFile = ScratchFile(
        try folder.create(scratch, as: output.pathOf(name + "/" + scratch), alsoToRead: true),
        keepingInMemory: scratchInMemory)
    } catch {
      try? output.removeTree(name)
      throw FileError(.write, output.path, code: error.code)
    }
    let manifest = try Manifest.bytes(in: output).flatMap { Manifest(bytes: $0) }
    written = Dictionary(
      (manifest?.entries ?? []).map { ($0.path, $0) }, uniquingKeysWith: { _, last in last })
    self.lock = lock
  }

  deinit { finish() }

  /// Ends all changes to the output, and removes what is staged, so that nobody publishes it. For a
  /// process that is about to end: whatever would change something from now on waits for ever.
  package func abandon() {
    gate.close()
    finish()
  }

  /// Removes what is still staged. Not left to the last reference, which a task may hold until the
  /// process ends.
  package func finish() {
    // What cannot be removed now, the next build sweeps.
    try? lock.output.removeTree(name)
    if lock.createdFolder { _ = rmdir(lock.output.path) }
  }

  /// Also where sources wait between the stages that read them.
  package var scratch: any ByteStore { scratchFile }

  /// Why a page may lack a part of its text, and nothing can be published; nil if none does.
  var failure: FileError? { scratchFile.failure }

  /// Writes the bytes to the staging folder, unless the output has them already. If that fails they
  /// stay in memory: the commit will meet the same failure and report it.
  package func store(_ bytes: [UInt8], for path: String) -> Artifact.Content {
    let digest = ContentDigest(bytes)
    if isInPlace(path, digest) { return .staged(digest, size: bytes.count) }
    guard OutputPath.fault(in: path) == nil,
      let stamp = try? gate.pass({ try write(bytes, to: path) })
    else {
      return .bytes(bytes)
    }
    stamps.withLock { $0[path] = stamp }
    return .staged(digest, size: bytes.count)
  }

  /// Moves a staged folder with its contents into `parent`. Does nothing if `parent` has a
  /// non-empty folder of that name.
  ///
  /// - Returns: whether it was moved.
  func move(folder path: String, to parent: Directory) throws(FileError) -> Bool {
    let name = OutputPath.name(of: path)
    if renameat(folder.descriptor, path, parent.descriptor, name) == 0 { return true }
    if errno == EEXIST || errno == ENOTEMPTY { return false }
    throw FileError(.rename, parent.pathOf(name), code: errno)
  }

  /// Moves a staged file into `parent`.
  func move(file path: String, to parent: Directory) throws(FileError) {
    let name = OutputPath.name(of: path)
    guard renameat(folder.descriptor, path, parent.descriptor, name) == 0 else {
      throw FileError(.rename, parent.pathOf(name), code: errno)
    }
  }

  /// The stamp of a staged file.
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

  /// Removes what killed builds left in the output folder itself. What they left deeper down, the
  /// commit sweeps.
  private static func sweep(_ output: Directory) throws(FileError) {
    for name in try left(in: output) { try output.removeTree(name) }
  }

  /// Whether a killed build left anything in the output, or another is under way.
  static func leftAnything(in output: Directory) throws(FileError) -> Bool {
    try !left(in: output).isEmpty
  }

  private static func left(in output: Directory) throws(FileError) -> [String] {
    try output.names().map { String(decoding: $0, as: UTF8.self) }.filter {
      $0.hasPrefix(OutputPath.staging) || $0.hasPrefix(OutputPath.temporary)
    }
  }
}
