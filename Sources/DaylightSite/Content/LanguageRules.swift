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
    list.diagnostics += duplicates(
      of: list.value.flatMap(\.phrases).map { $0.map { $0.lowercased() } }, named: "phrase")
    return Diagnosed(Self(all: list.value), list.diagnostics)
  }
}

/// One reason to avoid some phrases, and what to write instead.
package struct LanguageRule: Sendable, Hashable {
  package var id: Located<String>
  package var phrases: [Located<String>]
  /// Nothing only when it is missing or misspelt.
  package var level: Located<Level>?
  package var why: Located<String>
  package var instead: Located<String>?
  package var source: Located<String>?

  package enum Level: String, Sendable, Hashable, CaseIterable {
    case error, warning, note
  }

  fileprivate init(from fields: inout FieldDecoder) {
    id = fields.requiredText("id")
    phrases = fields.texts("phrases")
    level = fields.requiredWord("level")
    why = fields.requiredText("why")
    instead = fields.text("instead")
    source = fields.text("source")
    if phrases.isEmpty { fields.reportMissing("phrases", help: "list the phrases to avoid") }
  }
}
