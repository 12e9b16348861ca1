extension StringProtocol {
  /// Whether nothing in the text can be seen or heard: it has only blanks of any width and
  /// zero-width characters.
  package var isBlank: Bool {
    unicodeScalars.allSatisfy { scalar in
      scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
        || scalar.properties.generalCategory == .control
        || scalar.properties.generalCategory == .format || scalar == "\u{2800}"
    }
  }
}
