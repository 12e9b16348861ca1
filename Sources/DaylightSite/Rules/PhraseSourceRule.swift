import DaylightModel
import DaylightPages
import DaylightSyntax

/// Reports a source of a rule of `language.yaml` that looks like a key of `sources.yaml` and is
/// none: a name, a year, and no spaces.
enum PhraseSourceRule: SiteRule {
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    let keys = index.data.sources.all.map(\.key.value)
    return index.languageRules.rules.compactMap(\.source).flatMap { source in
      source.value.split { $0 == "," || $0 == ";" }.compactMap { part -> Diagnostic? in
        let key = String(part).onOneLine
        guard key.isNameAndYear, index.data.sources[key] == nil else { return nil }
        return .unknownSource(key, known: keys, at: source.location)
      }
    }
  }
}

extension String {
  /// Such as `dutton1993`.
  fileprivate var isNameAndYear: Bool {
    let name = utf8.prefix { $0.isASCIISmallLetter || $0 == UInt8(ascii: "-") }
    let rest = utf8.dropFirst(name.count)
    return !name.isEmpty && rest.count >= 4 && rest.prefix(4).allSatisfy(\.isASCIIDigit)
      && rest.dropFirst(4).allSatisfy(\.isASCIISmallLetter)
  }
}
