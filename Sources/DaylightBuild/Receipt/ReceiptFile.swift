package import DaylightSyntax
package import Platform

/// Where the receipts of a site's builds are kept: in `.daylight` beside `content`, one for each
/// output folder. The output folder itself would be the wrong place, since it is published, and a
/// receipt tells what is still to be mended.
///
/// A receipt only saves work. One that cannot be read or written costs nothing but that work, so it
/// is passed over without a word.
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

  /// The receipt of the last build, where everything is as that build was made from and left it.
  package func standing(for inputs: ContentDigest) async -> BuildReceipt? {
    do throws(FileError) {
      let folder = try Directory(path: site).folder(Self.folder)
      let file = try folder.open(name, following: false)
      let output = try Directory(path: output)
      guard let receipt = BuildReceipt(bytes: try file.read(upTo: file.status().stamp.size)),
        receipt.inputs == inputs,
        let manifest = try Manifest.bytes(in: output), ContentDigest(manifest) == receipt.manifest,
        try await Manifest(bytes: manifest)?.isUntouched(in: output, runner) == true
      else { return nil }
      return receipt
    } catch {
      return nil
    }
  }

  /// Keeps the receipt of a build that has just ended. `report` is what it said.
  package func keep(inputs: ContentDigest, report: [UInt8], summary: String) {
    do throws(FileError) {
      guard let manifest = try Manifest.bytes(in: Directory(path: output)) else { return }
      let receipt = BuildReceipt(
        inputs: inputs, manifest: ContentDigest(manifest), report: report, summary: summary)
      let site = try Directory(path: site)
      try site.makeFolder(Self.folder)
      let folder = try site.folder(Self.folder)
      // A folder of the machine's own: Git need not know of it.
      try replace(".gitignore", with: Array("*\n".utf8), in: folder)
      try replace(name, with: receipt.bytes, in: folder)
    } catch {}
  }

  private var name: String { "receipt-" + ContentDigest(Array(output.utf8)).hexadecimal }

  private func replace(
    _ name: String, with bytes: [UInt8], in folder: Directory
  ) throws(FileError) {
    let temporary = OutputPath.temporary + name
    try folder.remove(temporary)
    let file = try folder.create(temporary, as: folder.pathOf(name))
    try file.write(bytes)
    try folder.rename(temporary, to: name)
  }
}

extension Manifest {
  /// The manifest as it lies in the output, or nothing where none is there.
  static func bytes(in output: Directory) throws(FileError) -> [UInt8]? {
    guard let status = try output.status(of: OutputPath.manifest), status.kind == .file else {
      return nil
    }
    let file = try output.open(OutputPath.manifest, following: false)
    return try file.read(upTo: status.stamp.size)
  }

  /// Whether the build came to its end and every file looks as it was left.
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
