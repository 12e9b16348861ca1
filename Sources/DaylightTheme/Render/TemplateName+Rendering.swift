import DaylightSyntax

extension TemplateName {
  // The names that rendering itself looks for.
  static let root: Self = "root"
  static let site: Self = "site"
  static let navigation: Self = "navigation"
  static let page: Self = "page"
  static let words: Self = "words"
}
