package import DaylightSyntax

/// The phrases that `language.yaml` asks authors to avoid, in its order.
package struct LanguageRules: Sendable, Hashable {
  package var all: [LanguageRule]

  package init(all: [LanguageRule] = []) { self.all = all }

  package static func decode(_ file: SourceFile) -> Diagnosed<Self> {
    let parsed = parseDataFile(file)
    guard parsed.diagnostics.isEmpty else { return Diagnosed(Self(), parsed.diagnostics) }
    var list = FieldDecoder.list(parsed.value, of: "language rule") { LanguageRule(from: &$0) }
    list.diagnostics += duplicates(of: list.value.map(\.id), named: "id")
    list.diagnostics += duplicatePhrases(list.value)
    list.diagnostics += PlainTextFields.findings(in: parsed.value, of: file)
    return Diagnosed(Self(all: list.value), list.diagnostics)
  }
}

/// Phrases that two rules for the same kinds of page share. Case makes no difference.
private func duplicatePhrases(_ rules: [LanguageRule]) -> [Diagnostic] {
  var findings: [Diagnostic] = []
  var seen: [[PageKind]] = []
  for rule in rules where !seen.contains(rule.kinds) {
    seen.append(rule.kinds)
    findings += duplicates(
      of: rules.filter { $0.kinds == rule.kinds }.flatMap(\.phrases).map {
        $0.map { $0.lowercased() }
      }, named: "phrase")
  }
  return findings
}

/// One reason to avoid some phrases, and what to write instead.
package struct LanguageRule: Sendable, Hashable {
  package var id: Located<String>
  package var phrases: [Located<String>]
  /// Nil only if it is missing or misspelt, which is an error.
  package var level: Located<Level>?
  package var why: Located<String>
  package var instead: Located<String>?
  package var source: Located<String>?
  /// The kinds of page the rule is for; empty for all.
  package var kinds: [PageKind]
  /// Whether a “not” or “never” shortly before the phrase makes it right.
  package var isSilencedByNegation: Bool
  /// Where the phrase is right.
  package var allowedPlaces: [Place]

  package enum Level: String, Sendable, Hashable, CaseIterable {
    case error, warning, note
  }

  package enum Place: String, Sendable, Hashable, CaseIterable {
    /// Within a quotation.
    case quotation
    /// In a callout of kind SAFETY.
    case safety
    /// On a page of the glossary.
    case glossary
  }

  fileprivate init(from fields: inout FieldDecoder) {
    id = fields.requiredText("id")
    phrases = fields.texts("phrases")
    level = fields.requiredWord("level")
    why = fields.requiredText("why")
    instead = fields.text("instead")
    source = fields.text("source")
    kinds = fields.words("kinds", as: PageKind.self).map(\.value)
    isSilencedByNegation = fields.flag("unlessNegated")?.value ?? false
    allowedPlaces = fields.words("allowIn", as: Place.self).map(\.value)
    if phrases.isEmpty { fields.reportMissing("phrases", help: "list the phrases to avoid") }
  }
}

extension LanguageRule {
  /// The rule as findings name it, and as `daylight explain` explains it.
  package var rule: Rule {
    let source = source.map { " Source: \($0.value)" } ?? ""
    return Rule(
      id.value, level?.value.ruleLevel ?? .warning, "A phrase to avoid.",
      why: why.value + source, bad: phrases.map(\.value).joined(separator: "\n"),
      good: "", fix: instead?.value ?? "Say it in other words.")
  }
}

extension LanguageRule.Level {
  fileprivate var ruleLevel: Rule.Level {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
