package import DaylightSyntax

/// The record of a finished build: its inputs, its output, and what it reported.
///
/// If nothing has changed, another build would write and report the same. So it only repeats the
/// report: an unchanged build costs no more than the status of every file.
package struct BuildReceipt: Sendable, Hashable {
  /// The digest of everything the build depended on (`BuildInputs`).
  package let inputs: ContentDigest
  /// The digest of the manifest that the build left in the output.
  package let manifest: ContentDigest
  /// The findings as they were printed.
  package let report: [UInt8]
  /// What was built, in one line.
  package let summary: String

  package init(
    inputs: ContentDigest, manifest: ContentDigest, report: [UInt8], summary: String
  ) {
    self.inputs = inputs
    self.manifest = manifest
    self.report = report
    self.summary = summary
  }
}

extension BuildReceipt {
  private static let name = "daylight-receipt 1"

  /// Four lines, the report, and a digest of everything before it, so that a truncated file is
  /// detected.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(report.count + 256)
    for line in [Self.name, inputs.hexadecimal, manifest.hexadecimal, summary] {
      bytes += line.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    bytes += report
    bytes += ContentDigest(bytes).hexadecimal.utf8
    return bytes
  }

  /// Nil if the bytes are not a complete receipt of this version.
  package init?(bytes: [UInt8]) {
    let end = bytes.count - 16
    guard end > 0 else { return nil }
    let digest = bytes.withUnsafeBytes {
      ContentDigest(UnsafeRawBufferPointer(rebasing: $0[..<end]))
    }
    guard ContentDigest(hexadecimal: bytes[end...]) == digest else { return nil }
    let lines = bytes[..<end].split(
      separator: UInt8(ascii: "\n"), maxSplits: 4, omittingEmptySubsequences: false)
    guard lines.count == 5, lines[0].elementsEqual(Self.name.utf8),
      let inputs = ContentDigest(hexadecimal: lines[1]),
      let manifest = ContentDigest(hexadecimal: lines[2]),
      let summary = String(validating: lines[3], as: UTF8.self)
    else { return nil }
    self.init(inputs: inputs, manifest: manifest, report: Array(lines[4]), summary: summary)
  }
}
