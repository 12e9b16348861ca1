import DaylightSyntax

/// One of the two scripts that run on a reader's device. There are no others, and the audit sees to it.
///
/// They are part of the program, not of the templates, so that what is promised to readers does not
/// depend on a file that somebody might edit.
package struct ReaderScript: Sendable, Hashable {
  package let path: String
  package let bytes: [UInt8]

  /// Leaving the site (SAF-01 to SAF-09).
  package static let exit = Self(path: "assets/exit.js", bytes: PackageResources.exit_js)
  /// Forgetting what was ticked (CHK-08).
  package static let checklist = Self(
    path: "assets/checklist.js", bytes: PackageResources.checklist_js)

  package static let all = [exit, checklist]
}
