import DaylightModel
import DaylightSyntax

/// Memory that the assembling of one page leaves for the next, and what pages have in common.
package struct AssemblyScratch {
  var text = PageText()
  var prose = Prose()
  var outline = MarkdownOutline()
  /// For pieces of HTML and of text.
  var bytes: [UInt8] = []
  private var termOpenings: [[UInt8]]?

  package init() {}

  /// The opening tags of the glossary’s terms in a text, by number. Each opens the definition that
  /// the template prints under the id `word-` with the slug.
  mutating func termOpenings(_ glossary: Glossary) -> [[UInt8]] {
    if let termOpenings { return termOpenings }
    let openings = glossary.terms.map { term in
      let id = HTMLEscaper.escaped("word-" + term.slug)
      return Array("<button type=\"button\" class=\"term\" popovertarget=\"\(id)\">".utf8)
    }
    termOpenings = openings
    return openings
  }
}
