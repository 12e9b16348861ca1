/// The size and modification time of a file. If neither has changed, its bytes are assumed
/// unchanged too.
package struct FileStamp: Sendable, Hashable {
  package let size: Int
  /// Nanoseconds since 1970.
  package let modified: Int64

  package init(size: Int, modified: Int64) {
    self.size = size
    self.modified = modified
  }
}
