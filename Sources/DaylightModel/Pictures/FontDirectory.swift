/// Reads which tables a WOFF2 font has (W3C, WOFF File Format 2.0, sections 4 and 5).
enum FontDirectory {
  /// Whether there is a table `fvar`.
  static func hasAxes(_ font: [UInt8]) -> Bool {
    let font = UntrustedBytes(font)
    var offset = 48
    for _ in 0..<(font.number(12, 2) ?? 0) {
      guard let flags = font.byte(offset) else { return false }
      let tag = flags & 0x3F
      if tag == 47 || tag == 63 && font.has("fvar", at: offset + 1) { return true }
      offset += tag == 63 ? 5 : 1
      guard skipNumber(in: font, &offset) else { return false }
      // Of `glyf` and `loca` version 3, of other tables version 0 is the one without a second length.
      let plain: UInt8 = tag == 10 || tag == 11 ? 3 : 0
      if flags >> 6 != plain, !skipNumber(in: font, &offset) { return false }
    }
    return false
  }

  /// A number of up to five bytes, the last of which has no high bit.
  private static func skipNumber(in font: UntrustedBytes, _ offset: inout Int) -> Bool {
    for _ in 0..<5 {
      guard let byte = font.byte(offset) else { return false }
      offset += 1
      if byte < 0x80 { return true }
    }
    return false
  }
}
