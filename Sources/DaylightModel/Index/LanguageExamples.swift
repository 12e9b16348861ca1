package import DaylightSyntax

/// Tries each rule of `language.yaml` on the sentences that it says it finds and passes.
package enum LanguageExamples {
  package static func check(_ language: LanguageMatcher) -> [Diagnostic] {
    language.rules.indices.flatMap { number -> [Diagnostic] in
      let rule = language.rules[number]
      guard !rule.catches.isEmpty || !rule.passes.isEmpty else { return [] }
      var reader = LanguageReader(language, of: rule.kinds.first ?? .article, only: number)
      let missed = rule.catches.compactMap { example -> Diagnostic? in
        let verdicts = verdicts(on: example.value, &reader)
        return verdicts.contains { $0.1 == .found }
          ? nil : Diagnostic.notFound(rule, example, because: verdicts.first?.1)
      }
      let alarms = rule.passes.compactMap { example -> Diagnostic? in
        let text = ExampleText(example.value)
        return verdicts(on: example.value, &reader).first { $0.1 == .found }.map {
          Diagnostic.notPassed(
            rule, example, String(decoding: text.bytes[$0.0.range], as: UTF8.self))
        }
      }
      return missed + alarms
    }
  }

  private static func verdicts(
    on example: String, _ reader: inout LanguageReader
  ) -> [(PhraseSearch.Match, PhraseSearch.Verdict)] {
    let text = ExampleText(example)
    return text.bytes.withUnsafeBufferPointer {
      reader.verdicts(in: $0, 0..<$0.count, text.place)
    }
  }
}

/// An example as a page would show it, without the marks of Markdown that examples may have.
package struct ExampleText {
  package private(set) var bytes: [UInt8] = []
  package private(set) var place = LanguageReader.Place()

  package init(_ example: String) {
    let text = Array(example.utf8)
    var italics: [Range<Int>] = []
    var citations: [Int] = []
    var start: Int?
    var offset = 0
    while offset < text.count {
      let next = offset + 1 < text.count ? text[offset + 1] : 0
      if text[offset] == UInt8(ascii: "["), next == UInt8(ascii: "@"),
        let end = text[offset...].firstIndex(of: UInt8(ascii: "]"))
      {
        citations.append(bytes.count)
        bytes.append(0)
        offset = end + 1
      } else if text[offset] == UInt8(ascii: "*"), next == UInt8(ascii: "*") {
        offset += 2
      } else if text[offset] == UInt8(ascii: "*") {
        if let begun = start { italics.append(begun..<bytes.count) }
        start = start == nil ? bytes.count : nil
        offset += 1
      } else {
        bytes.append(text[offset])
        offset += 1
      }
    }
    let all = bytes[...]
    place.isCited = { [citations] range in
      citations.contains(where: Sentence.range(around: range, in: all).contains)
    }
    place.italics = { [italics] offset in italics.first { $0.contains(offset) } }
  }
}

extension Rule {
  package static let ruleExample = Rule(
    "rule-example", .error, "An example in language.yaml with which its rule does something else.",
    why: "The rule would miss what it was written for, or stop a page that is right.",
    bad: "catches: You should leave this for later.", good: "catches: You should leave him.",
    fix: "Change the phrases of the rule, or take the example out.", in: .described)
}

extension Diagnostic {
  fileprivate static func notFound(
    _ rule: LanguageRule, _ example: Located<String>, because verdict: PhraseSearch.Verdict?
  ) -> Self {
    let help =
      switch verdict ?? .found {
      case .excused(.quoted): "it is between quotation marks, where phrases are right"
      case .excused(.titled): "it is in italics, where titles and words spoken about are right"
      case .excused(.negated): "a “not” or the like comes before the phrase in the same clause"
      case .excused(.warned): "a warning comes before or after the phrase"
      case .excused(.reported): "it says what others say"
      case .exception: "a phrase of ‘unless’ makes it right"
      case .aboutOthers: "a person of ‘unlessAbout’ is named before the phrase"
      case .found: "no phrase of the rule is in it: write a phrase that is"
      }
    return Diagnostic(
      .ruleExample, "‘\(rule.id.value)’ does not find this example", at: example.location,
      help: help)
  }

  fileprivate static func notPassed(
    _ rule: LanguageRule, _ example: Located<String>, _ found: String
  ) -> Self {
    Diagnostic(
      .ruleExample, "‘\(rule.id.value)’ finds ‘\(found)’ in this example, which is to pass",
      at: example.location,
      help: "make the phrase narrower, or name what is right under ‘unless’")
  }
}
