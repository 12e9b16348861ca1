extension PhraseSearch {
  /// What a search cannot see in the words of a block.
  package struct Setting {
    /// Whether the block is in a quotation.
    package var isQuotation: Bool
    /// The bytes of the text in italics around an offset.
    package var italics: (Int) -> Range<Int>?

    package init(isQuotation: Bool = false, italics: @escaping (Int) -> Range<Int>? = { _ in nil })
    {
      self.isQuotation = isQuotation
      self.italics = italics
    }
  }

  package enum Verdict: Sendable, Hashable {
    case found
    case excused(PhraseExcuse)
    /// One of the phrases of `unless`.
    case exception
    /// A person of `unlessAbout` was named last.
    case aboutOthers
  }

  /// Whether a match in the block that was read last counts, and if not, why.
  package mutating func verdict(
    on match: Match, in bytes: UnsafeBufferPointer<UInt8>, _ setting: Setting
  ) -> Verdict {
    let even = book.even[match.rule]
    func counts(_ excuse: PhraseExcuse) -> Bool { !even.contains(excuse) }
    let (start, end) = (match.tokens.lowerBound, match.tokens.upperBound)
    if counts(.quoted), setting.isQuotation || isQuoted(match.tokens) { return .excused(.quoted) }
    if counts(.titled), isTitled(match, bytes, setting) { return .excused(.titled) }
    for pattern in book.unless[match.rule] {
      for place in max(0, start - 14)..<min(end + 1, tokens.count) {
        let ends = ends(of: pattern, from: place)
        if ends != 0, place + 63 - ends.leadingZeroBitCount >= start { return .exception }
      }
    }
    if let others = book.unlessAbout[match.rule], isAbout(others, match.tokens) {
      return .aboutOthers
    }
    if counts(.negated), isBefore(start, .negation, within: 12) { return .excused(.negated) }
    if counts(.warned),
      isBefore(start, .warningBefore, within: 14) || isWarnedAfter(match.tokens)
        || isWarnedInBlock(match, bytes)
    {
      return .excused(.warned)
    }
    if counts(.reported),
      isBefore(start, .report, within: 12) || followsComma(after: end, .report)
    {
      return .excused(.reported)
    }
    return .found
  }

  private mutating func ends(of role: PhraseBook.Role, from place: Int) -> UInt64 {
    guard let list = book.roles[role] else { return 0 }
    return listEnds(Int(list), place)
  }

  // MARK: Other people

  /// Whether a pronoun in a match means one of these people, because the block named none later.
  private mutating func isAbout(_ others: Int32, _ match: Range<Int>) -> Bool {
    guard match.contains(where: { isWord(at: $0, of: book.clauses.thirdPersons) }),
      !match.contains(where: { isPartner($0) })
    else { return false }
    for place in stride(from: match.lowerBound - 1, through: 0, by: -1) {
      if isPartner(place) { return false }
      if ends(of: others, from: place) & ~1 != 0 { return true }
    }
    return false
  }

  private mutating func isPartner(_ place: Int) -> Bool {
    ends(of: .partner, from: place) & ~1 != 0
  }

  // MARK: Questions

  /// Whether a match is in a question that the block goes on to answer, or in one that is all there
  /// is of a heading.
  package func isInAnsweredQuestion(
    _ match: Match, in bytes: UnsafeBufferPointer<UInt8>, isHeading: Bool
  ) -> Bool {
    guard let end = tokens[match.tokens.upperBound...].firstIndex(where: \.endsSentence),
      bytes[Int(tokens[end].start)] == UInt8(ascii: "?")
    else { return false }
    return isHeading || tokens[(end + 1)...].count(where: \.endsSentence) >= 2
  }

  // MARK: Quotations and titles

  private mutating func isQuoted(_ match: Range<Int>) -> Bool {
    let quotations = quotations ?? Quotations.found(in: tokens)
    self.quotations = quotations
    return quotations.contains {
      $0.contains(match.lowerBound) && $0.contains(match.upperBound - 1)
    }
  }

  private func isTitled(
    _ match: Match, _ bytes: UnsafeBufferPointer<UInt8>, _ setting: Setting
  ) -> Bool {
    guard let italics = setting.italics(match.range.lowerBound),
      italics.upperBound >= match.range.upperBound
    else { return false }
    let inner = tokens.filter {
      $0.start >= italics.lowerBound && $0.end <= italics.upperBound
    }
    let words = inner.filter(\.isWord)
    if words.count <= 2, !inner.contains(where: \.endsSentence) { return true }
    let long = words.filter { $0.end - $0.start > 3 }
    return !long.isEmpty && long.allSatisfy { !bytes[Int($0.start)].isASCIISmallLetter }
  }

  // MARK: Negations, warnings and reports

  /// The first word of the clause that a place is in.
  private func startOfClause(_ start: Int) -> Int {
    var place = start
    while place > max(0, start - Self.reach) {
      let token = tokens[place - 1]
      if token.endsSentence || token.mark.isStop { break }
      if token.mark.isApostrophe, place < 2 || tokens[place - 2].end != token.start { break }
      if contains(token, book.clauses.contrasts) { break }
      if token.word != 0, token.word == book.clauses.contrastBefore,
        tokens[place].word != book.clauses.contrastUnlessBefore
      {
        break
      }
      if isSubject(place), token.mark == .comma || contains(token, book.clauses.joiningClauses) {
        break
      }
      if token.mark == .comma, endsSubordinate(place - 1) { break }
      // “…, because he is …”
      if token.mark == .comma, isWord(at: place, of: book.clauses.subordinate),
        isSubject(place + 1)
      {
        break
      }
      place -= 1
    }
    return place
  }

  /// Whether a comma ends a clause such as “if she shouts,”. It does not in “before you call, write or
  /// visit, ask”.
  private func endsSubordinate(_ comma: Int) -> Bool {
    let first = startOfPart(before: comma)
    guard first < comma, beginsSubordinate(first) else { return false }
    var place = comma + 1
    var isList = false
    while place < min(tokens.count, comma + Self.reach), !tokens[place].endsSentence,
      !tokens[place].mark.isStop
    {
      if isWord(at: place, of: book.clauses.listJoiners) { isList = true }
      if tokens[place].mark == .comma { return !isList }
      place += 1
    }
    return true
  }

  /// Whether a new clause begins with this word. “They say that …, and that …” goes on with the
  /// clause.
  private func isSubject(_ place: Int) -> Bool {
    if place < tokens.count, tokens[place].word != 0,
      tokens[place].word == book.clauses.halfSubject
    {
      return isWord(at: place + 1, of: book.clauses.halfSubjectVerbs)
    }
    return isWord(at: place, of: book.clauses.subjects)
  }

  /// Whether a phrase of a list ends in the same clause, at most so many words before a place.
  private mutating func isBefore(
    _ start: Int, _ role: PhraseBook.Role, within reach: Int
  ) -> Bool {
    let first = max(startOfClause(start), start - reach - 4)
    var isSham: Set<Int> = []
    if role == .negation {
      for place in max(0, first - 2)..<start {
        var ends = ends(of: .notNegation, from: place)
        while ends != 0 {
          isSham.formUnion(place..<place + ends.trailingZeroBitCount)
          ends &= ends &- 1
        }
      }
    }
    for place in first..<start where !isSham.contains(place) {
      var ends = ends(of: role, from: place) & ~1
      while ends != 0 {
        let end = place + ends.trailingZeroBitCount
        ends &= ends &- 1
        if end > start { break }
        // “As people say, …” is the author's own.
        if role == .report, end < tokens.count, tokens[end].mark == .comma { continue }
        if tokens[end..<start].count(where: \.isWord) <= reach { return true }
      }
    }
    return false
  }

  /// Whether a warning follows in the same clause, or takes the words up again in the sentence.
  private mutating func isWarnedAfter(_ match: Range<Int>) -> Bool {
    var place = match.lowerBound + 1
    var words = 0
    while place < tokens.count, words <= 6 {
      if !hasOwnSubject(place),
        case let ends = ends(of: .warningAfter, from: place) & ~1, ends != 0,
        place + 63 - ends.leadingZeroBitCount > max(place, match.upperBound)
      {
        return true
      }
      let token = tokens[place]
      defer { place += 1 }
      if place < match.upperBound { continue }
      if token.endsSentence || token.mark.isStop || token.mark == .comma { break }
      if contains(token, book.clauses.otherStarts) { break }
      if isJoiner(place),
        isWord(at: place + 1, of: book.clauses.subjects)
      {
        break
      }
      words += 1
    }
    return isTakenUpAgain(after: match.upperBound)
  }

  private mutating func isTakenUpAgain(after end: Int) -> Bool {
    var place = end
    while place < min(tokens.count, end + Self.reach), !tokens[place].endsSentence {
      let token = tokens[place]
      if [.semicolon, .openingBracket, .closingBracket].contains(token.mark) { break }
      if [.comma, .colon, .dash].contains(token.mark)
        || isJoiner(place)
        || contains(token, book.clauses.contrasts)
      {
        if ends(of: .takenUpAgain, from: place + 1) & ~1 != 0 { return true }
      }
      place += 1
    }
    return false
  }

  /// Whether the block warns of what a match names, or another sentence corrects what it says.
  private mutating func isWarnedInBlock(
    _ match: Match, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if book.isAdvice[match.rule] {
      guard isMention(match.tokens, bytes) else { return false }
      return tokens.indices.contains {
        !match.tokens.contains($0) && ends(of: .warningAnywhere, from: $0) & ~1 != 0
      }
    }
    let sentence = sentence(of: match.tokens)
    return tokens.indices.contains {
      !sentence.contains($0) && ends(of: .correction, from: $0) & ~1 != 0
    }
  }

  private func sentence(of match: Range<Int>) -> Range<Int> {
    let start = tokens[..<match.lowerBound].lastIndex(where: \.endsSentence).map { $0 + 1 } ?? 0
    let end = tokens[match.upperBound...].firstIndex(where: \.endsSentence) ?? tokens.count
    return start..<end
  }

  /// Whether a match begins with a word such as “blocking” or “mediation”, and so gives no order.
  private mutating func isMention(
    _ match: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let word = bytes[tokens[match.lowerBound].range]
    if word.count > 5, word.suffix(3).elementsEqual("ing".utf8) { return true }
    return ends(of: .things, from: match.lowerBound) & ~1 != 0
  }

  /// Whether a pronoun directly before a place is the subject of what follows.
  private func hasOwnSubject(_ place: Int) -> Bool {
    isWord(at: place - 1, of: book.clauses.pronouns)
      && !isWord(at: place - 2, of: book.clauses.prepositions)
  }

  private mutating func followsComma(after end: Int, _ role: PhraseBook.Role) -> Bool {
    var place = end
    while place < min(tokens.count, end + Self.reach), !tokens[place].endsSentence {
      if tokens[place].mark == .comma, ends(of: role, from: place + 1) & ~1 != 0 { return true }
      place += 1
    }
    return false
  }
}
