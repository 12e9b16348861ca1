package import DaylightSyntax

extension Rule {
  package static let outputPath = Rule(
    "output-path", .error,
    "An address that would lead out of the output folder or cannot be a file."
  )
  package static let outputCollision = Rule(
    "output-collision", .error, "Two files of the site that would take each other's place.")
  package static let outputLink = Rule(
    "output-link", .error, "A symbolic link in the output where a file or folder of ours goes.")
  package static let foreignOutput = Rule(
    "foreign-output", .error,
    "A file in the output that Daylight did not write, in the way of one it would write.")
  package static let editedOutput = Rule(
    "edited-output", .warning,
    "A file in the output that was changed by hand after Daylight wrote it.")
  package static let outputManifest = Rule(
    "output-manifest", .warning, "The list of files that Daylight wrote cannot be read.")
}

extension Diagnostic {
  static func outputPath(_ path: String, _ fault: String) -> Diagnostic {
    Diagnostic(
      .outputPath, "nothing can be written to ‘\(path)’: the path \(fault)", at: nil,
      help: "change the name or the address of the page or file it comes from")
  }

  static func outputCollision(_ path: String, with other: String) -> Diagnostic {
    Diagnostic(
      .outputCollision,
      path.utf8.elementsEqual(other.utf8)
        ? "two pages or files would be written to ‘\(path)’"
        : "‘\(path)’ and ‘\(other)’ cannot both be written", at: nil,
      help: "give one of the two another name or address")
  }

  static func outputLink(_ path: String) -> Diagnostic {
    Diagnostic(
      .outputLink, "‘\(path)’ in the output is a symbolic link, and is not written through",
      at: nil, help: "remove the link, then build again")
  }

  static func foreignOutput(_ path: String, inTheWayOf written: String) -> Diagnostic {
    Diagnostic(
      .foreignOutput,
      "‘\(path)’ in the output was not written by Daylight, and is in the way of ‘\(written)’",
      at: nil, help: "move it out of the output folder, then build again")
  }

  static func editedOutput(_ path: String, removed: Bool) -> Diagnostic {
    Diagnostic(
      .editedOutput,
      "‘\(path)’ in the output was changed by hand; a build \(removed ? "removes" : "replaces") it",
      at: nil,
      help: "make the change in ‘content’ or ‘templates’; where this is an error, delete the file too"
    )
  }

  static func outputManifest() -> Diagnostic {
    Diagnostic(
      .outputManifest,
      "‘\(OutputPath.manifest)’ in the output cannot be read, so old files are left where they are",
      at: nil, help: "look for pages in the output that the site no longer has, and remove them")
  }
}
