package import DaylightSyntax

/// A failure of the system, such as a full disk, that no change to the content can fix.
package enum BuildFailure: Error, Sendable, Hashable {
  case file(FileError)
  /// The site has no folder `content`.
  case noContent(root: String)
  /// There is no folder to audit.
  case noFolder(path: String)
  /// A folder to audit has no page.
  case noPages(folder: String)
  /// Something that is not a folder is in the place of the output.
  case outputIsNotFolder(path: String)
  /// The output is a folder that the site is made from.
  case outputIsSource(path: String, folder: String)
  case outputInSource(path: String, folder: String)
  case outputHoldsSource(path: String, folder: String)
  /// A file that is neither a source nor a part of the finished site would be among those.
  case fileInSite(path: String)
  /// Another build held the lock on the output for longer than this one was told to wait.
  case outputIsBusy(path: String)
  /// The program that asks other sites is not installed.
  case noCurl
  /// No other site could be reached at all.
  case offline
}

extension BuildFailure {
  package var message: String {
    switch self {
    case .file(let error): error.message
    case .noContent(let root): "there is no folder ‘content’ in ‘\(root)’"
    case .noFolder(let path): "‘\(path)’ is not a folder, or does not exist"
    case .noPages(let folder):
      "there is no page in ‘\(folder)’: no file with a name that ends in ‘.html’"
    case .outputIsNotFolder(let path):
      "‘\(path)’ is not a folder, so the site cannot be written there"
    case .outputIsSource(let path, let folder):
      "‘\(path)’ is the folder ‘\(folder)’ that the site is made from, so the site cannot be "
        + "written there"
    case .outputInSource(let path, let folder):
      "‘\(path)’ is in the folder ‘\(folder)’ that the site is made from, so the site cannot be "
        + "written there"
    case .outputHoldsSource(let path, let folder):
      "‘\(path)’ holds the folder ‘\(folder)’ that the site is made from, which would be published "
        + "with the site"
    case .fileInSite(let path):
      "‘\(path)’ would be in a folder that the site is made from, or that is published"
    case .outputIsBusy(let path): "cannot write to ‘\(path)’: another build holds its lock"
    case .noCurl: "other sites are asked with the program ‘curl’, which is not installed"
    case .offline: "none of the other sites could be found: this computer seems to be offline"
    }
  }

  package var help: String {
    switch self {
    case .file(let error): error.help
    case .noContent:
      "run this in the folder with ‘content’, or name that folder with --site; "
        + "‘daylight new site my-site’ makes a new one"
    case .noFolder, .noPages: "name the folder that holds the finished site, such as ‘public’"
    case .outputIsNotFolder: "move it away, or name another folder with --output"
    case .outputIsSource, .outputInSource, .outputHoldsSource:
      "name a folder of its own with --output, or leave it out to write to ‘public’"
    case .fileInSite: "name a file elsewhere with --output, or leave it out"
    case .outputIsBusy: "wait until the other build has finished, then build again"
    case .noCurl: "install it, as with ‘sudo apt install curl’, or leave ‘--online’ out"
    case .offline: "connect it to the internet, then try again, or leave ‘--online’ out"
    }
  }
}

extension BuildFailure {
  /// The failure as a finding, for a run that continues.
  package var diagnostic: Diagnostic {
    Diagnostic(.systemError, message, at: nil, help: help)
  }
}

extension Rule {
  package static let systemError = Rule(
    "system-error", .error, "A system error (disk, permissions).",
    why: "The preview continues, but what it shows may be out of date.",
    bad: "a full disk",
    good: "a disk with space left",
    fix: "Do what the message says, then save any file to build again.", in: .described)
}
