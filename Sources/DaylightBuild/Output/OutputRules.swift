package import DaylightSyntax

extension Rule {
  package static let outputPath = Rule(
    "output-path", .error,
    "An address that leads out of the output folder or cannot be a file name.",
    why: "Such a file would be written outside `public`, or could not be written at all.",
    bad: "an address with `..` in it",
    good: "/signs/at-home/",
    fix: "Change the name or the address of the page it comes from.", in: .described)
  package static let outputCollision = Rule(
    "output-collision", .error, "Two files of the site with the same place in the output.",
    why: "Only one of the two can be at that place; the other would be lost.",
    bad: "a page `signs` and a file `signs/index.html`",
    good: "names that differ",
    fix: "Give one of the two another name or address.", in: .described)
  package static let outputLink = Rule(
    "output-link", .error,
    "A symbolic link in the output in the place of a file that Daylight writes.",
    why: "The file would be written wherever the link leads, and could replace something there.",
    bad: "public/assets, a link to another folder",
    good: "public/assets, a folder",
    fix: "Remove the link, then build again.", in: .described)
  package static let foreignOutput = Rule(
    "foreign-output", .error,
    "A file in the output that Daylight did not write, in the way of one it would write.",
    why: "Daylight never replaces a file that it did not write: it may be the only copy.",
    bad: "your own public/index.html",
    good: "your own page as content/index.md",
    fix: "Move the file out of `public`, then build again.", in: .described)
  package static let editedOutput = Rule(
    "edited-output", .warning,
    "A file in the output that was changed by hand after Daylight wrote it.",
    why: "The change would be lost: `public` is written again by every build.",
    bad: "a sentence corrected in public/signs/index.html",
    good: "the same sentence corrected in content/signs/index.md",
    fix: "Make the change in `content` or `templates`. Where the rule is an error (`--strict`), "
      + "delete the changed file too, and build again.", in: .described)
  package static let outputManifest = Rule(
    "output-manifest", .warning, "The list of files that Daylight wrote cannot be read.",
    why: "Without the list of its own files, Daylight cannot tell which old pages to remove.",
    bad: "a damaged public/.daylight-manifest",
    good: "the file as a build left it",
    fix: "Look in `public` for pages that the site no longer has, and delete them.", in: .described)
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
      .outputLink,
      "‘\(path)’ in the output is a symbolic link, which Daylight does not write through", at: nil,
      help: "remove the link, then build again")
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
      help:
        "make the change in ‘content’ or ‘templates’; where this is an error, delete the file too"
    )
  }

  static func outputManifest() -> Diagnostic {
    Diagnostic(
      .outputManifest,
      "‘\(OutputPath.manifest)’ in the output cannot be read, so old files are not removed",
      at: nil, help: "look for pages in the output that the site no longer has, and remove them")
  }
}
