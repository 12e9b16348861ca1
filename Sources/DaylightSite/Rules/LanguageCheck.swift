package import DaylightSyntax

/// The phrases of `language.yaml`, ready to be looked for.
package struct LanguageMatcher: Sendable {
  package let rules: [LanguageRule]
  fileprivate let matcher: PhraseMatcher
  /// As diagnostics name them.
  fileprivate let kinds: [Rule]

  package init(_ language: LanguageRules) {
    rules = language.all
    var phrases: [PhraseMatcher.Phrase] = []
    for (number, rule) in rules.enumerated() {
      phrases += rule.phrases.map { .init($0.value, id: number) }
    }
    matcher = PhraseMatcher(phrases)
    kinds = rules.map(\.rule)
  }

  package func rule(_ id: String) -> Rule? { kinds.first { $0.id == id } }
}

/// Flags words that blame, frighten, diagnose or put a reader in danger (CNT-10 to CNT-13).
enum LanguageCheck {
  /// What is in the text of a page, before anything is said for it.
  static func matches(
    in text: PageText, _ language: LanguageMatcher
  ) -> [PhraseMatcher.Match] {
    var matches: [PhraseMatcher.Match] = []
    language.matcher.forEachMatch(in: text.bytes.span, from: text.words) { matches.append($0) }
    return matches
  }

  static func judge(
    _ match: PhraseMatcher.Match, in block: TextBlock, of text: PageText, _ assembly: inout Assembly
  ) {
    let language = assembly.index.language
    let rule = language.rules[match.phrase]
    let before = block.bytes.lowerBound..<match.range.lowerBound
    guard applies(rule, to: block, assembly.entry.kind),
      !(rule.isSilencedByNegation && isNegated(after: text.bytes[before]))
    else { return }
    let found = String(decoding: text.bytes[match.range], as: UTF8.self).replacing("\n", with: " ")
    assembly.add(
      Diagnostic(
        language.kinds[match.phrase], "‘\(found)’: \(rule.why.value.withoutFullStop)",
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
      case .glossary: kind == .term || kind == .glossary
      }
    }
  }

  /// Whether a negation stands among the last six words of a text, in its last sentence.
  private static func isNegated(after text: ArraySlice<UInt8>) -> Bool {
    var words: [String] = []
    var word: [UInt8] = []
    func finish() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    for byte in text {
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"):
        finish()
        words = []
      case 0...0x20, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"),
        UInt8(ascii: "\""):
        finish()
      default: word.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
    }
    finish()
    return words.suffix(6).contains { word in
      negations.contains(word) || word.hasSuffix("n't") || word.hasSuffix("n’t")
    }
  }

  private static let negations: Set<String> = [
    "not", "no", "never", "neither", "nor", "without", "cannot", "nobody", "nothing", "none",
  ]
}

extension String {
  fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
