package import DaylightSyntax

/// What a build that came to its end was made from, what it left behind, and what it said.
///
/// Where all of that is as it was, another build would make the same and say the same. So it says it
/// and does nothing: the price of a build with nothing changed is a look at every file from outside.
package struct BuildReceipt: Sendable, Hashable {
  /// Of everything that the build depended on (`BuildInputs`).
  package let inputs: ContentDigest
  /// Of the manifest that the build left in the output.
  package let manifest: ContentDigest
  /// What was found, as it was written out for the person at the keyboard.
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

  /// Four lines, the report, and a digest of all before it, so that one cut short is known for what
  /// it is.
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

  /// Nothing where the bytes are not a whole receipt of this version.
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
