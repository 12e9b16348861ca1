import DaylightModel
package import DaylightSyntax

/// Finds words that a site spells in two ways: with and without a hyphen, or with -ise and -ize.
enum SpellingVariantRule {
  /// A finding for each page and rarer spelling, at its first place there. How common a spelling is, is
  /// counted in pages.
  static func check(_ words: [Located<String>]) -> [Diagnostic] {
    var spellings: [String: [String: Int]] = [:]
    for word in words {
      let small = word.value.lowercased()
      spellings[key(of: small), default: [:]][small, default: 0] += 1
    }
    var preferred: [String: String] = [:]
    for variants in spellings.values where variants.count > 1 {
      let best = variants.max { ($0.value, $1.key) < ($1.value, $0.key) }
      for variant in variants.keys where variant != best?.key { preferred[variant] = best?.key }
    }
    return words.compactMap { word in
      preferred[word.value.lowercased()].map { .spellingVariant(word, preferred: $0) }
    }
  }

  /// What the spellings of one word have in common.
  private static func key(of word: String) -> String {
    withS(in: isHyphenOptional(word) ? word.replacing("-", with: "") : word)
  }

  /// Not after `re-`, which makes another word: to re-sign is not to resign. A word with two letters
  /// before the hyphen is often another word, too: a co-op and a coop.
  private static func isHyphenOptional(_ word: String) -> Bool {
    word.firstIndex(of: "-").map { word[..<$0].utf8.count > 2 } ?? false
  }

  /// With -is- for -iz- and -ys- for -yz- in the ending of a verb or its noun, after four letters at
  /// least: a prize is not a prise.
  private static func withS(in word: String) -> String {
    for ending in endings where word.hasSuffix(ending) {
      let stem = word.dropLast(ending.utf8.count)
      if stem.utf8.count >= 4 { return stem + ending.replacing("z", with: "s") }
    }
    return word
  }

  private static let endings = ["i", "y"].flatMap { vowel in
    ["e", "es", "ed", "er", "ers", "ing", "ation", "ations"].map { "\(vowel)z\($0)" }
  }
}

extension Rule {
  package static let spellingVariant = Rule(
    "spelling-variant", .warning, "A word that the site spells in two ways.",
    why: "Readers who search a page for one spelling miss the other, and two spellings look as "
      + "if nobody had read the site as a whole. Only `check` compares spellings.",
    bad: "To recognise it is a start. Nobody has to recognize it alone.",
    good: "To recognise it is a start. Nobody has to recognise it alone.",
    fix: "Write the word everywhere in the way that the message suggests, which is the more common "
      + "on the site.",
    in: .described, plural: "words that are spelt in two ways")
}

extension Diagnostic {
  fileprivate static func spellingVariant(_ word: Located<String>, preferred: String) -> Self {
    let new =
      word.value.first?.isUppercase == true
      ? preferred.prefix(1).uppercased() + preferred.dropFirst() : preferred
    var finding = Diagnostic(
      .spellingVariant, "‘\(word.value)’ is spelt ‘\(preferred)’ elsewhere on the site",
      at: word.location, help: "write ‘\(new)’ here too, or change the other pages")
    finding.edits = [TextEdit(at: word.location, replacing: word.value, with: new)]
    return finding
  }
}
