package import DaylightSyntax

extension Rule {
  package static let unreadableFile = Rule(
    "unreadable-file", .error, "A file or folder that Daylight is not allowed to read.",
    why: "What the file says would be missing from the site without a word.",
    bad: "content/help.yaml, which only another user of the computer may read",
    good: "content/help.yaml, which you may read",
    fix: "Give yourself permission to read it, or move it out of the site.", in: .described)
  package static let fileTooLarge = Rule(
    "file-too-large", .error, "A file that is larger than a page or an image should be.",
    why: "It would take minutes to load on a telephone, and be left out of the site.",
    bad: "a picture of 80 MB",
    good: "the same picture at 1600 pixels, 200 KB",
    fix: "Make it smaller, or split a text into several pages.", in: .described)
  package static let symbolicLink = Rule(
    "symbolic-link", .error, "A symbolic link that leads nowhere, in a circle or out of the site.",
    why: "On another computer the link leads nowhere, and the page would be missing.",
    bad: "content/plan.md, a link to a file on your desktop",
    good: "content/plan.md, the file itself",
    fix: "Put a copy of the file in the place of the link.", in: .described)
  package static let caseCollision = Rule(
    "case-collision", .error,
    "Two names in a folder that differ only by capital letters, which many computers take for one.",
    why: "Windows and macOS take the two names for one, so one of the files would vanish there.",
    bad: "content/Rest.md\ncontent/rest.md",
    good: "content/rest.md\ncontent/sleep.md",
    fix: "Rename one of the two.", in: .files)
  package static let fileName = Rule(
    "file-name", .error,
    "A file name that is not in UTF-8, so that no web address can be made of it.",
    why: "No address can be made of the name, so the file would be missing from the site.",
    bad: "a file from an old Windows computer, with ‘é’ in its name",
    good: "the same file, renamed with plain letters",
    fix: "Rename it with letters, digits and hyphens.", in: .described)
  package static let folderDepth = Rule(
    "folder-depth", .error, "Folders within folders, deeper than any site needs.",
    why: "Folders that deep are accidents, such as a folder copied into itself.",
    bad: "folders within folders, more than 64 levels deep",
    good: "content/signs/at-home.md",
    fix: "Move the file nearer to the top.", in: .described)
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
