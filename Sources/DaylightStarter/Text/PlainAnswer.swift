import DaylightSyntax

/// Text as somebody typed or pasted it.
enum PlainAnswer {
  /// On one line, without the white space around it and without characters that cannot be seen.
  static func cleaned(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace || scalar == "\u{85}" {
        line.append(" ")
      } else if scalar.visible == scalar {
        line.append(scalar)
      }
    }
    return String(line).split(separator: " ").joined(separator: " ")
  }
}
