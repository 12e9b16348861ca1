package import DaylightSyntax

/// The rules of `language.yaml`, prepared for the search.
package final class LanguageMatcher: Sendable {
  package let rules: [LanguageRule]
  /// As diagnostics name them.
  package let kinds: [Rule]
  package let book: PhraseBook
  /// For each kind of page, which rules are looked for on it, by their numbers.
  private let wanted: [PageKind: [Bool]]

  package init(_ language: LanguageRules, of natural: Language) {
    rules = language.all
    wanted = Dictionary(
      uniqueKeysWithValues: PageKind.allCases.map { kind in
        (kind, language.all.map { $0.isWanted(on: kind) })
      })
    kinds = rules.map(\.rule)
    book = PhraseBook(
      lists: language.lists.map { ($0.name.value, $0.phrases.map(\.pattern)) },
      rules: rules.map { rule in
        PhraseBook.Rule(
          phrases: rule.phrases.map(\.pattern), unless: rule.unless.map(\.pattern),
          unlessAbout: rule.unlessAbout.map(\.pattern), even: Set(rule.even),
          isAdvice: rule.allowedPlaces.contains(.safety))
      }, clauses: natural.clauses, spelling: natural.spelling)
  }

  func isWanted(on kind: PageKind) -> [Bool] { wanted[kind, default: []] }

  package func rule(_ id: String) -> Rule? { kinds.first { $0.id == id } }
}

extension LanguageRule {
  fileprivate func isWanted(on kind: PageKind) -> Bool {
    let isGlossary = kind.traits.content == .term || kind.traits.content == .letters
    return (kinds.isEmpty || kinds.contains(kind))
      && !(isGlossary && allowedPlaces.contains(.glossary))
  }
}

extension LanguageMatcher {
  /// What the author is told of words that a rule found.
  package func diagnostic(
    _ finding: LanguageReader.Finding, _ words: ArraySlice<UInt8>, at location: SourceLocation
  ) -> Diagnostic {
    let rule = rules[finding.rule]
    let found = String(decoding: words, as: UTF8.self).replacing("\n", with: " ")
    let why = rule.why.value
    return Diagnostic(
      kinds[finding.rule], "‘\(found)’: \(why.hasSuffix(".") ? String(why.dropLast()) : why)",
      at: location, help: rule.instead?.value)
  }
}
