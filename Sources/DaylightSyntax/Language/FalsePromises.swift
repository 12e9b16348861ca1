/// Promises that no website can keep (SAF-10). A false sense of safety is harmful in itself.
///
/// The promise that the checklist does make, that nothing ticked is saved or sent, needs no rule
/// here: pages are written only if the whole audit has passed, which proves it (CHK-09).
package struct FalsePromises: Sendable {
  private let phrases: RarePhrases
  private let vocabulary: Vocabulary

  /// The words with which a language makes such promises or negates them, in lower case.
  struct Vocabulary: Sendable {
    /// False of any website.
    var promises: [String]
    /// False of a website; of a helpline, a body or a feeling it may be true.
    var promisesOfSite: [String]
    /// The one of those that also describes other things, as in “anonymous letters”.
    var ambiguous: String
    var negation: Negation
    /// Words other than negations that negate a promise, as in “it is hard to be anonymous”.
    var doubts: Set<String>
    /// Begins a sentence that negates something for all, as in “no website, however careful, can”.
    var universalNegation: String
    /// Between two clauses, including the spaces around them.
    var conjunctions: [String]
    /// What means the site, a part of it, or a visit.
    var subjects: Set<String>
    /// Words that may come between the ambiguous word and the thing that it describes.
    var ofTheWeb: Set<String>
    /// Words that may follow “you are anonymous” without being described by it.
    var afterPredicates: Set<String>
    /// Words that turn the ambiguous word after them into a name.
    var groups: Set<String>
  }

  private enum Kind {
    static let ofAny = 1
    static let ofSite = 2
  }

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    phrases = RarePhrases(
      vocabulary.promises.map { PhraseMatcher.Phrase($0, id: Kind.ofAny) }
        + vocabulary.promisesOfSite.map { PhraseMatcher.Phrase($0, id: Kind.ofSite) })
  }

  /// The ranges of promises in a text whose blocks are separated by NUL.
  package func found(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let matches = phrases.matches(in: text)
    if matches.isEmpty { return [] }
    let text = Array(text)
    return matches.filter { match in
      let isOfSite = match.phrase == Kind.ofSite
      return !isNegated(match.range, text)
        && (!isOfSite
          || isAboutSite(match.range, text) && !isAboutSomethingElse(match.range, text))
    }.map(\.range)
  }

  package static func sentence(around range: Range<Int>, _ text: [UInt8]) -> Range<Int> {
    let start = text[..<range.lowerBound].lastIndex(where: isSentenceEnd).map { $0 + 1 } ?? 0
    let end = text[range.upperBound...].firstIndex(where: isSentenceEnd) ?? text.count
    return start..<end
  }

  /// Whether the sentence negates it, is a question or a quotation, or names a group.
  private func isNegated(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    let sentence = Self.sentence(around: range, text)
    if sentence.upperBound < text.count, text[sentence.upperBound] == UInt8(ascii: "?") {
      return true
    }
    let before = text[sentence.lowerBound..<range.lowerBound]
    if let word = Self.words(in: before).last, vocabulary.groups.contains(word) { return true }
    if Self.isQuoted(range, in: sentence, text) { return true }
    if isNegatedForAll(before) { return true }
    let words = Self.words(in: clause(before))
    return vocabulary.negation.isAmong(words) || words.contains(where: vocabulary.doubts.contains)
  }

  private func isNegatedForAll(_ before: ArraySlice<UInt8>) -> Bool {
    let words = Self.words(in: before)
    guard words.count > 1, words[0] == vocabulary.universalNegation,
      vocabulary.subjects.contains(words[1])
    else { return false }
    return !before.contains { $0.isOne(of: ":;") }
      && !vocabulary.conjunctions.contains { before.endOfLast($0) != nil }
  }

  /// The last clause of the start of a sentence: a negation before a comma or ‘and’ does not apply
  /// to what comes after it.
  private func clause(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let mark = text.lastIndex { $0.isOne(of: ",;:()") }.map { $0 + 1 } ?? text.startIndex
    let clause = text[max(mark, text.endOfLast("–") ?? mark, text.endOfLast("—") ?? mark)...]
    let starts = vocabulary.conjunctions.compactMap { clause.endOfLast($0) }
    return starts.max().map { clause[$0...] } ?? clause
  }

  /// Whether the promise is quoted in a sentence that says more than it.
  private static func isQuoted(
    _ range: Range<Int>, in sentence: Range<Int>, _ text: [UInt8]
  ) -> Bool {
    for (opening, closing) in quotationMarks {
      let before = text[sentence.lowerBound..<range.lowerBound]
      guard let open = before.endOfLast(opening), before[open...].endOfLast(closing) == nil,
        let close = text[range.upperBound..<sentence.upperBound].startOfFirst(closing)
      else { continue }
      let outside =
        words(in: text[sentence.lowerBound..<open]).count
        + words(in: text[close..<sentence.upperBound]).count
      if outside >= 2 { return true }
    }
    return false
  }

  /// Whether the ambiguous word describes something that is not part of the site.
  private func isAboutSomethingElse(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    guard Self.words(in: text[range]) == [vocabulary.ambiguous] else { return false }
    let rest = text[range.upperBound..<Self.sentence(around: range, text).upperBound]
    guard rest.first == UInt8(ascii: " ") || rest.first == UInt8(ascii: "\n") else { return false }
    let next = Self.words(in: rest.prefix { !$0.isOne(of: ",;:()") })
    guard let thing = next.first(where: { !vocabulary.ofTheWeb.contains($0) }) else { return false }
    return !vocabulary.subjects.contains(thing) && !vocabulary.afterPredicates.contains(thing)
  }

  private func isAboutSite(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    Self.words(in: text[Self.sentence(around: range, text)]).contains {
      vocabulary.subjects.contains($0)
    }
  }

  private static func words(in text: ArraySlice<UInt8>) -> [String] {
    text.split(whereSeparator: { $0 <= 0x20 }).map { word in
      String(decoding: word.map(\.asciiLowercased), as: UTF8.self)
        .filter { $0.isLetter || $0 == "'" || $0 == "’" }
    }
  }

  private static func isSentenceEnd(_ byte: UInt8) -> Bool {
    byte == 0 || byte.isOne(of: ".!?")
  }

  private static let quotationMarks = [
    ("“", "”"), ("‘", "’"), ("«", "»"), ("„", "“"), ("\"", "\""),
  ]
}

extension ArraySlice<UInt8> {
  /// The offset after the last occurrence of a text, or nil.
  fileprivate func endOfLast(_ text: String) -> Int? {
    let wanted = Array(text.utf8)
    guard count >= wanted.count else { return nil }
    return (startIndex...endIndex - wanted.count).last {
      self[$0..<$0 + wanted.count].elementsEqual(wanted)
    }.map { $0 + wanted.count }
  }

  fileprivate func startOfFirst(_ text: String) -> Int? {
    let wanted = Array(text.utf8)
    guard count >= wanted.count else { return nil }
    return (startIndex...endIndex - wanted.count).first {
      self[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}
