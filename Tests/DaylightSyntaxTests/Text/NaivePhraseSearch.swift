import DaylightSyntax

/// The expected result of `PhraseMatcher`, by trying every phrase at every position with Swift's
/// own characters.
func naiveMatches(of phrases: [PhraseMatcher.Phrase], in text: String) -> [PhraseMatcher.Match] {
  let characters = NaiveCharacter.reading(text)
  func isWord(_ index: Int) -> Bool {
    characters.indices.contains(index) && characters[index].isWord
  }
  func isJoiner(_ index: Int) -> Bool {
    characters.indices.contains(index) && ["'", "-"].contains(characters[index].exact)
  }
  func isUnspaced(_ index: Int) -> Bool {
    characters.indices.contains(index) && characters[index].isUnspaced
  }
  func isBoundary(before index: Int) -> Bool {
    !isWord(index) || !isWord(index - 1) && !(isJoiner(index - 1) && isWord(index - 2))
  }
  func isBoundary(after index: Int) -> Bool {
    isUnspaced(index - 1) || !isWord(index) && !(isJoiner(index) && isWord(index + 1))
  }
  let candidates = phrases.map { phrase in
    var wanted = NaiveCharacter.reading(phrase.text)
    while wanted.first?.exact == " " { wanted.removeFirst() }
    while wanted.last?.exact == " " { wanted.removeLast() }
    return (phrase, wanted)
  }
  var matches: [PhraseMatcher.Match] = []
  var start = 0
  while start < characters.count {
    var best: (length: Int, isExact: Bool, id: Int)?
    for (phrase, wanted) in candidates where !wanted.isEmpty && isBoundary(before: start) {
      let found = characters[start...].prefix(wanted.count)
      guard found.count == wanted.count, isBoundary(after: start + wanted.count),
        phrase.isExact
          ? found.map(\.exact) == wanted.map(\.exact) : found.map(\.folded) == wanted.map(\.folded)
      else { continue }
      let isBetter =
        best.map { best in
          if best.length != wanted.count { return wanted.count > best.length }
          if best.isExact != phrase.isExact { return phrase.isExact }
          return phrase.id < best.id
        } ?? true
      if isBetter { best = (wanted.count, phrase.isExact, phrase.id) }
    }
    if let best {
      let last = start + best.length - 1
      matches.append(
        .init(
          range: characters[start].range.lowerBound..<characters[last].range.upperBound,
          phrase: best.id))
      start += best.length
    } else {
      start += 1
    }
  }
  return matches
}

private struct NaiveCharacter {
  var exact: Character
  var range: Range<Int>

  var folded: String { String(exact).lowercased() }
  /// Of the scripts without spaces, the tests use Chinese characters only.
  var isUnspaced: Bool { ("\u{4E00}"..."\u{9FFF}").contains(exact) }
  var isWord: Bool { !isUnspaced && (exact.isLetter || exact.isNumber || exact == "_") }

  static func reading(_ text: String) -> [Self] {
    var result: [Self] = []
    var offset = 0
    for character in text {
      let end = offset + character.utf8.count
      let plain: Character =
        switch character {
        case "’": "'"
        case "\u{2010}", "\u{2011}": "-"
        case _ where character.isWhitespace: " "
        default: character
        }
      if plain == " ", result.last?.exact == " " {
        result[result.count - 1].range = result[result.count - 1].range.lowerBound..<end
      } else {
        result.append(Self(exact: plain, range: offset..<end))
      }
      offset = end
    }
    return result
  }
}
