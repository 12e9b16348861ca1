/// What lies between a pair of quotation marks. A mark without its partner begins no quotation.
enum Quotations {
  /// The words and marks of each quotation, without its own marks.
  static func found(in tokens: [PhraseToken]) -> [Range<Int>] {
    var quotations: [Range<Int>] = []
    var place = 0
    while place < tokens.count {
      if let closing = closing(of: place, in: tokens),
        let end = end(from: place + 1, at: closing, in: tokens)
      {
        quotations.append(place + 1..<end)
        place = end
      }
      place += 1
    }
    return quotations
  }

  /// The mark that closes a quotation that begins at a place.
  private static func closing(of place: Int, in tokens: [PhraseToken]) -> PhraseToken.Mark? {
    let token = tokens[place]
    switch token.mark {
    case .openingDouble: return .closingDouble
    case .openingSingle: return .closingSingle
    case .openingGuillemet: return .closingGuillemet
    case .low: return .openingDouble
    case .straightDouble, .straightSingle:
      guard place > 0 else { return token.mark }
      let before = tokens[place - 1]
      let opens = before.end != token.start || [.openingBracket, .dash].contains(before.mark)
      return opens ? token.mark : nil
    default: return nil
    }
  }

  private static func end(
    from start: Int, at mark: PhraseToken.Mark, in tokens: [PhraseToken]
  ) -> Int? {
    var end: Int?
    for place in start..<tokens.count where tokens[place].mark == mark {
      // An apostrophe before more of a word.
      if mark.isApostrophe, place + 1 < tokens.count, tokens[place + 1].isWord,
        tokens[place + 1].start == tokens[place].end
      {
        continue
      }
      end = place
      let mayBePossessive =
        mark.isApostrophe && place > start && tokens[place - 1].isWord
        && tokens[place - 1].end == tokens[place].start && tokens[place - 1].endsInS
      if !mayBePossessive { break }
    }
    return end
  }
}
