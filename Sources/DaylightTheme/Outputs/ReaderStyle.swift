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
    bytes: Array("@layer{".utf8) + important(PackageResources.landmarks_css)
      + Array("}\(withoutLayers)\n".utf8))

  /// For browsers that drop layers, those before 2022: the exit stays in sight there too.
  private static let withoutLayers =
    "nav.leave{position:sticky;top:0;z-index:9;background:#fff}"
    + "nav.leave a.exit{display:inline-block;padding:.75em 1.25em;color:#fff;background:#33424a}"

  /// The sheet without comments and line ends, each declaration important.
  private static func important(_ sheet: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var scan = 0
    while scan < sheet.count {
      let byte = sheet[scan]
      if byte == UInt8(ascii: "/"), sheet[scan...].starts(with: "/*".utf8) {
        scan += 2
        while scan < sheet.count, !sheet[scan...].starts(with: "*/".utf8) { scan += 1 }
        scan += 2
        continue
      }
      if byte <= 0x20 {
        // After a mark no blank counts.
        if let last = output.last, !"{};: ,".utf8.contains(last) { output.append(0x20) }
      } else {
        if "{}".utf8.contains(byte), output.last == 0x20 { output.removeLast() }
        if byte == UInt8(ascii: ";") { output += "!important".utf8 }
        output.append(byte)
      }
      scan += 1
    }
    return output
  }
}
