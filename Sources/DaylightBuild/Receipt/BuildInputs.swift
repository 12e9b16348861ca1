package import DaylightModel
package import DaylightSyntax

/// Everything that determines what a build writes and reports, known without opening a file.
package struct BuildInputs: Sendable {
  /// The files of the site, with the findings of the scan.
  package let sources: Diagnosed<SourceSnapshot>
  package let options: BuildOptions
  /// Whatever else matters: the program itself, the output folder, how findings are printed.
  package let environment: [String]

  package init(
    sources: Diagnosed<SourceSnapshot>, options: BuildOptions, environment: [String]
  ) {
    self.sources = sources
    self.options = options
    self.environment = environment
  }

  /// Equal only if all inputs are. A file is identified by its path, size, times and inode, as in
  /// Git's index (git-scm.com/docs/index-format).
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
    environment.forEach(add)
    for part in [options.now.iso, "\(options.drafts)", options.baseURL ?? ""] { add(part) }
    add(options.maximumGrade.map { "\($0)" } ?? "")
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
  /// Whether no file had changed in the last two seconds.
  ///
  /// A file that changes twice within one tick of the disk's clock can look the same both times.
  /// The coarsest tick, that of FAT, is two seconds. Git takes the same precaution (“racy Git”,
  /// git-scm.com/docs/racy-git).
  ///
  /// - Parameter nanoseconds: when the snapshot was started, since 1970.
  package func isSettled(at nanoseconds: Int64) -> Bool {
    entries.allSatisfy { max($0.stamp.modified, $0.changed) < nanoseconds - 2_000_000_000 }
  }
}
