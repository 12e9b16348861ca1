package import DaylightSyntax
package import Platform

/// The receipt of a site's last build, in `.daylight` beside `content`, one for each output folder.
/// The output folder itself would be the wrong place: it is published, and a receipt says what
/// still has to be fixed.
///
/// A receipt only saves work, so one that cannot be read or written is ignored.
package struct ReceiptFile: Sendable {
  private let site: String
  private let output: String
  private let runner: ParallelRunner

  static let folder = ".daylight"

  package init(site: String, output: String, runner: ParallelRunner) {
    self.site = site
    self.output = output
    self.runner = runner
  }

  /// The receipt of the last build; nil if its output has changed since, or if a build after it was
  /// killed. Whether its inputs have changed is for the caller to see.
  package func current() async -> BuildReceipt? {
    do throws(FileError) {
      let folder = try Directory(path: site).folder(Self.folder)
      let file = try folder.open(name, following: false)
      let output = try Directory(path: output)
      guard let receipt = BuildReceipt(bytes: try file.read(upTo: file.status().stamp.size)),
        try !OutputStaging.leftAnything(in: output),
        let manifest = try Manifest.bytes(in: output), ContentDigest(manifest) == receipt.manifest,
        try await Manifest(bytes: manifest)?.isUntouched(in: output, runner) == true
      else { return nil }
      return receipt
    } catch {
      return nil
    }
  }

  /// Saves the receipt of a build that has just finished. `report` is what it printed.
  package func save(inputs: ContentDigest, report: [UInt8], summary: String) {
    do throws(FileError) {
      guard let manifest = try Manifest.bytes(in: Directory(path: output)) else { return }
      let receipt = BuildReceipt(
        inputs: inputs, manifest: ContentDigest(manifest), report: report, summary: summary)
      let site = try Directory(path: site)
      try site.makeFolder(Self.folder)
      let folder = try site.folder(Self.folder)
      // The folder belongs to this machine, so Git should ignore it.
      try folder.replace(".gitignore", with: Array("*\n".utf8))
      try folder.replace(name, with: receipt.bytes)
    } catch {}
  }

  private var name: String { "receipt-" + ContentDigest(Array(output.utf8)).hexadecimal }
}

extension Manifest {
  /// The bytes of the manifest in the output; nil if there is none.
  static func bytes(in output: Directory) throws(FileError) -> [UInt8]? {
    guard let status = try output.status(of: OutputPath.manifest), status.kind == .file else {
      return nil
    }
    let file = try output.open(OutputPath.manifest, following: false)
    return try file.read(upTo: status.stamp.size)
  }

  /// Whether the build finished and every file still has the stamp it was written with.
  func isUntouched(
    in output: Directory, _ runner: ParallelRunner
  ) async throws(FileError) -> Bool {
    guard isComplete else { return false }
    let untouched = try await runner.mapRuns(entries, atLeast: 32) {
      (run) throws(FileError) -> [Bool] in
      var all = true
      for entry in run where all {
        let status = try output.status(of: entry.path)
        all = status?.kind == .file && status?.stamp == entry.stamp
      }
      return [all]
    }
    return untouched.allSatisfy { $0 }
  }
}
