import DaylightModel
import DaylightSyntax

/// Flags words that accuse, frighten, diagnose or endanger a reader (CNT-10 to CNT-13).
enum PhraseRule: TextRule {
  static func check(_ text: PageText, _ assembly: inout Assembly) {
    var matches: [PhraseMatcher.Match] = []
    assembly.index.languageRules.matcher.forEachMatch(in: text.bytes.span, from: text.words) {
      matches.append($0)
    }
    var rest = matches[...]
    for block in text.blocks {
      while let match = rest.first, match.range.lowerBound < block.bytes.upperBound {
        rest.removeFirst()
        check(match, in: block, of: text, &assembly)
      }
    }
  }

  private static func check(
    _ match: PhraseMatcher.Match, in block: TextBlock, of text: PageText, _ assembly: inout Assembly
  ) {
    let matcher = assembly.index.languageRules
    let rule = matcher.rules[match.phrase]
    let before = block.bytes.lowerBound..<match.range.lowerBound
    guard applies(rule, to: block, assembly.entry.kind),
      !(rule.isSilencedByNegation && isNegated(after: text.bytes[before], assembly.index.language))
    else { return }
    let found = String(decoding: text.bytes[match.range], as: UTF8.self).replacing("\n", with: " ")
    assembly.add(
      Diagnostic(
        matcher.kinds[match.phrase], "‘\(found)’: \(rule.why.value.withoutFullStop)",
        at: text.location(of: match.range, in: block, path: assembly.path),
        help: rule.instead?.value))
  }

  private static func applies(
    _ rule: LanguageRule, to block: TextBlock, _ kind: PageKind
  ) -> Bool {
    if !rule.kinds.isEmpty, !rule.kinds.contains(kind) { return false }
    return !rule.allowedPlaces.contains { place in
      switch place {
      case .quotation: block.setting.isQuotation
      case .safety: block.setting.isSafetyCallout
      case .glossary: [.term, .letters].contains(kind.traits.content)
      }
    }
  }

  /// Whether there is a negation among the last six words of a text, in its last sentence.
  private static func isNegated(after text: ArraySlice<UInt8>, _ language: Language) -> Bool {
    guard let negation = language.negation else { return false }
    let sentence = text.lastIndex { ".!?;".utf8.contains($0) }.map { text[($0 + 1)...] } ?? text
    let words = sentence.split { $0 <= 0x20 || ",:()\"".utf8.contains($0) }.suffix(6)
    return negation.isAmong(
      words.lazy.map { String(decoding: $0.map(\.asciiLowercased), as: UTF8.self) })
  }
}

extension String {
  fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
