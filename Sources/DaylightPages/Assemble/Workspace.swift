import DaylightModel
import DaylightSyntax

/// Memory that the assembling of one page leaves for the next, and what pages have in common.
package struct Workspace {
  var text = PageText()
  var outline = MarkdownOutline()
  /// For pieces of HTML and of text.
  var bytes: [UInt8] = []
  private var termLinks: [String: TermLinks] = [:]

  package init() {}

  /// The links to the terms of the glossary on a page whose way to the root of the site is `root`.
  mutating func termLinks(_ glossary: Glossary, root: String) -> TermLinks {
    if let known = termLinks[root] { return known }
    let links = TermLinks(glossary, root: root)
    termLinks[root] = links
    return links
  }
}

/// The opening tags of links to the terms of a glossary, by number.
struct TermLinks {
  private let openings: [[UInt8]]

  init(_ glossary: Glossary, root: String) {
    openings = glossary.terms.map { term in
      let address = HTMLEscaper.escaped(Address.encoded(root + term.link))
      return Array("<a class=\"term\" href=\"\(address)\">".utf8)
    }
  }

  subscript(term: Int) -> [UInt8] { openings[term] }
}
