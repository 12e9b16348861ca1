import DaylightModel
import DaylightPages
package import DaylightSyntax

/// Looks the words of a site up in the dictionary of its language.
struct SpellingRule {
  private let index: SiteIndex
  private let dictionary: any SpellingDictionary
  private let known: KnownWords

  init(_ index: SiteIndex, _ dictionary: any SpellingDictionary) {
    self.index = index
    self.dictionary = dictionary
    known = KnownWords(index)
  }

  /// A finding for each page and word, at its first place there.
  func check(_ words: [Located<String>]) -> [Diagnostic] {
    var isRight: [String: Bool] = [:]
    var suggestions: [String: [String]] = [:]
    return words.compactMap { word in
      let found = isRight[word.value] ?? isKnown(word.value)
      isRight[word.value] = found
      guard !found else { return nil }
      if suggestions[word.value] == nil {
        suggestions[word.value] = self.suggestions(for: word.value, after: suggestions.count)
      }
      return .misspelling(
        word, index.configuration.language, suggestions: suggestions[word.value] ?? [])
    }
  }

  /// Whether a word is right by itself, without the ending of a possessive, or in all of its parts.
  private func isKnown(_ word: String) -> Bool {
    if known.contains(word) || dictionary.contains(word) { return true }
    if word.hasSuffix("'s") { return isKnown(String(word.dropLast(2))) }
    let parts = word.split(separator: "-")
    return parts.count > 1 && parts.allSatisfy { $0.utf8.count == 1 || isKnown(String($0)) }
  }

  /// How many words the dictionary is asked about, which takes a tenth of a second for each.
  private static let mostAsked = 10
  /// A site with more words than this is in another language.
  private static let mostHelped = 200
  /// In bytes.
  private static let longestAsked = 40

  /// At most three, the likeliest first.
  ///
  /// - Parameter count: how many other words had suggestions.
  private func suggestions(for word: String, after count: Int) -> [String] {
    let own = [known.nearest(to: word)].compactMap(\.self)
    let others =
      if count < Self.mostAsked, word.utf8.count <= Self.longestAsked {
        dictionary.suggestions(for: word)
      } else if count < Self.mostHelped {
        Array(NearSpellings.all(of: word).lazy.filter(dictionary.contains).prefix(4))
      } else {
        [String]()
      }
    return Array((own + others.filter { !own.contains($0) }).prefix(3))
  }
}

extension Rule {
  package static let misspelling = Rule(
    "misspelling", .warning, "A word that is not in the dictionary of the site’s language.",
    why: "A misspelt word makes a reader doubt the rest, is not found by a search, and is read "
      + "wrongly by a screen reader. Only `check` looks words up, and only if a dictionary of "
      + "Hunspell is installed, as by `sudo apt install hunspell-en-gb` (for French "
      + "`hunspell-fr`, and so on). Names of the glossary, of sources, of people and of "
      + "helplines are known.",
    bad: "Nobody has to recieve every visitor.",
    good: "Nobody has to receive every visitor.",
    fix: "Correct the word. If it is right, write it on a line of its own in `content/words.txt`.",
    in: .described, plural: "words that are not in the dictionary")
}

extension Diagnostic {
  fileprivate static func misspelling(
    _ word: Located<String>, _ language: String, suggestions: [String]
  ) -> Self {
    let quoted = suggestions.map { "‘\($0)’" }
    let instead =
      quoted.isEmpty
      ? "correct it" : "write \(quoted.joined(separator: " or "))"
    return Diagnostic(
      .misspelling, "‘\(word.value)’ is not in the dictionary (\(language))", at: word.location,
      help: "\(instead); if the word is right, add it to content/words.txt")
  }
}
