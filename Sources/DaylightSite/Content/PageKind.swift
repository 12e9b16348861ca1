/// What a content file is, which its folder decides.
package enum PageKind: String, Sendable, Hashable, CaseIterable {
  case home, page, notFound, help, section, article, path, checklist, glossary, term
  /// The list of topics, and the page of one; no file stands for them.
  case topics, topic

  /// The kind of a Markdown file, by its path from the root of the site. Nothing for files that are
  /// not pages.
  package init?(path: String) {
    guard path.hasPrefix("content/"), path.hasSuffix(".md") else { return nil }
    let isIndex = path.hasSuffix("/index.md")
    switch path.utf8.count(where: { $0 == UInt8(ascii: "/") }) {
    case 1 where isIndex: self = .home
    case 1 where path == "content/404.md": self = .notFound
    case 1 where path == "content/help.md": self = .help
    case 1: self = .page
    case 2 where isIndex && path.hasPrefix("content/glossary/"): self = .glossary
    case _ where isIndex: self = .section
    case _ where path.hasPrefix("content/glossary/"): self = .term
    case _ where path.hasPrefix("content/paths/"): self = .path
    case _ where path.hasPrefix("content/checklists/"): self = .checklist
    default: self = .article
    }
  }

  /// The template that pages of the kind are put into: `templates/NAME.mustache`.
  package var template: String { self == .notFound ? "not-found" : rawValue }

  /// What an author calls it, for messages.
  package var noun: String {
    switch self {
    case .home: "home page"
    case .page, .notFound: "page"
    case .help: "help page"
    case .section: "section"
    case .article: "article"
    case .path: "reading path"
    case .checklist: "checklist"
    case .glossary: "glossary page"
    case .term: "term"
    case .topics: "list of topics"
    case .topic: "topic"
    }
  }
}
