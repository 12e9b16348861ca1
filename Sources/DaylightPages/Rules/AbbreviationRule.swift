import DaylightModel
package import DaylightSyntax

/// Flags an abbreviation of the glossary that a page uses before it says what it is short for
/// (WCAG 3.1.4, ACC-15).
enum AbbreviationRule: TextRule {
  static func check(_ text: PageText, _ assembly: inout Assembly) {
    let glossary = assembly.index.glossary
    guard glossary.hasAbbreviations else { return }
    var opened: Set<TermID> = []
    var number = 0
    for (place, use) in text.termUses.enumerated() {
      guard let abbreviation = glossary[use.term].abbreviation else { continue }
      while use.range.lowerBound >= text.blocks[number].bytes.upperBound { number += 1 }
      let block = text.blocks[number]
      let isShort = text.bytes[use.range].starts(with: abbreviation.utf8)
      if isShort, block.setting.isHeading || block.setting.isQuotation { continue }
      guard opened.insert(use.term).inserted, isShort,
        glossary[use.term].source != assembly.path
      else { continue }
      // “EMDR (eye movement …)” says it right after.
      let isOpenedHere = text.termUses[place...].prefix {
        $0.range.lowerBound < block.bytes.upperBound
      }.contains {
        $0.term == use.term && !text.bytes[$0.range].starts(with: abbreviation.utf8)
      }
      let title = assembly.document.title.value
      if isOpenedHere
        || glossary.terms(in: title).contains(where: { $0.slug == glossary[use.term].slug })
          && !title.contains(abbreviation)
      {
        continue
      }
      assembly.add(
        .unopenedAbbreviation(
          abbreviation, glossary[use.term].name,
          at: text.location(of: use.range, in: block, path: assembly.path)))
    }
  }
}

extension Rule {
  package static let unopenedAbbreviation = Rule(
    "unopened-abbreviation", .warning, "An abbreviation that a page does not say in full first.",
    why: "Who does not know the letters stops reading, or thinks that the page is for others.",
    bad: "“C-PTSD can follow.” on a page that never says complex post-traumatic stress disorder",
    good: "“Complex post-traumatic stress disorder (C-PTSD) can follow.”",
    fix: "Write the words in full where they are first used, with the letters in brackets. Known "
      + "are the abbreviations of the glossary.", in: .described)
}

extension Diagnostic {
  fileprivate static func unopenedAbbreviation(
    _ abbreviation: String, _ name: String, at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .unopenedAbbreviation, "‘\(abbreviation)’ comes before the words that it is short for",
      at: location, help: "write it in full here: ‘\(name) (\(abbreviation))’")
  }
}
