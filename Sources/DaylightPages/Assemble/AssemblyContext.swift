import DaylightModel
import DaylightSyntax

/// The shared context for assembling all pages of a site.
///
/// A class, so that assembling a page needs no copy of the index.
final class AssemblyContext: Sendable {
  let index: SiteIndex
  let typography: Typography
  /// Whether a later build is to ask what a page was made from.
  let remembers: Bool
  /// Whether to look at spaces, and to keep the words of each page for a dictionary.
  let proofreads: Bool
  /// The rules of the program.
  let rules: RuleBook
  let knownNumbers: KnownNumbers

  init(index: SiteIndex, remembers: Bool, proofreads: Bool, rules: RuleBook) {
    self.index = index
    typography = Typography(language: index.configuration.language)
    self.remembers = remembers
    self.proofreads = proofreads
    self.rules = rules
    knownNumbers = KnownNumbers(index.data.help, practice: index.configuration.practice)
  }

  /// What a link of an author means that is in the file `source`. Asked here, because to hand out the
  /// index for each link would copy it.
  func resolve(_ reference: String, from source: String, guesses: Bool = true) -> LinkTarget {
    index.resolve(reference, from: source, guesses: guesses)
  }
}
