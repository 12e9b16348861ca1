/// Promises that no website can keep (SAF-10). A false sense of safety is a harm of its own.
///
/// The one promise that the checklist does make, that nothing ticked is saved or sent, needs no rule
/// here: pages are written only when the whole audit has passed, so where it can be read it has just
/// been proven (CHK-09).
package struct FalsePromises: Sendable {
  private let phrases: RarePhrases
  private let vocabulary: Vocabulary

  /// The words by which one language makes such promises and takes them back, in lower case.
  struct Vocabulary: Sendable {
    /// False of any website.
    var promises: [String]
    /// False of a website; of a helpline, a body or a feeling it may be true.
    var promisesOfSite: [String]
    /// The one of those that also describes other things, as in “anonymous letters”.
    var ambiguous: String
    var negation: Negation
    /// Words besides a negation that take a promise back, as in “it is hard to be anonymous”.
    var doubts: Set<String>
    /// Begins a sentence that denies something of all, as in “no website, however careful, can”.
    var universalNegation: String
    /// Between two clauses, with the spaces round them.
    var conjunctions: [String]
    /// What means the site, a part of it, or a visit.
    var subjects: Set<String>
    /// What may come between the ambiguous word and the thing that it describes.
    var ofTheWeb: Set<String>
    /// Words that go on after “you are anonymous”, not with it.
    var afterPredicates: Set<String>
    /// Words that make a name of the ambiguous word that follows.
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

  /// The promises in a text whose blocks are parted by NUL, as ranges of it.
  package func found(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let matches = phrases.matches(in: text)
    if matches.isEmpty { return [] }
    let text = Array(text)
    return matches.map { ($0.range, isOfSite: $0.phrase == Kind.ofSite) }.filter {
      range, isOfSite in
      (!isOfSite || isAboutSite(range, text) && !isAboutSomethingElse(range, text))
        && !isTakenBack(range, text)
    }.map(\.0)
  }

  package static func sentence(around range: Range<Int>, _ text: [UInt8]) -> Range<Int> {
    let start = text[..<range.lowerBound].lastIndex(where: isSentenceEnd).map { $0 + 1 } ?? 0
    let end = text[range.upperBound...].firstIndex(where: isSentenceEnd) ?? text.count
    return start..<end
  }

  /// Whether the sentence denies it, asks, quotes somebody, or means a group of that name.
  private func isTakenBack(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    let sentence = Self.sentence(around: range, text)
    if sentence.upperBound < text.count, text[sentence.upperBound] == UInt8(ascii: "?") {
      return true
    }
    let before = text[sentence.lowerBound..<range.lowerBound]
    if let word = Self.words(in: before).last, vocabulary.groups.contains(word) { return true }
    if Self.isQuoted(range, in: sentence, text) { return true }
    if isDeniedOfAll(before) { return true }
    let words = Self.words(in: clause(before))
    return vocabulary.negation.isAmong(words) || words.contains(where: vocabulary.doubts.contains)
  }

  private func isDeniedOfAll(_ before: ArraySlice<UInt8>) -> Bool {
    let words = Self.words(in: before)
    guard words.count > 1, words[0] == vocabulary.universalNegation,
      vocabulary.subjects.contains(words[1])
    else { return false }
    return !before.contains { ":;".utf8.contains($0) }
      && !vocabulary.conjunctions.contains { before.endOfLast($0) != nil }
  }

  /// The end of a sentence's beginning that belongs to one clause: a denial before a comma or ‘and’ says
  /// nothing of what comes after it.
  private func clause(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let mark = text.lastIndex { ",;:()".utf8.contains($0) }.map { $0 + 1 } ?? text.startIndex
    let clause = text[max(mark, text.endOfLast("–") ?? mark, text.endOfLast("—") ?? mark)...]
    let starts = vocabulary.conjunctions.compactMap { clause.endOfLast($0) }
    return starts.max().map { clause[$0...] } ?? clause
  }

  /// Whether the promise is between quotation marks in a sentence that says more than it.
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

  /// Whether the ambiguous word goes with a thing that is not of the site.
  private func isAboutSomethingElse(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    guard Self.words(in: text[range]) == [vocabulary.ambiguous] else { return false }
    let rest = text[range.upperBound..<Self.sentence(around: range, text).upperBound]
    guard rest.first == UInt8(ascii: " ") || rest.first == UInt8(ascii: "\n") else { return false }
    let next = Self.words(in: rest.prefix { !",;:()".utf8.contains($0) })
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
    byte == 0 || ".!?".utf8.contains(byte)
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
