/// What rules are about, in the order in which docs/rules.md and `daylight explain` list them.
package enum RuleTopic: Sendable, Hashable, CaseIterable {
  case frontMatter, pages, links, text, sources, glossary, checklists, helplines, reviews, settings
  case templates, audit, files

  package var title: String {
    switch self {
    case .frontMatter: "Front matter and data files"
    case .pages: "Pages"
    case .links: "Links and pictures"
    case .text: "Text"
    case .sources: "Sources"
    case .glossary: "Glossary"
    case .checklists: "Checklists"
    case .helplines: "Helplines"
    case .reviews: "Reviews and people"
    case .settings: "Settings"
    case .templates: "Templates"
    case .audit: "The audit"
    case .files: "Files and folders"
    }
  }

  /// One or two sentences about what these rules look at.
  package var intro: String {
    switch self {
    case .frontMatter: "How anything between `---` lines and in `.yaml` files is written."
    case .pages: "Which pages there are, and where they are published."
    case .links: "What a page points to or shows."
    case .text:
      """
      What readers read. Phrases to avoid are not listed here: each site has its own in \
      `content/language.yaml`, with the level of each written there.
      """
    case .sources: "The works in `content/sources.yaml`, and where pages cite them."
    case .glossary: "The words in `content/glossary`."
    case .checklists: "Private lists of signs: nothing is counted, kept or concluded."
    case .helplines: "The lines in `content/help.yaml`. A wrong number can cost a life."
    case .reviews: "Who wrote a page, who reviewed it, and when it is due again."
    case .settings: "What `content/site.yaml` says."
    case .templates: "How the site looks: the files in `templates`."
    case .audit:
      """
      Every build and check reads the *finished* files as a browser would, whoever wrote them: \
      templates, texts, the program. What would give a reader away or take the help from them is \
      refused.
      """
    case .files: "What reading the site and writing it to `public` can find."
    }
  }
}
