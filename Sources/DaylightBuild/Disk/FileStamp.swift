/// Size and time of last change: where both are as they were, the bytes are taken to be so too.
package struct FileStamp: Sendable, Hashable {
  package let size: Int
  /// Nanoseconds since 1970.
  package let modified: Int64

  package init(size: Int, modified: Int64) {
    self.size = size
    self.modified = modified
  }
}
