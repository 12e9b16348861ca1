extension StringProtocol {
  /// Whether nothing in the text can be seen or heard: it has blanks of any width at most, and
  /// characters without a width.
  package var isBlank: Bool {
    unicodeScalars.allSatisfy { scalar in
      scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
        || scalar.properties.generalCategory == .control
        || scalar.properties.generalCategory == .format || scalar == "\u{2800}"
    }
  }
}
