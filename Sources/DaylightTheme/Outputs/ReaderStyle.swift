import DaylightSyntax

/// The style of what protects a reader: the exits, the safety line and the help.
///
/// Like the two scripts it is part of the program, not of the templates. All of its declarations
/// are important and in one anonymous layer. Among important declarations the first layer of a page
/// wins, so a page that loads this before any other sheet cannot lose it (CSS Cascade 5, 6.1).
package struct ReaderStyle: Sendable, Hashable {
  package let path: String
  package let bytes: [UInt8]

  package static let landmarks = Self(
    path: "assets/landmarks.css",
    bytes: CompactStyle.bytes(
      of: Array("@layer{".utf8) + important(PackageResources.landmarks_css)
        + Array("}\(withoutLayers)".utf8)))

  /// For browsers that drop layers, those before 2022: the exit stays in sight there too.
  private static let withoutLayers =
    "nav.leave{position:sticky;top:0;z-index:9;background:#fff}"
    + "nav.leave a.exit{display:inline-block;padding:.75em 1.25em;color:#fff;background:#33424a}"

  /// The sheet with each declaration important.
  private static func important(_ sheet: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var copied = 0
    var scanner = StyleScanner(sheet)
    while let piece = scanner.next() {
      guard piece.token == .mark(UInt8(ascii: ";")) else { continue }
      output += sheet[copied..<piece.range.lowerBound]
      output += "!important".utf8
      copied = piece.range.lowerBound
    }
    return output + sheet[copied...]
  }
}
