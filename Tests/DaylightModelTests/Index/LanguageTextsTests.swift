import DaylightModel
import DaylightSyntax
import Foundation
import Testing

/// The site's own rules on texts that were written before them.
@Suite struct LanguageTextsTests {
  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: repository.appending(path: path)))
  }

  private static func language() throws -> (LanguageMatcher, [Diagnostic]) {
    let rules = LanguageRules.decode(
      SourceFile(path: "content/language.yaml", bytes: try bytes("content/language.yaml")))
    let matcher = LanguageMatcher(rules.value, of: .english)
    return (matcher, rules.diagnostics + LanguageExamples.check(matcher))
  }

  /// The fields of each text of a set; the last is the text.
  private static func texts(_ name: String, fields: Int) throws -> [[String]] {
    String(decoding: try bytes("Tests/LanguageTexts/\(name).txt"), as: UTF8.self)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: " | ", maxSplits: fields - 1).map(String.init) }
  }

  private func findings(
    in text: String, of kind: PageKind, _ language: LanguageMatcher
  ) -> [(level: LanguageRule.Level?, what: String)] {
    let example = ExampleText(text)
    var reader = LanguageReader(language, of: kind)
    return example.bytes.withUnsafeBufferPointer { bytes in
      reader.findings(in: bytes, 0..<bytes.count, example.place).map {
        finding -> (level: LanguageRule.Level?, what: String) in
        let rule = language.rules[finding.rule]
        let found = String(decoding: bytes[finding.range], as: UTF8.self)
        return (rule.level?.value, "\(rule.id.value): \(found)")
      }
    }
  }

  @Test func `every rule does with its examples what it says`() throws {
    let (language, problems) = try Self.language()
    #expect(problems.map { "\($0.location?.start.line ?? 0): \($0.message)" } == [])
    #expect(language.rules.allSatisfy { $0.catches.count >= 2 && $0.passes.count >= 2 })
    #expect(language.rules.count >= 116)
  }

  @Test func `good texts have no errors and hardly a warning`() throws {
    let (language, _) = try Self.language()
    var errors: [String] = []
    var warnings: [String] = []
    let texts = try Self.texts("good", fields: 3)
    for text in texts {
      for finding in findings(in: text[2], of: .article, language) {
        if finding.level == .error { errors.append("\(text[0]) \(finding.what)") }
        if finding.level == .warning { warnings.append("\(text[0]) \(finding.what)") }
      }
    }
    #expect(errors == [])
    #expect(warnings.count * 15 <= texts.count, "\(warnings)")
  }

  @Test func `of texts that need a finding, nearly all have one`() throws {
    let (language, _) = try Self.language()
    let texts = try Self.texts("flagged", fields: 4)
    let missed = texts.filter { text in
      let kind: PageKind = text[2] == "CHK-11" ? .checklist : .article
      return !findings(in: text[3], of: kind, language).contains { $0.level != .note }
    }
    #expect(
      missed.count * 100 <= texts.count * 15, "missed: \(missed.map { $0[0] })")
  }
}
