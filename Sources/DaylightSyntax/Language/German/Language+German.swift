extension Language {
  /// The reading formula only: nobody has collected the words for the other rules yet.
  static let german: Self = {
    var german = Self(subtag: "de")
    german.readingFormula = .wienerSachtext
    german.conjunctions = ["und", "oder"]
    return german
  }()
}

extension SyllableCounter {
  /// The vowels of a German word, two as one where they are written for one sound: `Trau-er`,
  /// `Be-ob-ach-tung`, `Qua-li-tät`.
  static let german = SyllableCounter(namesHaveCapitals: false) { word in
    var count = 0
    var previous: Unicode.Scalar = " "
    for scalar in String(decoding: word, as: UTF8.self).lowercased().unicodeScalars {
      let isVowel = "aeiouyäöü".unicodeScalars.contains(scalar)
      if !isVowel || previous == "q" && scalar == "u" {
        previous = scalar
      } else if pairs.contains(String(previous) + String(scalar)) {
        // A third vowel begins a syllable of its own.
        previous = " "
      } else {
        count += 1
        previous = scalar
      }
    }
    return count
  }

  private static let pairs: Set<String> = [
    "ei", "ai", "au", "eu", "äu", "ie", "aa", "ee", "oo", "ey", "ay", "oy", "ui",
  ]
}
