extension Language {
  /// The reading formula only: nobody has collected the words for the other rules yet.
  static let spanish: Self = {
    var spanish = Self(subtag: "es")
    spanish.readingFormula = .szigriszt
    spanish.conjunctions = ["y", "e", "o", "u"]
    return spanish
  }()
}

extension SyllableCounter {
  /// The syllables of a Spanish word by the rules of its spelling: a vowel of its own for each, and one
  /// for a diphthong, in which `i` or `u` without an accent is beside another vowel: `ciu-dad`,
  /// `pa-ís`, `a-é-re-o`.
  static let spanish = SyllableCounter { word in
    var count = 0
    var previous = Sound.consonant
    for scalar in String(decoding: word, as: UTF8.self).lowercased().unicodeScalars {
      let sound = Sound(scalar)
      let isDiphthong =
        previous == .weak && (sound == .weak || sound == .strong)
        || previous == .strong && sound == .weak
      if sound != .consonant, !isDiphthong { count += 1 }
      previous = sound
    }
    return count
  }

  private enum Sound {
    case consonant, strong
    /// `i` or `u` without an accent, and `y`, which is one where no vowel follows.
    case weak
    /// `í` or `ú`, which forms no diphthong.
    case accented

    init(_ scalar: Unicode.Scalar) {
      self =
        switch scalar {
        case "a", "e", "o", "á", "é", "ó": .strong
        case "i", "u", "ü", "y": .weak
        case "í", "ú": .accented
        default: .consonant
        }
    }
  }
}
