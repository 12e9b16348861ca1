import DaylightModel
package import DaylightSyntax

/// Flags words in capitals that are no abbreviation.
enum CapitalsRule: ProseRule {
  static func check(_ prose: Prose, of text: PageText, _ assembly: inout Assembly) {
    for run in prose.capitals {
      let block = text.blocks[run.block]
      let words = text.bytes[run.range].split { !$0.isWordByte }.map {
        String(decoding: $0, as: UTF8.self)
      }
      guard isShouted(words, assembly.index.language) else { continue }
      assembly.add(
        .capitals(
          words.joined(separator: " "),
          at: text.location(of: run.range, in: block, path: assembly.path)))
    }
    let title = assembly.document.title
    let words = title.value.split(separator: " ").filter { $0.contains(where: \.isLetter) }
    if words.count > 1, title.value == title.value.uppercased(),
      isShouted(words.map { String($0) }, assembly.index.language)
    {
      assembly.add(.capitals(title.value, at: title.location))
    }
  }

  /// Whether one of the words is a common one, or several are too long for abbreviations.
  private static func isShouted(_ words: [String], _ language: Language) -> Bool {
    if let common = language.emphasised, words.contains(where: common.contains) { return true }
    return words.count > 1 && words.filter { $0.count > 5 }.count > 1
      || words.count > 2 && words.contains { $0.count > 5 }
  }
}

extension Rule {
  package static let capitals = Rule(
    "capitals", .warning, "Words in capitals that are no abbreviation.",
    why: "Capitals read as if somebody shouts, which is not what this reader needs. They are "
      + "slower to read, and some screen readers spell them out.",
    bad: "You are NOT to blame.", good: "You are *not* to blame.",
    fix: "Write them small, with asterisks around what is to be stressed: `*not*`.")
}

extension Diagnostic {
  fileprivate static func capitals(_ found: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .capitals, "‘\(found)’ in capitals reads as if somebody shouts", at: location,
      help: "write small letters, with asterisks around what is to be stressed: "
        + "‘*\(found.lowercased())*’")
  }
}
