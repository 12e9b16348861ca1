extension StringProtocol {
  /// Whether nothing in the text can be seen or heard: it has only blanks of any width and
  /// zero-width characters.
  package var isBlank: Bool {
    unicodeScalars.allSatisfy { scalar in
      // Most texts begin with a letter, and asking for properties is a search in Unicode's tables.
      if scalar.isASCII { return scalar.value <= 0x20 || scalar.value == 0x7F }
      return scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
        || scalar.properties.generalCategory == .control
        || scalar.properties.generalCategory == .format || scalar == "\u{2800}"
    }
  }
}
