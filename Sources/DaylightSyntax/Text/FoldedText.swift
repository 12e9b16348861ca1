extension FoldedCharacter {
  /// The text in the form in which it is compared, with white space trimmed and collapsed.
  ///
  /// Two encodings of the same characters are equal as Swift strings, which compare by canonical
  /// equivalence.
  static func text(_ text: Span<UInt8>, folding: CaseFolding = .common) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var isSpaceDue = false
    var offset = 0
    while offset < text.count {
      let character = FoldedCharacter(in: text, at: offset)
      if character.kind == .space {
        isSpaceDue = !result.isEmpty
      } else if !character.isIgnorable {
        if isSpaceDue { result.append(UInt8(ascii: " ")) }
        isSpaceDue = false
        if let ascii = character.ascii, folding == .common || character.kind != .word {
          result.append(ascii)
        } else {
          result += String(scalars(text, at: offset, character.length, folding)).utf8
        }
      }
      offset += character.length
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The scalars of one character in their plain forms; its marks have no case.
  static func scalars(
    _ text: Span<UInt8>, at offset: Int, _ length: Int, _ folding: CaseFolding
  ) -> String.UnicodeScalarView {
    let (first, firstLength) = text.scalar(at: offset)
    var result = String.UnicodeScalarView()
    if let plain = PlainForms.of(first) {
      for scalar in plain { scalar.append(folding, to: &result) }
    } else {
      first.append(folding, to: &result)
    }
    let isDottedI = folding == .dotlessI && (first == "I" || first == "i")
    var hasMarks = false
    var next = offset + firstLength
    while next < offset + length {
      let (scalar, length) = text.scalar(at: next)
      next += length
      if scalar.isIgnorable || scalar.isReadingAid(after: first) { continue }
      hasMarks = true
      if !isDottedI || scalar != "\u{307}" {
        result.append(PlainForms.of(scalar)?.first ?? scalar)
      }
    }
    // With a dot or another accent, I is the capital of i.
    if isDottedI, hasMarks {
      result.replaceSubrange(...result.startIndex, with: CollectionOfOne("i"))
    }
    return result
  }

  /// The scalars of one character split into the characters that they are compared as: the letters
  /// of a ligature.
  static func letters(of scalars: String.UnicodeScalarView) -> [String.UnicodeScalarView] {
    var letters: [String.UnicodeScalarView] = []
    for scalar in scalars {
      if letters.isEmpty || !scalar.joinsTheOneBefore {
        letters.append(String.UnicodeScalarView([scalar]))
      } else {
        letters[letters.count - 1].append(scalar)
      }
    }
    return letters
  }
}

extension Unicode.Scalar {
  fileprivate func append(_ folding: CaseFolding, to text: inout String.UnicodeScalarView) {
    switch (folding, self) {
    case (.none, _): text.append(self)
    case (.dotlessI, "I"): text.append("ı")
    case (.dotlessI, "İ"): text.append("i")
    default: text += foldedCase.unicodeScalars
    }
  }

  /// Unicode's simple case folding: lower case, by way of upper case where that is one scalar, so
  /// that letters with two lower-case forms, such as σ and ς, become one.
  private var foldedCase: String {
    let upper = properties.uppercaseMapping.unicodeScalars
    guard let first = upper.first, upper.count == 1, !first.isASCII else {
      return properties.lowercaseMapping
    }
    return first.properties.lowercaseMapping
  }
}
