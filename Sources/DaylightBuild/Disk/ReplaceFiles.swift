/// Writes files into a folder, each by a temporary file and a rename, so that a file is the former or
/// the new one, never a part.
package func replaceFiles(
  _ files: [(name: String, bytes: [UInt8])], in folder: String
) throws(BuildFailure) {
  do throws(FileError) {
    let folder = try Directory(path: folder)
    for (name, bytes) in files {
      let temporary = ".daylight-tmp-\(name)"
      try folder.remove(temporary)
      try folder.create(temporary, as: name).write(bytes)
      try folder.rename(temporary, to: name)
    }
  } catch {
    throw .file(error)
  }
}
