extension Unicode.Scalar {
  /// The scalar itself, or a picture of it if printing it would move the cursor, change the
  /// direction of the line or control the terminal.
  package var visible: Unicode.Scalar {
    switch value {
    case 0x00...0x1F: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0x061C, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: "\u{FFFD}"
    default: self
    }
  }
}

extension [UInt8] {
  /// Appends text for a terminal, with pictures in the place of control characters.
  package mutating func appendVisible(_ text: String) {
    for scalar in text.unicodeScalars { append(scalar.visible) }
  }
}
