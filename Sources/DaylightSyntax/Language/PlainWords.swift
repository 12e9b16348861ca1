/// Words by which a language hides what it means: figures of speech, double negatives, and the
/// passive. All are found in one search.
package struct PlainWords: Sendable {
  package let matcher: PhraseMatcher
  /// What each figure of speech means, in the order of their ids.
  private let meanings: [String]
  private let passive: PassiveWords

  package enum Finding: Sendable {
    /// With what it means.
    case idiom(String)
    case doubleNegative
    /// Whether it says by whom.
    case passive(hasAgent: Bool)
  }

  /// - Parameters:
  ///   - idioms: what each means in plain words, and the forms in which it is written.
  ///   - doubleNegatives: each as a phrase.
  init(
    idioms: KeyValuePairs<String, [String]>, doubleNegatives: [String], passive: PassiveWords
  ) {
    meanings = idioms.map { $0.key }
    self.passive = passive
    var phrases = idioms.enumerated().flatMap { number, idiom in
      idiom.value.map { PhraseMatcher.Phrase($0, id: number) }
    }
    phrases += doubleNegatives.map { PhraseMatcher.Phrase($0, id: idioms.count) }
    phrases += passive.auxiliaries.sorted().map { PhraseMatcher.Phrase($0, id: idioms.count + 1) }
    matcher = PhraseMatcher(phrases)
  }

  /// What a match of the search is; nil for a word such as “was” that makes no passive.
  ///
  /// - Returns: also the range of the whole, with the participle.
  package func finding(
    _ match: PhraseMatcher.Match, in text: UnsafeBufferPointer<UInt8>, _ block: Range<Int>
  ) -> (finding: Finding, range: Range<Int>)? {
    if match.phrase < meanings.count { return (.idiom(meanings[match.phrase]), match.range) }
    if match.phrase == meanings.count { return (.doubleNegative, match.range) }
    return passive.participle(after: match.range, in: text, block).map {
      (
        .passive(hasAgent: passive.namesAgent(after: $0, in: text, block)),
        match.range.lowerBound..<$0
      )
    }
  }
}

/// How a language forms the passive.
struct PassiveWords: Sendable {
  /// Forms of “be”, in lower case.
  let auxiliaries: Set<String>
  /// What may come between.
  let adverbs: Set<String>
  /// Those that do not end like others.
  let participles: Set<String>
  let ending: String
  /// Words that end like participles and say how something is: “tired”.
  let states: Set<String>
  /// The same in two words: “made of”.
  let phrases: Set<String>
  /// Words after which a passive tells who or what is meant, as in “people who were hurt”.
  let relatives: Set<String>

  /// The word before who does it: “by”.
  let agent: String

  func namesAgent(
    after participle: Int, in text: UnsafeBufferPointer<UInt8>, _ block: Range<Int>
  ) -> Bool {
    word(after: participle, in: text, block)?.text == agent
  }

  /// The end of the participle that follows an auxiliary; nil if none does.
  func participle(
    after auxiliary: Range<Int>, in text: UnsafeBufferPointer<UInt8>, _ block: Range<Int>
  ) -> Int? {
    if let before = word(before: auxiliary.lowerBound, in: text, block),
      relatives.contains(before)
    {
      return nil
    }
    var offset = auxiliary.upperBound
    for _ in 0..<3 {
      guard let next = word(after: offset, in: text, block) else { return nil }
      let word = next.text
      if participles.contains(word) || word.count > 4 && word.hasSuffix(ending) {
        if states.contains(word) { return nil }
        let after = self.word(after: next.end, in: text, block)?.text ?? ""
        return phrases.contains(word + " " + after) ? nil : next.end
      }
      guard adverbs.contains(word) || word.hasSuffix("ly") else { return nil }
      offset = next.end
    }
    return nil
  }

  private func word(
    after offset: Int, in text: UnsafeBufferPointer<UInt8>, _ block: Range<Int>
  ) -> (text: String, end: Int)? {
    var start = offset
    while start < block.upperBound, text[start] == UInt8(ascii: " ") || text[start] == 0x0A {
      start += 1
    }
    var end = start
    while end < block.upperBound, text[end].isWordByte || text[end] == UInt8(ascii: "-") {
      end += 1
    }
    guard start > offset, end > start else { return nil }
    return (String(decoding: text[start..<end], as: UTF8.self).lowercased(), end)
  }

  private func word(
    before offset: Int, in text: UnsafeBufferPointer<UInt8>, _ block: Range<Int>
  ) -> String? {
    var end = offset
    while end > block.lowerBound, text[end - 1] == UInt8(ascii: " ") || text[end - 1] == 0x0A {
      end -= 1
    }
    var start = end
    while start > block.lowerBound, text[start - 1].isWordByte { start -= 1 }
    return start < end ? String(decoding: text[start..<end], as: UTF8.self).lowercased() : nil
  }
}
