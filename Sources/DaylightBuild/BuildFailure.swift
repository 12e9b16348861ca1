package import DaylightSyntax

/// Why the machine could not do its part. Nothing in the content can mend it.
package enum BuildFailure: Error, Sendable, Hashable {
  case file(FileError)
  /// The site has no folder `content`.
  case noContent(root: String)
  /// Something that is not a folder stands where the output goes.
  case outputIsNotFolder(path: String)
  /// Another build held the output for longer than this one was told to wait.
  case outputIsBusy(path: String, waited: Duration)
}

extension BuildFailure {
  package var message: String {
    switch self {
    case .file(let error): error.message
    case .noContent(let root): "there is no folder ‘content’ in ‘\(root)’"
    case .outputIsNotFolder(let path):
      "‘\(path)’ is not a folder, so the site cannot be written there"
    case .outputIsBusy(let path, let waited):
      waited.components.seconds > 0
        ? "another build has been writing to ‘\(path)’ for more than \(waited.components.seconds) s"
        : "another build is writing to ‘\(path)’"
    }
  }

  package var help: String {
    switch self {
    case .file(let error): error.help
    case .noContent: "run this in the folder that holds ‘content’, or name that folder with --site"
    case .outputIsNotFolder: "move it away, or name another folder with --output"
    case .outputIsBusy: "let the other build end, then build again"
    }
  }
}

extension BuildFailure {
  /// The failure as a finding, where a run goes on all the same.
  package var diagnostic: Diagnostic {
    Diagnostic(.machineFailure, message, at: nil, help: help)
  }
}

extension Rule {
  package static let machineFailure = Rule(
    "machine-failure", .error, "The computer could not do its part.",
    why: "The preview goes on, but what it shows may be old.",
    bad: "a disk that is full",
    good: "a disk with space left",
    fix: "Do what the message says, then save any file to build again.", in: .described)
}
