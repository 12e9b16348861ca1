import DaylightSyntax

/// Where a link of an author leads.
package enum LinkTarget: Sendable, Hashable {
  /// `source` identifies the page, `link` is the path of links to it, from the root of the site.
  case page(source: String, link: String, anchor: String?)
  case term(slug: String, source: String, link: String)
  /// A place on the same page.
  case anchor(String)
  case file(AttachedFile)
  /// An address elsewhere on the web, and its host.
  case web(String, host: String)
  case telephone(String)
  case problem(LinkProblem)
}

/// Why a link leads nowhere.
package enum LinkProblem: Sendable, Hashable {
  case noPage(suggestion: String?)
  case withheld(SiteIndex.Withheld)
  case noFile(suggestion: String?)
  case noTerm(suggestion: String?)
  /// A file that is not published unchanged, whether it exists or not.
  case stray(StrayFile)
  /// A page whose file has another name.
  case misnamed(StrayFile)
  /// An address of the finished site, where the path of a file was expected.
  case siteAddress(suggestion: String?)
  /// The same, with the site’s own host before it.
  case ownAddress(suggestion: String?)
  case escapesSite
  case empty
  /// An address on the web that does not begin with a scheme, and the same with one.
  case noScheme(String)
  /// A path on the computer of the author.
  case ownComputer
  /// A path with backslashes, and the same with slashes.
  case backslashes(String)
  case templateTag
  case unsafeScheme(String)
  case mail
}
