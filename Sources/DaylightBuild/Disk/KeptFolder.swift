import Platform

/// A folder in which a command keeps files between its runs, made when the first one is written.
package struct KeptFolder: Sendable, Hashable {
  package let path: String

  package init(_ path: String) { self.path = path }

  package subscript(_ name: String) -> KeptFolder { KeptFolder(path + "/" + name) }

  package var exists: Bool { access(path, F_OK) == 0 }

  /// The bytes of a file; nil if there is none.
  package func read(_ name: String) throws(BuildFailure) -> [UInt8]? {
    do throws(FileError) {
      let folder = try Directory(path: path)
      guard let status = try folder.status(of: name), status.kind == .file else { return nil }
      return try folder.open(name, following: false).read(upTo: status.stamp.size)
    } catch {
      if error.isMissingFolder { return nil }
      throw .file(error)
    }
  }

  package func write(_ bytes: [UInt8], to name: String) throws(BuildFailure) {
    try make()
    try replaceFiles([(name, bytes)], in: path)
  }

  /// Makes the folder, and those above it.
  package func make() throws(BuildFailure) {
    for end in path.indices.dropFirst() where path[end] == "/" {
      _ = mkdir(String(path[..<end]), 0o777)
    }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw .file(FileError(.makeFolder, path, code: errno))
    }
  }

  /// Removes the folder with all that is in it.
  package func remove() throws(BuildFailure) {
    guard exists else { return }
    do throws(FileError) {
      try Directory(path: OutputPath.parent(of: path)).removeTree(OutputPath.name(of: path))
    } catch {
      throw .file(error)
    }
  }

  /// Moves the folder to where another is, which is removed.
  package func replace(_ other: KeptFolder) throws(BuildFailure) {
    try other.remove()
    guard rename(path, other.path) == 0 else {
      throw .file(FileError(.rename, other.path, code: errno))
    }
  }
}
