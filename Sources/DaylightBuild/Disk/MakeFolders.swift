/// Makes a folder, and those above it that are missing.
package func makeFolders(_ path: String) throws(BuildFailure) {
  var made = path.hasPrefix("/") ? "/" : "."
  do throws(FileError) {
    for part in path.split(separator: "/") {
      let name = String(part)
      let folder = try Directory(path: made)
      made = made == "." ? name : made + "/" + name
      if try folder.status(of: name) == nil { try folder.makeFolder(name) }
    }
  } catch {
    throw .file(error)
  }
}
