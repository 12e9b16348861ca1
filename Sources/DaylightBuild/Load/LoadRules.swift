package import DaylightSyntax

extension Rule {
  package static let unreadableFile = Rule(
    "unreadable-file", .error, "A file or folder that Daylight is not allowed to read.")
  package static let fileTooLarge = Rule(
    "file-too-large", .error, "A file that is larger than a page or an image should be.")
  package static let symbolicLink = Rule(
    "symbolic-link", .error, "A symbolic link that leads nowhere, in a circle or out of the site.")
  package static let caseCollision = Rule(
    "case-collision", .error,
    "Two names in a folder that differ only by capital letters, which many computers take for one.")
  package static let fileName = Rule(
    "file-name", .error,
    "A file name that is not in UTF-8, so that no web address can be made of it."
  )
  package static let folderDepth = Rule(
    "folder-depth", .error, "Folders within folders, deeper than any site needs.")
}

extension Diagnostic {
  static func unreadable(_ path: String) -> Diagnostic {
    Diagnostic(
      .unreadableFile, "‘\(path)’ cannot be read: you do not have permission", at: .file(path),
      help: "give yourself permission to read it, or move it out of the site")
  }

  static func tooLarge(_ path: String, size: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      .fileTooLarge,
      "‘\(path)’ is \(megabytes(size)) MB, and \(megabytes(limit)) MB is the most that is read",
      at: .file(path), help: "make it smaller, or split it into several files")
  }

  static func linkOutside(_ path: String) -> Diagnostic {
    Diagnostic(
      .symbolicLink, "‘\(path)’ is a symbolic link that leads out of the site", at: .file(path),
      help: "put a copy of what it points to here instead")
  }

  static func linkNowhere(_ path: String) -> Diagnostic {
    Diagnostic(
      .symbolicLink, "‘\(path)’ is a symbolic link that leads nowhere, or only to itself",
      at: .file(path),
      help: "remove the link, or put the file itself here")
  }

  static func linkInCircle(_ path: String) -> Diagnostic {
    Diagnostic(
      .symbolicLink, "‘\(path)’ is a symbolic link that leads in a circle", at: .file(path),
      help: "remove the link")
  }

  static func linkInLink(_ path: String) -> Diagnostic {
    Diagnostic(
      .symbolicLink, "‘\(path)’ is a linked folder inside a linked folder, which is not followed",
      at: .file(path), help: "put the folder itself here, or link to it from outside")
  }

  static func caseCollision(_ path: String, with other: String) -> Diagnostic {
    Diagnostic(
      .caseCollision, "‘\(path)’ and ‘\(other)’ differ only by capital letters or accents",
      at: .file(path), notes: [Note("the other is here", at: .file(other))],
      help: "rename one of them: on many computers one would take the place of the other")
  }

  static func notUTF8(_ path: String) -> Diagnostic {
    Diagnostic(
      .fileName, "the name ‘\(path)’ is not in UTF-8", at: .file(path),
      help: "rename the file with plain letters, digits and hyphens")
  }

  static func tooDeep(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .folderDepth, "‘\(path)’ is more than \(limit) folders deep, and is not read",
      at: .file(path), help: "move it nearer to the top")
  }

  private static func megabytes(_ bytes: Int) -> Int { (bytes + (1 << 19)) >> 20 }
}
