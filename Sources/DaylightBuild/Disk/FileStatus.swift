import Platform

/// What the disk knows about a file without opening it.
struct FileStatus: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case file, folder, link
    /// A socket, a pipe or a device: opening one may block for ever.
    case special
  }

  let kind: Kind
  let stamp: FileStamp
  /// When its bytes, name or permissions last changed, in nanoseconds since 1970. Unlike the
  /// stamp's time, no program can set it.
  let changed: Int64
  let inode: UInt64
  let device: UInt64

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .special
      }
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    stamp = FileStamp(size: Int(status.st_size), modified: modified.nanoseconds)
    self.changed = changed.nanoseconds
    inode = UInt64(status.st_ino)
    device = UInt64(truncatingIfNeeded: status.st_dev)
  }
}

extension timespec {
  fileprivate var nanoseconds: Int64 { Int64(tv_sec) &* 1_000_000_000 &+ Int64(tv_nsec) }
}
