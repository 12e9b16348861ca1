import DaylightSyntax

extension FuzzTarget {
  /// Lines of the language of phrases up to a zero byte, and a text in which they are looked for. The
  /// first byte chooses the language.
  static let phrases = FuzzTarget("phrases") { bytes in
    guard let (tag, rest) = bytes.choice(of: ["en", "de", "fr", "es", "ar"]) else { return }
    let parts = rest.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    let lines = String(decoding: parts[0], as: UTF8.self).split(separator: "\n")
    let patterns = lines.prefix(8).compactMap { try? PhrasePattern(String($0)) }
      .filter { $0.lists.isSubset(of: phraseLists.map(\.name)) }
    let text = parts.count > 1 ? Array(parts[1].prefix(4096)) : []
    let language = Language(tag: tag)
    let rule = PhraseBook.Rule(
      phrases: patterns, unless: Array(patterns.suffix(1)), unlessAbout: Array(patterns.prefix(1)))
    let book = PhraseBook(
      lists: phraseLists, rules: [rule], clauses: language.clauses, spelling: language.spelling)
    var search = PhraseSearch(book)
    text.withUnsafeBufferPointer { text in
      for match in search.matches(in: text, 0..<text.count, [true]) {
        precondition(match.range.upperBound <= text.count && !match.range.isEmpty)
        _ = search.verdict(on: match, in: text, .init())
      }
    }
  }

  private static let phraseLists: [(name: String, phrases: [PhrasePattern])] = [
    ("fillers", ["just | really"]), ("negation", ["not | never"]),
    ("partner", ["(your|her) [former] (partner+|wife+)", "the other person"]),
    ("warning-before", ["avoid+"]), ("warning-after", ["is (dangerous|unsafe)"]),
    ("report", ["(friends|people) [often|may] (say|tell you)"]),
  ].map { name, lines in (name, lines.compactMap { try? PhrasePattern($0) }) }
}
