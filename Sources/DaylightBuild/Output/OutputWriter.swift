import DaylightSyntax
import DaylightTheme
import Platform

/// The individual changes of a commit. After each of them, every file is complete: either the old
/// or the new one.
struct OutputWriter {
  private var folders: FolderTrail
  private let site: Directory
  private let staging: OutputStaging?
  private let gate: ChangeGate
  private let before: OutputOperation.Observer
  /// The folder that was last moved into place with all its contents; ends with a slash.
  private var placed: String?
  private let temporary = OutputPath.temporary + String(getpid())

  init(
    output: Directory, site: Directory, staging: OutputStaging?,
    before: @escaping OutputOperation.Observer
  ) {
    folders = FolderTrail(root: output)
    self.site = site
    self.staging = staging
    gate = staging?.gate ?? ChangeGate()
    self.before = before
  }

  /// Writes a temporary file, renames it into place, and returns what was written.
  mutating func write(
    _ artifact: Artifact, digest: ContentDigest
  ) throws(FileError) -> Manifest.Entry {
    switch artifact.content {
    case .bytes(let bytes):
      let stamp = try replace(artifact.path) { (file) throws(FileError) in
        try file.write(bytes)
      }
      return Manifest.Entry(path: artifact.path, digest: digest, stamp: stamp)
    case .copy(let path):
      let source = try site.open(path, following: true)
      // Computed again: the source may have changed since the plan was made.
      var stream = ContentDigest.Stream()
      let stamp = try replace(artifact.path) { (file) throws(FileError) in
        try source.readPieces { (piece) throws(FileError) in
          stream.append(piece)
          try file.write(piece)
        }
      }
      return Manifest.Entry(path: artifact.path, digest: stream.finish(), stamp: stamp)
    case .staged:
      return Manifest.Entry(path: artifact.path, digest: digest, stamp: try place(artifact.path))
    }
  }

  mutating func write(_ manifest: Manifest) throws(FileError) {
    _ = try replace(OutputPath.manifest) { (file) throws(FileError) in
      try file.write(manifest.bytes)
    }
  }

  /// Removes files, and folders that become empty.
  mutating func remove(_ paths: [String]) throws(FileError) {
    for path in paths {
      guard let folder = try folders.folder(OutputPath.parent(of: path)) else { continue }
      try before(OutputOperation(.remove, path))
      try folder.remove(OutputPath.name(of: path))
    }
    try removeEmptyFolders(OutputPath.folders(above: paths).sorted { PathOrder.precedes($1, $0) })
  }

  /// Removes those folders that are empty. The innermost must come first.
  mutating func removeEmptyFolders(_ paths: [String]) throws(FileError) {
    for path in paths {
      guard let folder = try folders.folder(OutputPath.parent(of: path)) else { continue }
      try before(OutputOperation(.removeFolder, path))
      try folder.removeEmptyFolder(OutputPath.name(of: path))
    }
  }

  /// Removes the temporary files that a killed build left in the folders.
  mutating func sweep(_ paths: [String]) throws(FileError) {
    for path in paths {
      guard let folder = try folders.folder(path) else { continue }
      for bytes in try folder.names() where bytes.starts(with: OutputPath.temporary.utf8) {
        let name = String(decoding: bytes, as: UTF8.self)
        try before(OutputOperation(.remove, folder.pathOf(name)))
        try folder.remove(name)
      }
    }
  }

  /// Moves a staged file into place. If a folder on its path is new, moves the outermost new folder
  /// instead; later paths in it need nothing more.
  private mutating func place(_ path: String) throws(FileError) -> FileStamp {
    guard let staging, let stamp = staging.stamp(of: path) else {
      throw FileError(.rename, path, code: ENOENT)
    }
    if let placed, path.hasPrefix(placed) { return stamp }
    return try gate.pass { () throws(FileError) in try move(path, stamp, from: staging) }
  }

  private mutating func move(
    _ path: String, _ stamp: FileStamp, from staging: OutputStaging
  ) throws(FileError) -> FileStamp {
    var placed: String?
    let before = before
    let folder = try folders.enter(OutputPath.parent(of: path)) {
      (parent, way) throws(FileError) in
      guard placed == nil else { return }
      try before(OutputOperation(.makeFolder, path))
      if try staging.move(folder: way, to: parent) { placed = way + "/" }
    }
    guard placed == nil else {
      self.placed = placed
      return stamp
    }
    try before(OutputOperation(.rename, path))
    try staging.move(file: path, to: folder)
    return stamp
  }

  private mutating func replace(
    _ path: String, with body: (borrowing OpenFile) throws(FileError) -> Void
  ) throws(FileError) -> FileStamp {
    try gate.pass { () throws(FileError) in try replaceNow(path, with: body) }
  }

  private mutating func replaceNow(
    _ path: String, with body: (borrowing OpenFile) throws(FileError) -> Void
  ) throws(FileError) -> FileStamp {
    let before = before
    let folder = try folders.enter(OutputPath.parent(of: path)) {
      (parent, way) throws(FileError) in
      try before(OutputOperation(.makeFolder, path))
      try parent.makeFolder(OutputPath.name(of: way))
    }
    try before(OutputOperation(.create, path))
    let name = OutputPath.name(of: path)
    let file = try create(in: folder, as: folder.pathOf(name))
    do throws(FileError) {
      try before(OutputOperation(.write, path))
      try body(file)
      let stamp = try file.status().stamp
      try before(OutputOperation(.rename, path))
      try folder.rename(temporary, to: name)
      return stamp
    } catch {
      // Report the first failure. What this leaves behind, the next build sweeps.
      do throws(FileError) {
        try before(OutputOperation(.remove, path))
        try folder.remove(temporary)
      } catch {}
      throw error
    }
  }

  private func create(in folder: Directory, as path: String) throws(FileError) -> OpenFile {
    do throws(FileError) {
      return try folder.create(temporary, as: path)
    } catch {
      guard error.code == EEXIST else { throw error }
      try folder.remove(temporary)
      return try folder.create(temporary, as: path)
    }
  }
}

/// A change that is about to be made to the output.
package struct OutputOperation: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case makeFolder, create, write, rename, remove, removeFolder
  }

  package let kind: Kind
  package let path: String

  init(_ kind: Kind, _ path: String) {
    self.kind = kind
    self.path = path
  }

  /// Called before each change; an error that it throws is treated as one of the disk.
  package typealias Observer = @Sendable (OutputOperation) throws(FileError) -> Void
}
