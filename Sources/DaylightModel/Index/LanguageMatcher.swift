package import DaylightSyntax

/// The phrases of `language.yaml`, prepared for the search.
package struct LanguageMatcher: Sendable {
  package let rules: [LanguageRule]
  package let matcher: PhraseMatcher
  /// As diagnostics name them.
  package let kinds: [Rule]

  package init(_ language: LanguageRules, spelling: Spelling) {
    rules = language.all
    var phrases: [PhraseMatcher.Phrase] = []
    for (number, rule) in rules.enumerated() {
      phrases += rule.phrases.map { .init($0.value, id: number) }
    }
    matcher = PhraseMatcher(phrases, spelling: spelling)
    kinds = rules.map(\.rule)
  }

  package func rule(_ id: String) -> Rule? { kinds.first { $0.id == id } }
}
