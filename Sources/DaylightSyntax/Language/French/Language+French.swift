extension Language {
  /// Plurals and the reading formula only: nobody has collected the words for the other rules yet.
  static let french: Self = {
    var french = Self(subtag: "fr")
    french.forms = FrenchForms.forms
    french.readingFormula = .kandelMoles
    french.conjunctions = ["et", "ou"]
    return french
  }()
}

extension SyllableCounter {
  /// The groups of vowels of a French word, without a silent final `e` or `es`. A vowel after `é`, and
  /// one with a diaeresis, begins a syllable of its own: `ré-el`, `na-ïf`.
  ///
  /// Whether the final `ent` of a verb is silent cannot be known from the word; it is counted.
  static let french = SyllableCounter { word in
    var count = 0
    var previous: Unicode.Scalar = " "
    let text = String(decoding: word, as: UTF8.self).lowercased()
    for scalar in text.unicodeScalars {
      let isOwn =
        !vowels.contains(previous) || previous == "é" || "ïëü".unicodeScalars.contains(scalar)
      if vowels.contains(scalar), isOwn { count += 1 }
      previous = scalar
    }
    let stem = text.hasSuffix("es") ? text.dropLast(2) : text.hasSuffix("e") ? text.dropLast() : ""
    let isSilent = stem.unicodeScalars.last.map { !vowels.contains($0) } ?? false
    return count > 1 && isSilent ? count - 1 : count
  }

  private static let vowels = Set("aeiouyàâæéèêëîïôœùûüÿ".unicodeScalars)
}

/// The regular plural of French terms.
enum FrenchForms {
  /// The plural of a term of one word, or with all its words in the plural, as nouns and adjectives
  /// agree: `lien traumatique` gives `liens traumatiques`. A word before `de`, `à` and the like
  /// changes, what follows it does not.
  static func forms(of term: String) -> [String] {
    let words = term.split(separator: " ", omittingEmptySubsequences: false)
    let end = words.firstIndex { prepositions.contains($0.lowercased()) } ?? words.endIndex
    let plural = words[..<end].map(plural) + words[end...].map(String.init)
    let form = plural.joined(separator: " ")
    return form == term ? [] : [form]
  }

  private static func plural(of word: Substring) -> String {
    guard let last = word.last, last.isLetter, !"sxz".contains(last.lowercased()) else {
      return String(word)
    }
    if ["eau", "au", "eu"].contains(where: word.hasSuffix) { return word + "x" }
    if word.hasSuffix("al"), word.count > 3 { return word.dropLast() + "ux" }
    return word + "s"
  }

  private static let prepositions: Set<String> = [
    "à", "au", "aux", "de", "des", "du", "en", "par", "pour", "sans", "sous", "sur",
  ]
}
