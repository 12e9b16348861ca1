/// Opens folders below a root by path. The parents of the last one stay open, because the next path
/// in sorted order usually shares them.
struct FolderTrail {
  let root: Directory
  private var names: [Substring] = []
  private var folders: [Directory] = []

  init(root: Directory) { self.root = root }

  /// Nil if there is no such folder. Never follows a link.
  mutating func folder(_ path: String) throws(FileError) -> Directory? {
    do throws(FileError) {
      return try enter(path) { _, _ throws(FileError) in }
    } catch {
      if error.isMissingFolder { return nil }
      throw error
    }
  }

  /// Opens the folders of the path one by one. Before each is opened, `step` gets its parent and
  /// its path.
  mutating func enter(
    _ path: String, before step: (Directory, String) throws(FileError) -> Void
  ) throws(FileError) -> Directory {
    let wanted = path.isEmpty ? [] : path.split(separator: "/")
    var shared = 0
    while shared < min(names.count, wanted.count), names[shared] == wanted[shared] { shared += 1 }
    names.removeSubrange(shared...)
    folders.removeSubrange(shared...)
    for name in wanted[shared...] {
      let parent = folders.last ?? root
      try step(parent, String(path[..<name.endIndex]))
      folders.append(try parent.folder(String(name)))
      names.append(name)
    }
    return folders.last ?? root
  }
}
