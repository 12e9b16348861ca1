import DaylightSyntax

/// Promises that no website can keep (SAF-10). A false sense of safety is a harm of its own.
///
/// The one promise that the checklist does make, that nothing ticked is saved or sent, needs no rule
/// here: pages are written only when the whole audit has passed, so where it can be read it has just
/// been proven (CHK-09).
enum FalsePromises {
  /// The promises in a text whose blocks are parted by NUL, as ranges of it.
  static func found(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let matches = phrases.matches(in: text)
    if matches.isEmpty { return [] }
    let text = Array(text)
    return matches.filter { match in
      switch match.phrase {
      case promise: !isTaken(back: match.range, text)
      case promiseOfSite:
        isAboutSite(match.range, text) && !isAboutSomethingElse(match.range, text)
          && !isTaken(back: match.range, text)
      default: false
      }
    }.map(\.range)
  }

  /// False by itself, of any website.
  private static let promise = 1
  /// False of a website; of a helpline, a body or a feeling it may be true.
  private static let promiseOfSite = 2

  /// Whether the sentence denies it, asks, quotes somebody, or means a group of that name.
  private static func isTaken(back range: Range<Int>, _ text: [UInt8]) -> Bool {
    let sentence = sentence(around: range, text)
    if sentence.upperBound < text.count, text[sentence.upperBound] == UInt8(ascii: "?") {
      return true
    }
    let before = text[sentence.lowerBound..<range.lowerBound]
    if let word = words(in: before).last, groups.contains(word) { return true }
    if isQuoted(range, in: sentence, text) { return true }
    if isDeniedOfAll(before) { return true }
    return words(in: clause(before)).contains { word in
      negations.contains(word) || word.hasSuffix("n't") || word.hasSuffix("n’t")
    }
  }

  /// Whether a sentence begins as in ‘No website, however careful, can’.
  private static func isDeniedOfAll(_ before: ArraySlice<UInt8>) -> Bool {
    let words = words(in: before)
    guard words.count > 1, words[0] == "no", subjects.contains(words[1]) else { return false }
    return !before.contains { ":;".utf8.contains($0) }
      && !conjunctions.contains { before.endOfLast($0) != nil }
  }

  /// The end of a sentence's beginning that belongs to one clause: a denial before a comma or ‘and’ says
  /// nothing of what comes after it.
  private static func clause(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let mark = text.lastIndex { ",;:()".utf8.contains($0) }.map { $0 + 1 } ?? text.startIndex
    let clause = text[max(mark, text.endOfLast("–") ?? mark, text.endOfLast("—") ?? mark)...]
    return conjunctions.compactMap { clause.endOfLast($0) }.max().map { clause[$0...] } ?? clause
  }

  /// Whether the promise stands between quotation marks in a sentence that says more than it.
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

  /// Whether ‘anonymous’ goes with a thing that is not of the site, as in ‘anonymous letters’.
  private static func isAboutSomethingElse(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    guard words(in: text[range]) == ["anonymous"] else { return false }
    let rest = text[range.upperBound..<sentence(around: range, text).upperBound]
    guard rest.first == UInt8(ascii: " ") || rest.first == UInt8(ascii: "\n") else { return false }
    let next = rest.prefix { !",;:()".utf8.contains($0) }
    guard let thing = words(in: next).first(where: { !ofTheWeb.contains($0) }) else { return false }
    return !subjects.contains(thing) && !afterPredicates.contains(thing)
  }

  private static func isAboutSite(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    words(in: text[sentence(around: range, text)]).contains { subjects.contains($0) }
  }

  static func sentence(around range: Range<Int>, _ text: [UInt8]) -> Range<Int> {
    let start = text[..<range.lowerBound].lastIndex(where: isSentenceEnd).map { $0 + 1 } ?? 0
    let end = text[range.upperBound...].firstIndex(where: isSentenceEnd) ?? text.count
    return start..<end
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

  private static let negations: Set<String> = [
    "not", "never", "no", "cannot", "nothing", "nobody", "none", "neither", "nor", "without",
    "hardly", "few", "hard", "difficult", "impossible", "rarely", "seldom", "barely", "unlikely",
    "myth", "false", "wrongly",
  ]

  private static let conjunctions = [" and ", " but ", " so ", " because ", " then ", " which "]

  private static let quotationMarks = [
    ("“", "”"), ("‘", "’"), ("«", "»"), ("„", "“"), ("\"", "\""),
  ]

  private static let ofTheWeb: Set<String> = ["online", "internet", "web", "digital"]

  /// Words that go on after ‘you are anonymous’, not with it.
  private static let afterPredicates: Set<String> = [
    "a", "about", "and", "as", "at", "because", "but", "by", "even", "for", "from", "if", "in",
    "it",
    "on", "or", "so", "that", "the", "there", "this", "to", "too", "until", "when", "while", "with",
    "you", "your", "way", "visitor", "visitors", "reader", "readers", "browsing", "reading", "use",
    "visiting", "service", "help", "chat", "form", "quiz", "test",
  ]

  /// Before ‘Anonymous’.
  private static let groups: Set<String> = [
    "alcoholics", "narcotics", "codependents", "gamblers", "overeaters", "addicts", "families",
  ]

  private static let subjects: Set<String> = [
    "site", "website", "page", "pages", "button", "exit", "tool", "app", "checklist", "list",
    "quiz", "we", "our", "us", "visit", "click", "here",
  ]

  private static let phrases = RarePhrases(
    promises.map { PhraseMatcher.Phrase($0, id: promise) }
      + promisesOfSite.map { PhraseMatcher.Phrase($0, id: promiseOfSite) })

  private static let fully = [
    "completely", "totally", "fully", "perfectly", "absolutely", "entirely",
  ]

  private static let promises: [String] = {
    var phrases = ["untraceable", "impossible to trace"]
    for word in fully { phrases += pairs(word, ["private", "confidential"]) }
    for all in ["100%", "100 %", "100 percent", "100 per cent"] {
      phrases += pairs(all, ["private", "safe", "secure", "confidential"])
    }
    for verb in ["erases", "erase", "deletes", "wipes", "clears", "hides", "removes"] {
      phrases += pairs(
        verb, ["your history", "your browsing history", "your tracks", "your traces"])
    }
    return phrases
  }()

  private static let promisesOfSite: [String] = {
    var phrases = [
      "anonymous", "anonymously", "keeps you safe", "keep you safe", "leaves no trace",
      "leave no trace", "leaving no trace",
      "nobody can see", "no one can see", "nobody will know", "no one will know",
    ]
    for word in fully { phrases += pairs(word, ["safe", "secure", "hidden", "invisible"]) }
    return phrases
  }()
}

extension ArraySlice<UInt8> {
  /// The offset after the last place where a text stands; nil if there is none.
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

extension PageAudit {
  /// The text knows no places of the page, so the finding quotes the sentence.
  mutating func checkWords() {
    spoken.withUnsafeBufferPointer { spoken in
      for range in FalsePromises.found(in: spoken) {
        let text = Array(spoken)
        let sentence = text[FalsePromises.sentence(around: range, text)].drop { $0 <= 0x20 }
        report.add(.falsePromise(quoted(text[range]), in: quoted(sentence)), quoting: text[range])
      }
    }
    let found = memory.text.withBytes { FalsePromises.found(in: $0) }
    if found.isEmpty { return }
    let text = memory.text.withBytes { Array($0) }
    for range in found {
      let sentence = text[FalsePromises.sentence(around: range, text)].drop { $0 <= 0x20 }
      report.add(.falsePromise(quoted(text[range]), in: quoted(sentence)), quoting: text[range])
    }
  }
}

extension OutputAudit {
  /// Promises in a file that is no page: a drawing, or data about the site.
  func checkPromises(_ file: AuditedFile, _ report: inout AuditReport) {
    let found = file.bytes.withUnsafeBufferPointer { FalsePromises.found(in: $0) }
    for range in found {
      report.add(.falsePromise(quoted(file.bytes[range]), in: file.path), at: range)
    }
  }
}

extension AuditRule {
  static let falsePromise = Rule(
    "false-promise", .error, "A promise of safety or secrecy that no website can keep.",
    why: "A reader who believes it may take a risk. No website can keep that promise.",
    bad: "This site is completely anonymous.",
    good: "This site stores nothing on your device. Others may still see that you were here.",
    fix: "Say plainly what is true. A sentence with “not” is fine.")
}

extension AuditFinding.Violation {
  static func falsePromise(_ promise: String, in sentence: String) -> Self {
    Self(
      AuditRule.falsePromise,
      "‘\(promise)’ is more than a website can promise, and a reader may rely on it: ‘\(sentence)’",
      help: "say plainly what is true, and what the site cannot do; a sentence with ‘not’ is fine")
  }
}
