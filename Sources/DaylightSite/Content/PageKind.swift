/// What a content file is, which its folder decides.
package enum PageKind: String, Sendable, Hashable, CaseIterable {
  case home, page, notFound, help, section, article, path, checklist, glossary, term
  /// The list of topics, and the page of one; no file stands for them.
  case topics, topic

  /// The kind of a Markdown file, by its path from the root of the site. Nothing for files that are
  /// not pages.
  package init?(path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 2, parts[0] == "content", let name = parts.last, name.hasSuffix(".md")
    else { return nil }
    switch (parts.count, parts[1]) {
    case (2, "index.md"): self = .home
    case (2, "404.md"): self = .notFound
    case (2, "help.md"): self = .help
    case (2, _): self = .page
    case (3, "glossary") where name == "index.md": self = .glossary
    case (_, _) where name == "index.md": self = .section
    case (_, "glossary"): self = .term
    case (_, "paths"): self = .path
    case (_, "checklists"): self = .checklist
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
