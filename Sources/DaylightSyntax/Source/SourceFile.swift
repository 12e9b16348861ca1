/// A file that was read: its path from the root of the site, and its bytes.
///
/// A byte order mark is dropped, so that columns count from the first visible character.
package struct SourceFile: Sendable, Hashable {
  /// Relative to the root of the site, with `/` between its parts: `content/signs/index.md`.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
