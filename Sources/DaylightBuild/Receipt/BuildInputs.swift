package import DaylightSite
package import DaylightSyntax

/// Everything that decides what a build makes and says, known without opening a file.
package struct BuildInputs: Sendable {
  /// The files of the site, and what was found while they were looked at.
  package let sources: Diagnosed<SourceSnapshot>
  package let options: BuildOptions
  /// Whatever else decides: the program itself, where the output goes, how findings are shown.
  package let circumstances: [String]

  package init(
    sources: Diagnosed<SourceSnapshot>, options: BuildOptions, circumstances: [String]
  ) {
    self.sources = sources
    self.options = options
    self.circumstances = circumstances
  }

  /// The same only where all of it is the same. A file counts by its path, size, times and number on
  /// the disk, as in Git's index (git-scm.com/docs/index-format).
  package var digest: ContentDigest {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sources.value.entries.count * 96 + 1024)
    func add(_ text: String) {
      bytes += text.utf8
      bytes.append(0)
    }
    func add(_ number: Int64) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    circumstances.forEach(add)
    for part in [options.now.iso, "\(options.drafts)", options.baseURL ?? ""] { add(part) }
    for finding in sources.diagnostics { add("\(finding.rule.id) \(finding.message)") }
    for entry in sources.value.entries {
      add(entry.path)
      add(Int64(entry.stamp.size))
      add(entry.stamp.modified)
      add(entry.changed)
      add(Int64(truncatingIfNeeded: entry.inode))
    }
    return ContentDigest(bytes)
  }
}

extension SourceSnapshot {
  /// Whether every file had been at rest for two seconds.
  ///
  /// A file that is changed twice within one tick of the disk's clock can look the same both times.
  /// Two seconds are the coarsest tick there is, that of FAT; Git holds back in the same way
  /// (“racy Git”, git-scm.com/docs/racy-git).
  ///
  /// - Parameter nanoseconds: when the snapshot was begun, since 1970.
  package func isSettled(at nanoseconds: Int64) -> Bool {
    entries.allSatisfy { max($0.stamp.modified, $0.changed) < nanoseconds - 2_000_000_000 }
  }
}
