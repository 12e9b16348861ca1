import DaylightSyntax

/// Finds what the rules of `language.yaml` find in the texts of one page, block by block.
package struct LanguageReader {
  package let language: LanguageMatcher
  private var search: PhraseSearch
  /// For each rule, whether it is looked for.
  private var isWanted: [Bool]

  /// Where a block of text is.
  package struct Place {
    package var isQuotation = false
    package var isSafetyCallout = false
    package var isHeading = false
    /// Whether a source is cited for a stretch of the text.
    package var isCited: (Range<Int>) -> Bool = { _ in false }
    /// The bytes in italics around an offset.
    package var italics: (Int) -> Range<Int>? = { _ in nil }

    package init() {}
  }

  package struct Finding: Hashable {
    /// The number of the rule.
    package let rule: Int
    /// In bytes.
    package let range: Range<Int>
  }

  package init(_ language: LanguageMatcher, of kind: PageKind) {
    self.language = language
    search = PhraseSearch(language.book)
    isWanted = language.isWanted(on: kind)
  }

  /// - Parameter rule: the number of the only rule that is looked for.
  init(_ language: LanguageMatcher, of kind: PageKind, only rule: Int) {
    self.init(language, of: kind)
    isWanted = isWanted.enumerated().map { $0 == rule && $1 }
  }

  /// What counts in a block: of findings that overlap, the most serious, then the longest.
  ///
  /// - Parameter place: only asked for if anything is found.
  package mutating func findings(
    in bytes: UnsafeBufferPointer<UInt8>, _ block: Range<Int>, _ place: @autoclosure () -> Place
  ) -> [Finding] {
    let found = verdicts(in: bytes, block, place()).compactMap { match, verdict in
      verdict == .found ? Finding(rule: match.rule, range: match.range) : nil
    }
    guard found.count > 1 else { return found }
    var kept: [Finding] = []
    // By byte, because a block may have ten thousand findings.
    var isTaken = [Bool](repeating: false, count: block.count)
    for finding in found.sorted(by: outranks) {
      let bytes =
        finding.range.lowerBound - block.lowerBound..<finding.range.upperBound - block.lowerBound
      if isTaken[bytes].contains(true) { continue }
      for byte in bytes { isTaken[byte] = true }
      kept.append(finding)
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func outranks(_ left: Finding, _ right: Finding) -> Bool {
    (seriousness(left), -left.range.count, left.rule)
      < (seriousness(right), -right.range.count, right.rule)
  }

  private func seriousness(_ finding: Finding) -> Int {
    switch language.rules[finding.rule].level?.value {
    case .error: 0
    case .warning, nil: 1
    case .note: 2
    }
  }

  /// Each match in a block, and whether it counts.
  mutating func verdicts(
    in bytes: UnsafeBufferPointer<UInt8>, _ block: Range<Int>, _ place: @autoclosure () -> Place
  ) -> [(PhraseSearch.Match, PhraseSearch.Verdict)] {
    let matches = search.matches(in: bytes, block, isWanted)
    guard !matches.isEmpty else { return [] }
    let place = place()
    let setting = PhraseSearch.Setting(isQuotation: place.isQuotation, italics: place.italics)
    // A paragraph that has warned against something may go on speaking of it.
    var warned: Set<Int> = []
    var verdicts: [(PhraseSearch.Match, PhraseSearch.Verdict)] = []
    for match in matches {
      let rule = language.rules[match.rule]
      let isForSafety = rule.allowedPlaces.contains(.safety)
      if isForSafety && place.isSafetyCallout { continue }
      if rule.isSilencedByCitation, place.isCited(match.range) { continue }
      if rule.allowedPlaces.contains(.question),
        search.isInAnsweredQuestion(match, in: bytes, isHeading: place.isHeading)
      {
        continue
      }
      var verdict = search.verdict(on: match, in: bytes, setting)
      if verdict == .found, warned.contains(match.rule) { verdict = .excused(.warned) }
      if verdict == .excused(.warned), isForSafety { warned.insert(match.rule) }
      verdicts.append((match, verdict))
    }
    return verdicts
  }
}
