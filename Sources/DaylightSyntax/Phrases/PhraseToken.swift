/// A word or a mark of a text in which phrases are looked for.
struct PhraseToken {
  /// In bytes of the text. Both words of a contraction have the range of the whole.
  var start: Int32
  var end: Int32
  /// The number of the word; 0 if no phrase has it, or if this is a mark.
  var word: PhraseWords.Number = 0
  var mark = Mark.none
  /// Whether the word is written in capitals, perhaps with a small s at its end.
  var isInCapitals = false
  var isFigures = false
  /// Whether it ends in s, so that an apostrophe after it may be a possessive.
  var endsInS = false
  var endsSentence = false

  var range: Range<Int> { Int(start)..<Int(end) }

  @inline(__always)
  var isWord: Bool { mark == .none }

  enum Mark: UInt8 {
    /// It is a word.
    case none
    case comma, point, semicolon, colon, dash, openingBracket, closingBracket
    case openingDouble, closingDouble, openingSingle, closingSingle, low
    case openingGuillemet, closingGuillemet, straightDouble, straightSingle
    /// What no phrase crosses and that divides no clause, such as a footnote.
    case other

    /// Whether no gap crosses it, and a clause ends there.
    var isStop: Bool {
      switch self {
      case .semicolon, .colon, .dash, .openingBracket, .closingBracket, .openingDouble,
        .closingDouble, .openingSingle, .low, .openingGuillemet, .closingGuillemet, .straightDouble:
        true
      case .none, .comma, .point, .closingSingle, .straightSingle, .other: false
      }
    }

    var isApostrophe: Bool { self == .closingSingle || self == .straightSingle }

    init(_ scalar: Unicode.Scalar) {
      self =
        switch scalar {
        case ",", "،", "、", "，": .comma
        case ".", "!", "?", "…", "؟", "。", "！", "？": .point
        case ";", "؛": .semicolon
        case ":": .colon
        case "–", "—", "•": .dash
        case "(", "[": .openingBracket
        case ")", "]": .closingBracket
        case "“": .openingDouble
        case "”": .closingDouble
        case "‘", "‚": .openingSingle
        case "’": .closingSingle
        case "„": .low
        case "«": .openingGuillemet
        case "»": .closingGuillemet
        case "\"": .straightDouble
        case "'": .straightSingle
        default: .other
        }
    }
  }
}
