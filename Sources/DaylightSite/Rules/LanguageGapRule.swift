import DaylightAudit
import DaylightModel
import DaylightPages
package import DaylightSyntax

/// Names the rules that find nothing because no words are known for the language of the site.
enum LanguageGapRule: SiteRule {
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    let blind = rules(without: index.language)
    guard !blind.isEmpty else { return [] }
    return [.uncheckedLanguage(index.configuration.language, blind.map(\.id))]
  }

  /// The rules that need words that the language does not have.
  private static func rules(without language: Language) -> [Rule] {
    var blind: [Rule] = []
    if language.falsePromises == nil { blind.append(AuditRule.falsePromise) }
    if language.revealingWords == nil {
      blind += [AuditRule.revealingTitle, AuditRule.revealingAddress]
    }
    if language.verdicts == nil { blind.append(AuditRule.checklistVerdict) }
    if language.vagueLinks == nil { blind.append(.vagueLink) }
    if language.statistics == nil { blind.append(.unsourcedNumber) }
    if language.itemSubjects == nil { blind.append(.checklistItemStart) }
    if language.dangers == nil { blind.append(.checklistDanger) }
    if language.readingFormula == nil { blind.append(.readingGrade) }
    return blind
  }
}

extension Rule {
  package static let uncheckedLanguage = Rule(
    "unchecked-language", .note, "A language that some rules know no words of.",
    why: "Rules that read the text look for words, and know those of English only. In another "
      + "language they find nothing, which does not mean that nothing is wrong.",
    bad: "language: fr",
    good: "language: en-GB",
    fix: "Have each page read by a person who knows the language and these rules, and write the "
      + "phrases to avoid into `content/language.yaml`.",
    in: .settings, plural: "languages that some rules know no words of")
}

extension Diagnostic {
  fileprivate static func uncheckedLanguage(_ tag: String, _ rules: [String]) -> Self {
    Diagnostic(
      .uncheckedLanguage,
      "no words of the language ‘\(tag)’ are known to these rules, so they find little or nothing: "
        + rules.joined(separator: ", "),
      at: .file("content/site.yaml"),
      help: "have somebody who knows the language read for what they would find, and write phrases "
        + "to avoid into content/language.yaml")
  }
}
