/// The files that make up the site with the status of each, sorted by the bytes of their paths. If
/// two snapshots are equal, nothing changed between them.
package struct SourceSnapshot: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    /// Relative to the root of the site: `content/signs/index.md`.
    package let path: String
    package let stamp: FileStamp
    /// Distinguishes a file from another with the same size and time that was moved into its place.
    package let inode: UInt64
    /// In nanoseconds since 1970. Reveals a change after which the size and time were restored.
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
