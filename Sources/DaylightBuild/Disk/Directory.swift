import Platform

/// An open folder, closed with its last reference. Operations use names relative to it, which saves
/// the kernel the walk from the root and stays correct if the folder is moved meanwhile.
final class Directory: Sendable {
  let descriptor: CInt
  /// For messages.
  let path: String

  /// Follows symbolic links, because the user named this folder.
  init(path: String) throws(FileError) {
    descriptor = try Self.open(
      path, in: AT_FDCWD, O_RDONLY | O_DIRECTORY, path: path, action: .list)
    self.path = path
  }

  private init(adopting descriptor: CInt, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// A folder in this one; never follows a link in the last part of its name.
  func folder(_ name: String) throws(FileError) -> Directory {
    let path = pathOf(name)
    return Directory(
      adopting: try Self.open(
        name, in: descriptor, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, path: path, action: .list),
      path: path)
  }

  /// Opens without blocking, so that a pipe put there meanwhile cannot stall the build.
  func open(_ name: String, following: Bool) throws(FileError) -> OpenFile {
    let path = pathOf(name)
    return OpenFile(
      adopting: try Self.open(
        name, in: descriptor, O_RDONLY | O_NONBLOCK | (following ? 0 : O_NOFOLLOW), path: path,
        action: .read),
      path: path)
  }

  /// Creates a file, which must not exist yet. Errors refer to it as `path`.
  func create(
    _ name: String, as path: String, alsoToRead: Bool = false
  ) throws(FileError) -> OpenFile {
    OpenFile(
      adopting: try Self.open(
        name, in: descriptor, (alsoToRead ? O_RDWR : O_WRONLY) | O_CREAT | O_EXCL | O_NOFOLLOW,
        path: path, action: .write),
      path: path)
  }

  /// The status of the entry; nil if there is none.
  func status(of name: String, following: Bool = false) throws(FileError) -> FileStatus? {
    var status = stat()
    guard fstatat(descriptor, name, &status, following ? 0 : AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw FileError(.inspect, pathOf(name), code: errno)
    }
    return FileStatus(status)
  }

  /// Creates the folder unless something with that name exists.
  func makeFolder(_ name: String) throws(FileError) {
    guard mkdirat(descriptor, name, 0o777) == 0 || errno == EEXIST else {
      throw FileError(.makeFolder, pathOf(name), code: errno)
    }
  }

  /// Replaces a file by another atomically.
  func rename(_ old: String, to new: String) throws(FileError) {
    guard renameat(descriptor, old, descriptor, new) == 0 else {
      throw FileError(.rename, pathOf(new), code: errno)
    }
  }

  /// Removes the file if it exists.
  func remove(_ name: String) throws(FileError) {
    guard unlinkat(descriptor, name, 0) == 0 || errno == ENOENT else {
      throw FileError(.remove, pathOf(name), code: errno)
    }
  }

  /// Removes the folder if it exists and is empty.
  func removeEmptyFolder(_ name: String) throws(FileError) {
    guard unlinkat(descriptor, name, AT_REMOVEDIR) != 0 else { return }
    switch errno {
    case ENOTEMPTY, EEXIST, ENOENT, ENOTDIR: return
    default: throw FileError(.removeFolder, pathOf(name), code: errno)
    }
  }

  /// The names in the folder as bytes, in no particular order.
  func names() throws(FileError) -> [[UInt8]] {
    // A second descriptor, because `closedir` closes the one that the listing was given.
    let listed = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard listed >= 0 else { throw FileError(.list, path, code: errno) }
    guard let listing = fdopendir(listed) else {
      let code = errno
      close(listed)
      throw FileError(.list, path, code: code)
    }
    defer { closedir(listing) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = readdir(listing) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: UInt8.self, capacity: 1) { first in
          Array(UnsafeBufferPointer(start: first, count: strlen(first)))
        }
      }
      if name != [UInt8(ascii: ".")] && name != Array("..".utf8) { names.append(name) }
    }
    guard errno == 0 else { throw FileError(.list, path, code: errno) }
    return names
  }

  func pathOf(_ name: String) -> String { path + "/" + name }

  private static func open(
    _ name: String, in directory: CInt, _ flags: CInt, path: String, action: FileError.Action
  ) throws(FileError) -> CInt {
    while true {
      let descriptor = openat(directory, name, flags | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return descriptor }
      guard errno == EINTR else { throw FileError(action, path, code: errno) }
    }
  }
}
