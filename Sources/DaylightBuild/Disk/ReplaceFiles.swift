/// Writes files into a folder, each by a temporary file and a rename, so that a file is the former or
/// the new one, never a part.
package func replaceFiles(
  _ files: [(name: String, bytes: [UInt8])], in folder: String
) throws(BuildFailure) {
  do throws(FileError) {
    let folder = try Directory(path: folder)
    for (name, bytes) in files { try folder.replace(name, with: bytes) }
  } catch {
    throw .file(error)
  }
}

extension Directory {
  /// Writes a file beside the one that it takes the place of, so that there is always a whole one.
  ///
  /// - Parameter temporary: its name until it is whole; nil for one that the next program to write
  ///   the file finds, and removes, if this one is killed.
  func replace(
    _ name: String, with bytes: [UInt8], through temporary: String? = nil
  ) throws(FileError) {
    let temporary = temporary ?? OutputPath.temporary + name
    try remove(temporary)
    try create(temporary, as: pathOf(name)).write(bytes)
    try rename(temporary, to: name)
  }
}
