/// The words and marks of one block of text.
struct PhraseText {
  private(set) var tokens: [PhraseToken] = []
  private let book: PhraseBook

  init(_ book: PhraseBook) { self.book = book }

  /// Reads another block in the place of the last one.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    tokens.removeAll(keepingCapacity: true)
    let text = UnsafeBufferPointer(rebasing: text[..<range.upperBound])
    var offset = range.lowerBound
    while offset < text.count {
      let byte = text[offset]
      if byte.isASCIILetter {
        offset = readWord(in: text, from: offset)
      } else if byte <= 0x20, byte != 0 {
        offset += 1
      } else if byte.isASCIIDigit {
        offset = readFigures(in: text, from: offset)
      } else {
        offset = readOther(in: text, from: offset, startOfBlock: range.lowerBound)
      }
    }
    markEndsOfSentences(in: text)
  }

  private mutating func readWord(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var hash = PhraseWords.emptyHash
    var offset = start
    var capitals = 0
    while offset < text.count, text[offset].isASCIILetter {
      let byte = text[offset]
      if byte.isASCIICapital { capitals += 1 }
      hash = PhraseWords.hash(hash, adding: byte | 0x20)
      offset += 1
    }
    let rest = offset < text.count ? text[offset] : 0
    if rest >= 0x80 || rest == UInt8(ascii: "'") || rest == UInt8(ascii: "_"),
      Self.wordContinues(in: text, at: offset)
    {
      return readUncommonWord(in: text, from: start)
    }
    var token = PhraseToken(start: Int32(start), end: Int32(offset))
    token.endsInS = text[offset - 1] | 0x20 == UInt8(ascii: "s")
    let small = offset - start - capitals
    token.isInCapitals =
      capitals > 1 && (small == 0 || small == 1 && text[offset - 1] == UInt8(ascii: "s"))
    if offset - start == 6, case let pieces = contracted(text, start..<offset), pieces.count > 1 {
      append(pieces, of: token)
    } else {
      token.word = book.words.number(of: text, start..<offset, hash: hash)
      tokens.append(token)
    }
    return offset
  }

  /// “cannot” is the one contraction without an apostrophe.
  private func contracted(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [[UInt8]] {
    guard text[range.lowerBound] | 0x20 == UInt8(ascii: "c"),
      text[range.upperBound - 3] | 0x20
        == UInt8(ascii: "n")
    else { return [] }
    return book.words.pieces(of: text[range].map { $0 | 0x20 })
  }

  /// Whether a character that is no ASCII letter goes on with the word before it.
  private static func wordContinues(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    let character = FoldedCharacter(in: text.span, at: offset)
    switch character.kind {
    case .word: return true
    case .joiner:
      guard character.ascii == UInt8(ascii: "'") else { return false }
      let next = offset + character.length
      guard next < text.count else { return false }
      if text[next].isASCIILetter { return true }
      return text[next] >= 0x80 && FoldedCharacter(in: text.span, at: next).kind == .word
    case .other, .unspaced, .space: return false
    }
  }

  /// A word that is not of ASCII letters alone.
  private mutating func readUncommonWord(
    in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var offset = start
    while offset < text.count,
      text[offset].isASCIILetterOrDigit || Self.wordContinues(in: text, at: offset)
    {
      offset += text[offset] < 0x80 ? 1 : FoldedCharacter(in: text.span, at: offset).length
    }
    let word = text.span.extracting(start..<offset)
    let pieces = book.words.pieces(of: book.words.folded(word))
    var token = PhraseToken(start: Int32(start), end: Int32(offset))
    token.endsInS = text[offset - 1] | 0x20 == UInt8(ascii: "s")
    append(pieces, of: token)
    if pieces.count == 1, book.words.spelling.attachesPrefixes, tokens[tokens.count - 1].word == 0,
      let (beginning, number) = withoutPrefix(word)
    {
      tokens[tokens.count - 1].start += Int32(beginning)
      tokens[tokens.count - 1].word = number
    }
    return offset
  }

  private mutating func append(_ pieces: [[UInt8]], of token: PhraseToken) {
    for (number, piece) in pieces.enumerated() {
      var part = token
      part.word = book.words.number(of: piece)
      // After an article that has lost its vowel, a word begins.
      if number == 1, pieces[0].last == UInt8(ascii: "'"), piece.allSatisfy({ $0 < 0x80 }) {
        part.start = token.end - Int32(piece.count)
      }
      tokens.append(part)
    }
  }

  /// The first word of a phrase after an attached prefix, and where it begins.
  private func withoutPrefix(_ word: Span<UInt8>) -> (start: Int, PhraseWords.Number)? {
    var prefix = AttachedPrefix(isAllowed: true)
    var offset = 0
    var startsWord = true
    while offset < word.count {
      let character = FoldedCharacter(in: word, at: offset)
      let end = offset + character.length
      if prefix.ends(with: character, at: offset, startsWord: startsWord, in: word) {
        let number = book.words.number(of: book.words.folded(word.extracting(end..<word.count)))
        if number != 0 { return (end, number) }
        startsWord = true
      } else {
        startsWord = false
      }
      offset = end
    }
    return nil
  }

  private mutating func readFigures(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset < text.count {
      let isSeparator = text[offset].isOne(of: ".,:")
      guard
        text[offset].isASCIIDigit
          || isSeparator && offset + 1 < text.count && text[offset + 1].isASCIIDigit
      else { break }
      offset += 1
    }
    var token = PhraseToken(start: Int32(start), end: Int32(offset))
    token.word = book.words.number(of: Array(text[start..<offset]))
    token.isFigures = true
    tokens.append(token)
    return offset
  }

  private mutating func readOther(
    in text: UnsafeBufferPointer<UInt8>, from offset: Int, startOfBlock: Int
  ) -> Int {
    let character = FoldedCharacter(in: text.span, at: offset)
    let end = offset + character.length
    switch character.kind {
    case .word where text[offset] >= 0x80 && !character.isIgnorable:
      return readUncommonWord(in: text, from: offset)
    case .unspaced:
      var token = PhraseToken(start: Int32(offset), end: Int32(end))
      token.word = book.words.number(of: book.words.folded(text.span.extracting(offset..<end)))
      tokens.append(token)
    case .space: break
    case .joiner where character.ascii == UInt8(ascii: "-"):
      // Within a compound it is the same as a space.
      if offset > startOfBlock, text[offset - 1].isWordByte, end < text.count, text[end].isWordByte
      {
        break
      }
      tokens.append(PhraseToken(start: Int32(offset), end: Int32(end), mark: .dash))
    default:
      if character.isIgnorable { break }
      var token = PhraseToken(start: Int32(offset), end: Int32(end))
      if text[offset] == UInt8(ascii: "%") {
        token.word = book.words.number(of: [UInt8(ascii: "%")])
      } else {
        token.mark = .init(text.span.scalar(at: offset).value)
      }
      tokens.append(token)
    }
    return end
  }

  private mutating func markEndsOfSentences(in text: UnsafeBufferPointer<UInt8>) {
    for number in tokens.indices where tokens[number].mark == .point {
      tokens[number].endsSentence = endsSentence(number, in: text)
    }
  }

  private func endsSentence(_ number: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var next = Int(tokens[number].end)
    var following = number + 1
    while following < tokens.count, Int(tokens[following].start) == next,
      tokens[following].mark.closesQuotation
    {
      next = Int(tokens[following].end)
      following += 1
    }
    guard next < text.count else { return true }
    let scalar = text.span.scalar(at: next).value
    guard scalar == "\0" || scalar.properties.isWhitespace || scalar.value > 0x2E7F else {
      return false
    }
    guard text[Int(tokens[number].start)] == UInt8(ascii: "."), number > 0,
      tokens[number - 1].isWord, tokens[number - 1].end == tokens[number].start
    else { return true }
    let before = text[tokens[number - 1].range]
    // The initial of a name.
    if before.count == 1, before[before.startIndex].isASCIICapital,
      before[before.startIndex] != UInt8(ascii: "I")
    {
      return false
    }
    guard before.count < 7 else { return true }
    while next < text.count, text[next] <= 0x20 { next += 1 }
    return next == text.count || !text[next].isASCIISmallLetter
      || !book.words.clauses.abbreviations.contains(
        String(decoding: before.map(\.asciiLowercased), as: UTF8.self))
  }
}

extension PhraseToken.Mark {
  fileprivate var closesQuotation: Bool {
    switch self {
    case .closingDouble, .closingSingle, .straightDouble, .straightSingle, .closingBracket,
      .closingGuillemet:
      true
    default: false
    }
  }
}
