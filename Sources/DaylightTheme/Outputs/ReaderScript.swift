import DaylightSyntax

/// One of the two scripts that run on a reader's device. The audit refuses all others.
///
/// They are part of the program, not of the templates, so that what is promised to readers does not
/// depend on a file that somebody might edit.
package struct ReaderScript: Sendable, Hashable {
  package let path: String
  package let bytes: [UInt8]

  /// Leaving the site (SAF-01 to SAF-09).
  package static let exit = Self(path: "assets/exit.js", source: PackageResources.exit_js)
  /// Forgetting what was ticked (CHK-08).
  package static let checklist = Self(
    path: "assets/checklist.js", source: PackageResources.checklist_js)

  package static let all = [exit, checklist]

  /// Readers are sent the lines without indentation, and none that is a comment.
  private init(path: String, source: [UInt8]) {
    self.path = path
    let lines = source.split(separator: UInt8(ascii: "\n")).map { $0.drop { $0 == 0x20 } }
    bytes = Array(
      lines.filter { !$0.isEmpty && !$0.starts(with: "//".utf8) }
        .joined(separator: CollectionOfOne(UInt8(ascii: "\n"))))
  }
}
