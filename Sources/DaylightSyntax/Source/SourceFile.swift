/// A file that was read: its path from the root of the site, and its bytes.
///
/// A byte order mark is dropped, so that columns count from the first visible character.
package struct SourceFile: Sendable, Hashable {
  /// Relative to the root of the site, with `/` between its parts: `content/signs/index.md`.
  package let path: String
  private var stored: StoredBytes

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    stored = StoredBytes(
      bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// Read anew each time if they are not in memory.
  package var bytes: [UInt8] { stored.bytes }

  /// The same file for work that needs its bytes often.
  package var inMemory: Self {
    var file = self
    file.stored = StoredBytes(bytes)
    return file
  }

  /// Takes the bytes out of memory, if the store has room for them.
  package mutating func move(to store: any ByteStore) { stored.move(to: store) }

  package static func == (left: Self, right: Self) -> Bool {
    left.path == right.path && left.bytes == right.bytes
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(bytes)
  }
}
