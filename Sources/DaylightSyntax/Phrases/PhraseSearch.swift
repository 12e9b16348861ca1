/// Looks for the phrases of a book in one block of text after another.
///
/// A block is cut into words and marks once. A phrase is tried only in sentences that have its two
/// rarest words. From a place, a part of a phrase may end in several others; these are the bits of a
/// number, so that nothing is tried twice and no phrase can be slow, whatever it says.
package struct PhraseSearch {
  let book: PhraseBook
  private(set) var text: PhraseText
  var tokens: [PhraseToken] { text.tokens }
  /// For each list and place, where its matches end, if `endsAge` is that of this block.
  private var ends: [UInt64] = []
  private var endsAge: [UInt32] = []
  private var age: UInt32 = 0
  /// For each program, the sentence in which it was last tried.
  private var tried: [UInt32]
  private var sentenceAge: UInt32 = 0
  /// For each set that programs name as `second`, the last sentence that had a word of it.
  private var present: [UInt32]
  /// How often a phrase was tried in a sentence.
  package private(set) var tries = 0
  var quotations: [Range<Int>]?

  package init(_ book: PhraseBook) {
    self.book = book
    text = PhraseText(book)
    tried = [UInt32](repeating: 0, count: book.programs.count)
    present = [UInt32](repeating: 0, count: book.sets.count)
  }

  /// Words that a rule looks for.
  package struct Match: Sendable, Hashable {
    /// The number of the rule.
    package let rule: Int
    /// In bytes.
    package let range: Range<Int>
    /// Its words and marks among those of the block.
    let tokens: Range<Int>
  }

  /// The matches in a block, rule by rule: of those of a rule that overlap, the first, then the
  /// longest.
  ///
  /// - Parameter isWanted: for each rule, whether it is looked for.
  package mutating func matches(
    in bytes: UnsafeBufferPointer<UInt8>, _ block: Range<Int>, _ isWanted: [Bool]
  ) -> [Match] {
    text.read(bytes, block)
    quotations = nil
    age &+= 1
    var found: [Match] = []
    var start = 0
    while start < tokens.count {
      var end = start
      while end < tokens.count, !tokens[end].endsSentence { end += 1 }
      search(start..<end, isWanted, &found)
      start = end + 1
    }
    guard found.count > 1 else { return found }
    found.sort {
      ($0.rule, $0.tokens.lowerBound, -$0.tokens.count)
        < ($1.rule, $1.tokens.lowerBound, -$1.tokens.count)
    }
    var kept: [Match] = []
    for match in found {
      if let last = kept.last, last.rule == match.rule,
        match.tokens.lowerBound < last.tokens.upperBound
      {
        continue
      }
      kept.append(match)
    }
    return kept
  }

  private mutating func search(
    _ sentence: Range<Int>, _ isWanted: [Bool], _ found: inout [Match]
  ) {
    sentenceAge &+= 1
    for place in sentence {
      let token = text.tokens[place]
      if token.word != 0 { noteSets(of: token.word) }
      if token.isFigures { noteSets(of: book.figures) }
    }
    for place in sentence {
      let token = text.tokens[place]
      if token.word != 0 {
        tryPrograms(at: token.word, sentence, isWanted, &found)
      }
      if token.isFigures { tryPrograms(at: book.figures, sentence, isWanted, &found) }
    }
  }

  private mutating func noteSets(of word: PhraseWords.Number) {
    for place in book.secondsByWord.places(of: word) {
      present[book.secondsByWord[place]] = sentenceAge
    }
  }

  private mutating func tryPrograms(
    at word: PhraseWords.Number, _ sentence: Range<Int>, _ isWanted: [Bool],
    _ found: inout [Match]
  ) {
    for place in book.programsByWord.places(of: word) {
      let number = book.programsByWord[place]
      if tried[number] == sentenceAge { continue }
      tried[number] = sentenceAge
      let program = book.programs[number]
      guard isWanted[Int(program.rule)],
        program.second.map({ present[Int($0)] == sentenceAge }) ?? true
      else { continue }
      tries += 1
      for place in sentence {
        let token = text.tokens[place]
        guard token.isWord, program.first.map({ contains(token, $0) }) ?? true else { continue }
        let ends = ends(of: program.node, from: place) & ~1
        if ends == 0 { continue }
        let length = 63 - ends.leadingZeroBitCount
        let last = text.tokens[place + length - 1]
        found.append(
          Match(
            rule: Int(program.rule), range: Int(token.start)..<Int(last.end),
            tokens: place..<place + length))
      }
    }
  }

  @inline(__always)
  func contains(_ token: PhraseToken, _ set: Int32) -> Bool {
    token.word != 0 && book.sets.contains(token.word, in: set)
      || token.isFigures && book.sets.contains(book.figures, in: set)
  }

  /// Whether the word at a place is one of a set.
  func isWord(at place: Int, of set: Int32) -> Bool {
    place >= 0 && place < tokens.count && contains(tokens[place], set)
  }

  // MARK: Reading

  /// Where a part that begins at a place may end: bit n means after n words and marks.
  mutating func ends(of number: Int32, from place: Int) -> UInt64 {
    let node = book.nodes[Int(number)]
    switch node.kind {
    case .words, .capitals: return wordEnds(node, place)
    case .number: return numberEnds(place)
    case .numberInWords: return numberInWordsEnds(place)
    case .gap: return gapEnds(Int(node.value), place)
    case .start: return isStart(place) ? 1 : 0
    case .list: return listEnds(Int(node.value), place)
    case .choice:
      var found: UInt64 = 0
      for child in node.children { found |= ends(of: book.children[Int(child)], from: place) }
      return found
    case .optional:
      return 1 | ends(of: book.children[Int(node.children.lowerBound)], from: place)
    case .sequence: return sequenceEnds(node, place)
    }
  }

  private mutating func sequenceEnds(_ node: PhraseNode, _ start: Int) -> UInt64 {
    var places: UInt64 = 1
    for child in node.children {
      let number = book.children[Int(child)]
      let kind = book.nodes[Int(number)].kind
      // What may be missing leaves the places as they are; fillers come only before a word.
      var next: UInt64 = kind == .optional ? places : 0
      var open = withFillers(places, start)
      while open != 0 {
        let length = open.trailingZeroBitCount
        open &= open &- 1
        var ends = ends(of: number, from: start + length)
        if kind == .optional { ends &= ~1 }
        next |= ends << UInt64(length)
      }
      if next == 0 { return 0 }
      places = next
    }
    return places
  }

  /// The places, and those after one or two fillers.
  private func withFillers(_ places: UInt64, _ start: Int) -> UInt64 {
    var all = places
    var rest = places & ~1
    while rest != 0 {
      let length = rest.trailingZeroBitCount
      rest &= rest &- 1
      var place = start + length
      var passed = 1
      while passed <= 2, place < text.tokens.count, contains(text.tokens[place], book.fillers) {
        all |= 1 << UInt64(length + passed)
        passed += 1
        place += 1
      }
    }
    return all
  }

  private func wordEnds(_ node: PhraseNode, _ place: Int) -> UInt64 {
    guard place < text.tokens.count else { return 0 }
    let token = text.tokens[place]
    guard token.word != 0, book.sets.contains(token.word, in: node.value),
      node.kind == .words || token.isInCapitals
    else { return 0 }
    guard node.mayBePossessive, place + 1 < text.tokens.count else { return 2 }
    let next = text.tokens[place + 1]
    let isPossessive =
      next.word != 0 && next.word == book.clauses.possessive
      || next.mark.isApostrophe && next.start == token.end && token.endsInS
    return isPossessive ? 6 : 2
  }

  mutating func listEnds(_ list: Int, _ place: Int) -> UInt64 {
    let slot = place * book.lists.count + list
    if ends.count <= slot {
      let missing = (text.tokens.count + 1) * book.lists.count - ends.count
      ends.append(contentsOf: repeatElement(0, count: missing))
      endsAge.append(contentsOf: repeatElement(0, count: missing))
    }
    if endsAge[slot] == age { return ends[slot] }
    let found = ends(of: book.lists[list], from: place)
    ends[slot] = found
    endsAge[slot] = age
    return found
  }

  private func gapEnds(_ words: Int, _ place: Int) -> UInt64 {
    var found: UInt64 = 0
    var end = place
    for _ in 0...words {
      guard end - place < 63 else { break }
      found |= 1 << UInt64(end - place)
      if end < text.tokens.count, text.tokens[end].mark == .comma {
        end += 1
        found |= 1 << UInt64(end - place)
      }
      guard end < text.tokens.count, text.tokens[end].isWord,
        !contains(text.tokens[end], book.clauses.denials)
      else { break }
      end += 1
    }
    return found
  }

  private func numberEnds(_ place: Int) -> UInt64 {
    guard place < text.tokens.count else { return 0 }
    if text.tokens[place].isFigures {
      return isWord(at: place + 1, of: book.clauses.magnitudes) ? 6 : 2
    }
    return numberInWordsEnds(place)
  }

  private func numberInWordsEnds(_ place: Int) -> UInt64 {
    var found: UInt64 = 0
    var end = place
    while end - place < 12, end < text.tokens.count {
      if isWord(at: end, of: book.clauses.numbers) {
        end += 1
        found |= 1 << UInt64(end - place)
      } else if end > place, isJoiner(end), isWord(at: end + 1, of: book.clauses.numbers) {
        end += 1
      } else {
        break
      }
    }
    return found
  }

  /// Whether the word at a place joins the words of a number, as “and” does.
  func isJoiner(_ place: Int) -> Bool {
    text.tokens[place].word != 0 && text.tokens[place].word == book.clauses.numberJoiner
  }

  // MARK: Where advice may begin

  private func isStart(_ place: Int) -> Bool {
    var left = place - 1
    while left >= 0, contains(text.tokens[left], book.fillers) { left -= 1 }
    guard left >= 0 else { return true }
    let token = text.tokens[left]
    if !token.isWord, token.mark != .comma {
      return !token.mark.isApostrophe || left == 0 || text.tokens[left - 1].end != token.start
        || token.endsSentence
    }
    if token.isWord, !contains(token, book.clauses.connectives) { return false }
    return !goesOn(before: left)
  }

  /// Whether a comma or an “and” only goes on with what somebody does: “they shout, or go quiet”.
  private func goesOn(before left: Int) -> Bool {
    var end = left
    if text.tokens[end].isWord, end > 0, text.tokens[end - 1].mark == .comma { end -= 1 }
    let first = startOfPart(before: end)
    guard first < end, !beginsSubordinate(first) else { return false }
    for place in first..<min(end, first + 4) {
      if isWord(at: place, of: book.clauses.reporting) { return false }
      if isWord(at: place, of: book.clauses.people) { return true }
    }
    return false
  }

  /// Whether a clause such as “if she shouts” or “the next time she shouts” begins at a place.
  func beginsSubordinate(_ place: Int) -> Bool {
    if isWord(at: place, of: book.clauses.subordinate) { return true }
    return (place...place + 2).contains {
      isWord(at: $0, of: book.clauses.subordinateNouns)
        && isWord(at: $0 + 1, of: book.clauses.subjects)
    }
  }

  /// The most words that are looked at for the end of a clause. None is as long.
  static let reach = 200

  /// The first word after the last comma, other mark or sentence before a place.
  func startOfPart(before end: Int) -> Int {
    var first = end
    while first > max(0, end - Self.reach) {
      let token = text.tokens[first - 1]
      if token.endsSentence || token.mark == .comma || token.mark.isStop { break }
      first -= 1
    }
    return first
  }
}
