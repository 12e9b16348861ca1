/// How a source file is treated, by its name alone.
package enum SourceKind {
  /// Read whole.
  case text
  /// Known by its head and copied.
  case asset
  /// Left behind by an editor or an operating system.
  case dropping

  init(name: String) {
    if Self.isDropping(name) {
      self = .dropping
    } else if let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")),
      Self.textExtensions.contains(name[dot...].dropFirst().lowercased())
    {
      self = .text
    } else {
      self = .asset
    }
  }

  private static let textExtensions: Set = [
    "css", "htm", "html", "js", "json", "lock", "md", "mustache", "svg", "txt", "xml", "yaml",
    "yml",
  ]

  /// Hidden files (which takes in `.DS_Store`, `.x.md.swp` and Emacs's `.#x.md`), backups `x~`,
  /// Emacs's `#x#`, Word's `~$x`, and `4913`, which Vim makes to see whether it may write.
  package static func isDropping(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("~$") || name == "4913"
      || name.hasPrefix("#") && name.hasSuffix("#") || name.hasSuffix(".swp")
      || name == "Thumbs.db" || name == "desktop.ini"
  }
}
