import DaylightModel
import DaylightSyntax

/// Tries the rules of `language.yaml` on their own examples.
enum PhraseExampleRule: SiteRule {
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    LanguageExamples.check(index.languageRules)
  }
}
