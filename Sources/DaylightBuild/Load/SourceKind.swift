import DaylightSyntax

/// How a source file is handled, judged by its name alone.
package enum SourceKind {
  /// Read whole.
  case text
  /// Only its head is kept; the file is copied.
  case asset
  /// Left behind by an editor or an operating system.
  case ignored

  init(name: String) {
    if Self.isIgnored(name) {
      self = .ignored
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

  /// Hidden files (including `.DS_Store`, `.x.md.swp` and Emacs's `.#x.md`, but not the files that
  /// configure a host), backups such as `x~` and `x.bak`, Emacs's `#x#`, Word's `~$x`, temporary
  /// files of sed, git and operating systems, and `4913`, which Vim creates to test whether it can
  /// write.
  package static func isIgnored(_ name: String) -> Bool {
    guard let first = name.utf8.first, let last = name.utf8.last else { return true }
    switch first {
    case UInt8(ascii: "."): return !hostFiles.contains(name.lowercased())
    case UInt8(ascii: "#"): return last == first
    case UInt8(ascii: "~"): return name.hasPrefix("~$") || name.hasPrefix("~WR") || last == first
    default: break
    }
    return last == UInt8(ascii: "~") || isBackup(name) || others.contains(name.lowercased())
      || isOfSed(name) || isOfMerge(name)
  }

  /// By its extension, or by the one before a number: nano writes `x.md.save.1`.
  private static func isBackup(_ name: String) -> Bool {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return false
    }
    let ending = name[dot...].dropFirst()
    if ending.utf8.allSatisfy({ $0.isASCIIDigit }) {
      return name[..<dot].hasSuffix(".save")
    }
    // Most files have one of the text extensions, so that is checked first.
    return !textExtensions.contains(String(ending)) && backups.contains(ending.lowercased())
  }

  /// `sedAb3xY9`, which `sed -i` leaves when it is stopped.
  private static func isOfSed(_ name: String) -> Bool {
    let rest = name.utf8.dropFirst(3)
    return (4...6).contains(rest.count) && name.hasPrefix("sed")
      && rest.allSatisfy { $0.isASCIIDigit || $0.isASCIICapital || $0.isASCIISmallLetter }
      && rest.contains { $0.isASCIICapital || rest.count == 6 && $0.isASCIIDigit }
  }

  /// `x_LOCAL_4711.md`, which `git mergetool` writes for as long as it runs.
  private static func isOfMerge(_ name: String) -> Bool {
    guard name.utf8.contains(UInt8(ascii: "_")) else { return false }
    let parts = name.prefix { $0 != "." }.split(separator: "_")
    return parts.count > 2
      && ["BACKUP", "BASE", "LOCAL", "REMOTE"].contains(parts[parts.count - 2])
      && parts[parts.count - 1].utf8.allSatisfy(\.isASCIIDigit)
  }

  private static let hostFiles: Set = [".htaccess", ".htpasswd", ".user.ini"]
  private static let backups: Set = [
    "bak", "bak1", "bak2", "backup", "bk", "bkp", "orig", "old", "tmp", "temp", "save", "sav",
    "swp",
    "swo", "swn", "swx", "rej", "mine", "un~", "wbk", "asd", "autosave", "part", "partial",
    "crdownload", "download", "___jb_tmp___", "___jb_old___", "md___jb_tmp___", "md___jb_old___",
  ]
  private static let others: Set = [
    "4913", "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "$recycle.bin",
    "@eadir", "lost+found",
  ]
}
