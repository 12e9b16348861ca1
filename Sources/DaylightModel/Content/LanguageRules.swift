package import DaylightSyntax

/// What `language.yaml` says: the phrases that authors are asked to avoid, and the lists that these
/// are made of, in its order.
package struct LanguageRules: Sendable, Hashable {
  package var lists: [LanguageList] = []
  package var all: [LanguageRule] = []

  package init(all: [LanguageRule] = []) { self.all = all }

  private enum Entry {
    case list(LanguageList)
    case rule(LanguageRule)
  }

  package static func decode(_ file: SourceFile) -> Diagnosed<Self> {
    let parsed = parseDataFile(file)
    guard parsed.diagnostics.isEmpty else { return Diagnosed(Self(), parsed.diagnostics) }
    let lines = PhraseLines(file)
    let entries = FieldDecoder.list(parsed.value, of: entry) { Self.entry(from: &$0, lines) }
    var rules = Diagnosed(Self(), entries.diagnostics)
    for entry in entries.value {
      switch entry {
      case .list(let list): rules.value.lists.append(list)
      case .rule(let rule): rules.value.all.append(rule)
      }
    }
    rules.diagnostics += duplicates(of: rules.value.all.map(\.id), named: "id")
    rules.diagnostics += duplicates(of: rules.value.lists.map(\.name), named: "list")
    rules.diagnostics += duplicatePhrases(rules.value.all)
    rules.diagnostics += rules.value.leaveOutUnknownLists()
    rules.diagnostics += PlainTextFields.findings(in: parsed.value, of: file)
    return rules
  }

  /// The fields of an entry.
  package static let fields = FieldTable(of: entry) { fields in
    entry(from: &fields, PhraseLines(SourceFile(path: "", bytes: [])))
  }

  private static let entry = "language rule"

  private static func entry(from fields: inout FieldDecoder, _ lines: PhraseLines) -> Entry? {
    fields.variant(by: "list", about: "The name of a list of words, which phrases use as {name}.") {
      .list(LanguageList($0, from: &$1, lines))
    } otherwise: {
      .rule(LanguageRule(from: &$0, lines))
    }
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
        $0.line.map { $0.lowercased() }
      }, named: "phrase")
  }
  return findings
}

/// Words with a name, which phrases use as `{name}`.
package struct LanguageList: Sendable, Hashable {
  package var name: Located<String>
  package var phrases: [LanguagePhrase]

  fileprivate init(
    _ name: Located<String>, from fields: inout FieldDecoder, _ lines: PhraseLines
  ) {
    self.name = name
    phrases = LanguagePhrase.read(
      "words", from: &fields, lines, about: "The words of the list, a line each.")
    if phrases.isEmpty { fields.reportMissing("words", help: "write the words of the list") }
  }
}

/// A line of a rule or list.
package struct LanguagePhrase: Sendable, Hashable {
  package var line: Located<String>
  package var pattern: PhrasePattern

  /// The lines of a field. One that is no phrase is reported and left out.
  fileprivate static func read(
    _ name: String, from fields: inout FieldDecoder, _ lines: PhraseLines, about: String,
    allowsGaps: Bool = false
  ) -> [Self] {
    lines.texts(name, in: &fields, about: about).compactMap { line -> Self? in
      do throws(PhraseProblem) {
        let pattern = try PhrasePattern(line.value)
        if pattern.hasGapAtEnd, !allowsGaps { fields.report(.gapAtEnd(line)) }
        return Self(line: line, pattern: pattern)
      } catch {
        fields.report(.phraseSyntax(error, in: line))
        return nil
      }
    }
  }
}

/// One reason to avoid some phrases, and what to write instead.
package struct LanguageRule: Sendable, Hashable {
  package var id: Located<String>
  package var phrases: [LanguagePhrase]
  /// Phrases in which the words found are right.
  package var unless: [LanguagePhrase]
  /// Other people than the partner, whom a “her” in the words found may mean.
  package var unlessAbout: [LanguagePhrase]
  /// Nil only if it is missing or misspelt, which is an error.
  package var level: Located<Level>?
  package var why: Located<String>
  package var instead: Located<String>?
  package var source: Located<String>?
  /// The kinds of page the rule is for; empty for all.
  package var kinds: [PageKind]
  /// What does not excuse the phrase.
  package var even: [PhraseExcuse]
  /// Where the phrase is right.
  package var allowedPlaces: [Place]
  /// Whether a source in the same paragraph makes the phrase right.
  package var isSilencedByCitation: Bool
  /// Sentences that the rule must find.
  package var catches: [Located<String>]
  /// Sentences that it must pass.
  package var passes: [Located<String>]

  package enum Level: String, Sendable, Hashable, FieldWord {
    case error, warning, note

    package var meaning: String { ruleLevel.meaning }
  }

  package enum Place: String, Sendable, Hashable, FieldWord {
    /// In a callout of kind SAFETY.
    case safety
    /// On a page of the glossary.
    case glossary
    /// A heading that is a question, or a question that its paragraph goes on to answer.
    case question

    package var meaning: String {
      switch self {
      case .safety: "In a callout of kind SAFETY."
      case .glossary: "On a page of the glossary."
      case .question: "In a question as a heading, or one that its paragraph answers."
      }
    }
  }

  fileprivate init(from fields: inout FieldDecoder, _ lines: PhraseLines) {
    id = fields.requiredText("id", about: "The name of the rule, as its messages show it.")
    phrases = LanguagePhrase.read(
      "phrases", from: &fields, lines, about: "The phrases to avoid, a line each.")
    unless = LanguagePhrase.read(
      "unless", from: &fields, lines, about: "Phrases in which the words found are right.",
      allowsGaps: true)
    unlessAbout = LanguagePhrase.read(
      "unlessAbout", from: &fields, lines,
      about: "Other people than the partner, whom a “her” in the words found may mean.")
    level = fields.requiredWord("level", about: "How serious a finding is.")
    why = fields.requiredText("why", about: "Why the phrases are to be avoided.")
    instead = fields.text("instead", about: "What to write in their place.")
    source = fields.text("source", about: "The guide or study that says so.")
    kinds = fields.words(
      "kinds", as: PageKind.self, about: "The kinds of page that the rule is for; all without it."
    ).map(\.value)
    even = fields.words(
      "even", as: PhraseExcuse.self, about: "What does not excuse the phrases."
    ).map(\.value)
    allowedPlaces = Self.places(from: &fields)
    isSilencedByCitation =
      fields.flag(
        "unlessCited", about: "true: a source in the same paragraph makes the phrases right."
      )?.value ?? false
    catches = lines.texts(
      "catches", in: &fields, about: "Sentences that the rule has to find, at least two.")
    passes = lines.texts(
      "passes", in: &fields, about: "Sentences that look alike and are right, at least two.")
    fields.refuse(
      "unlessNegated", because: "a “not” before a phrase always makes it right",
      help: "delete the line; where it is to be found even so, write ‘even: [negated]’")
    let hasProblem = fields.diagnostics.contains { $0.rule == .phraseSyntax }
    if phrases.isEmpty, !hasProblem {
      fields.reportMissing("phrases", help: "list the phrases to avoid")
    }
    if catches.count < 2 || passes.count < 2 { fields.report(.fewExamples(self)) }
  }

  /// The places of `allowIn`. Every rule allows quotations, which had to be written here once.
  private static func places(from fields: inout FieldDecoder) -> [Place] {
    fields.textOrTexts(
      "allowIn", as: .word(of: Place.self), about: "Where the phrases are right."
    ).compactMap { text in
      if let place = Place(rawValue: text.value) { return place }
      fields.report(
        text.value == "quotation"
          ? .quotationIsAllowed(at: text.location)
          : .unknownValue(
            text.value, of: "allowIn", known: Place.allCases.map(\.rawValue), at: text.location))
      return nil
    }
  }
}

extension Rule {
  package static let fewExamples = Rule(
    "few-examples", .warning, "A rule of language.yaml with fewer than two examples of each kind.",
    why: "A phrase that nobody tried may find nothing, or stop pages that are right.",
    bad: "- id: click-here\n  phrases: click here\n  level: warning\n"
      + "  why: A link says where it leads.",
    good: "- id: click-here\n  phrases: click here\n  level: warning\n"
      + "  why: A link says where it leads.\n"
      + "  catches: |\n    Click here to read on.\n    To rest, click here.\n"
      + "  passes: |\n    You can click where you like.\n    The mouse clicks. Here it is.",
    fix: "Write two sentences under `catches` that the rule has to find, and two under `passes` "
      + "that look alike and are right. Every check tries them.", in: .described)
}

extension Diagnostic {
  fileprivate static func quotationIsAllowed(at location: SourceLocation) -> Self {
    Diagnostic(
      .misplacedKey, "every phrase is right in a quotation, so ‘quotation’ is not written any more",
      at: location,
      help: "delete the word; where a phrase is to be found even there, write ‘even: [quoted]’")
  }

  fileprivate static func fewExamples(_ rule: LanguageRule) -> Self {
    let catches = "write ‘catches: |’ and below it two sentences that it has to find"
    let passes = "write ‘passes: |’ and below it two sentences that look alike and are right"
    let missing = [rule.catches.count < 2 ? catches : nil, rule.passes.count < 2 ? passes : nil]
    return Diagnostic(
      .fewExamples, "the rule ‘\(rule.id.value)’ has fewer than two examples of each kind",
      at: rule.id.location, help: missing.compactMap(\.self).joined(separator: "; "))
  }
}

extension LanguageRule {
  /// The rule as findings name it, and as `daylight explain` explains it.
  package var rule: Rule {
    let source = source.map { " Source: \($0.value)" } ?? ""
    let bad = catches.isEmpty ? phrases.map(\.line) : catches
    return Rule(
      id.value, level?.value.ruleLevel ?? .warning, "A phrase to avoid.",
      why: why.value + source, bad: bad.map(\.value).joined(separator: "\n"),
      good: passes.map(\.value).joined(separator: "\n"),
      fix: instead?.value ?? "Say it in other words.")
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
