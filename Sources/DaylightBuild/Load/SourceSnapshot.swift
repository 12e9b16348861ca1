/// Which files the site is made of and how each looked from outside, in the order of the bytes of
/// their paths. Two equal snapshots mean that nothing was changed between them.
package struct SourceSnapshot: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    /// Relative to the root of the site: `content/signs/index.md`.
    package let path: String
    package let stamp: FileStamp
    /// Tells a file from another that was moved into its place with the same size and time.
    package let inode: UInt64
    /// In nanoseconds since 1970. Tells a file whose size and time were put back as they had been.
    package let changed: Int64

    init(path: String, status: FileStatus) {
      self.path = path
      stamp = status.stamp
      inode = status.inode
      changed = status.changed
    }
  }

  package let entries: [Entry]

  package init(entries: [Entry]) { self.entries = entries }
}
