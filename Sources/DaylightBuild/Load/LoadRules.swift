package import DaylightSyntax

extension Rule {
  package static let unreadableFile = Rule(
    "unreadable-file", .error, "A file or folder that Daylight is not allowed to read.",
    why: "What is in the file would silently be missing from the site.",
    bad: "content/help.yaml, which only another user of the computer may read",
    good: "content/help.yaml, which you may read",
    fix: "Give yourself permission to read it, or move it out of the site.", in: .described)
  package static let fileTooLarge = Rule(
    "file-too-large", .error, "A file that is larger than a page or an image should be.",
    why: "It would take minutes to load on a phone, so it is left out of the site.",
    bad: "a picture of 80 MB",
    good: "the same picture at 1600 pixels, 200 KB",
    fix: "Make it smaller, or split a text into several pages.", in: .described)
  package static let symbolicLink = Rule(
    "symbolic-link", .error, "A symbolic link that is broken, circular or leads out of the site.",
    why: "On another computer the link leads nowhere, and the page would be missing.",
    bad: "content/plan.md, a link to a file on your desktop",
    good: "content/plan.md, the file itself",
    fix: "Replace the link by a copy of the file.", in: .described)
  package static let caseCollision = Rule(
    "case-collision", .error,
    "Two names in a folder that differ only by capital letters, which many computers treat as one.",
    why: "Windows and macOS treat the two names as one, so one of the files would be lost there.",
    bad: "content/Rest.md\ncontent/rest.md",
    good: "content/rest.md\ncontent/sleep.md",
    fix: "Rename one of the two.", in: .files)
  package static let fileName = Rule(
    "file-name", .error,
    "A file name that is not valid UTF-8, so that it cannot be part of a web address.",
    why: "A page cannot have such an address, so the file would be missing from the site.",
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
      "‘\(path)’ is \(megabytes(size)) MB, and the limit is \(megabytes(limit)) MB",
      at: .file(path), help: "make it smaller, or split it into several files")
  }

  static func linkOutside(_ path: String) -> Diagnostic {
    Diagnostic(
      .symbolicLink, "‘\(path)’ is a symbolic link that leads out of the site", at: .file(path),
      help: "put a copy of what it points to here instead")
  }

  static func linkNowhere(_ path: String) -> Diagnostic {
    Diagnostic(
      .symbolicLink, "‘\(path)’ is a broken symbolic link",
      at: .file(path),
      help: "remove the link, or put the file itself here")
  }

  static func linkInCircle(_ path: String) -> Diagnostic {
    Diagnostic(
      .symbolicLink, "‘\(path)’ is a symbolic link to a folder that contains it", at: .file(path),
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
      help: "rename one of them: on many computers one would replace the other")
  }

  static func notUTF8(_ path: String) -> Diagnostic {
    Diagnostic(
      .fileName, "the name ‘\(path)’ is not valid UTF-8", at: .file(path),
      help: "rename the file with plain letters, digits and hyphens")
  }

  static func tooDeep(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .folderDepth, "‘\(path)’ is more than \(limit) folders deep, so it is not read",
      at: .file(path), help: "move it nearer to the top")
  }

  private static func megabytes(_ bytes: Int) -> Int { (bytes + (1 << 19)) >> 20 }
}
