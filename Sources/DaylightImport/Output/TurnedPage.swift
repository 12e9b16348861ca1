import DaylightModel
import DaylightSyntax

/// A page in our terms; only the places that its links lead to are not looked up yet.
struct TurnedPage {
  let source: ForeignPage
  let target: String
  let title: String
  let markdown: String
  let anchors: PageAnchors
  let links: [(page: String, fragment: String, line: Int)]
  /// The words that the page explains.
  let terms: [Term]
  let summary: String?

  /// A word of the glossary, which becomes a page.
  struct Term {
    let word: String
    let path: String
    let meaning: [Block]
  }

  init(_ page: ForeignPage, target: String, _ site: ForeignSite, _ table: LinkTable) {
    source = page
    self.target = target
    let links = PageLinks(table, page, target: target)
    let result = BodyReader(page: page, links: links, site: site).read()
    if result == nil {
      page.notes.tell(.refused, "it is larger or deeper than can be read", line: 1)
    }
    var blocks =
      result?.blocks ?? [
        .literal(
          PageNotes.toDo("the text of \(page.source) is too large or too deep; copy it by hand"))
      ]
    let plain = PlainWords(notes: page.notes)
    let outline = Outline(blocks, title: plain.text(page.details.title), head: result?.title)
    blocks = outline.blocks
    let isTerm = target.hasPrefix("content/glossary/") && !target.hasSuffix("/index.md")
    title = outline.title.flatMap { $0.isBlank ? nil : $0 } ?? Self.title(of: page, site)
    anchors = outline.anchors
    let printer = MarkdownPrinter(footnotes: result?.footnotes ?? [])
    var found = plain.text(page.details.summary)
    if isTerm, found == nil { found = Self.takeSummary(&blocks) }
    summary = found
    var terms: [Term] = []
    blocks = blocks.takingWords(site.words, from: target, into: &terms)
    self.terms = terms
    markdown = printer.print(blocks).replacing("\u{E002}", by: "")
    self.links = links.places
  }

  private static func title(of page: ForeignPage, _ site: ForeignSite) -> String {
    let name = page.isIndex ? page.folders.last ?? site.name ?? "Home" : page.name
    let words = name.replacing("-", by: " ").replacing("_", by: " ").singleSpaced
    guard let first = words.first else { return "Page" }
    return first.uppercased() + words.dropFirst()
  }

  /// Takes the first sentence out of the text, if it is plain.
  static func takeSummary(_ blocks: inout [Block]) -> String? {
    guard let place = blocks.firstIndex(where: { if case .paragraph = $0 { true } else { false } }),
      case .paragraph(let first) = blocks[place]
    else { return nil }
    let words = first.plainText
    let end = Sentences.firstEnd(in: words)
    if end == words.endIndex, !first.contains(where: { if case .link = $0 { true } else { false } })
    {
      blocks.remove(at: place)
    }
    return String(words[..<end])
  }
}

enum Sentences {
  /// The end of the first sentence of a text.
  static func firstEnd(in text: String) -> String.Index {
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if ".!?。".contains(text[index]), next == text.endIndex || text[next] == " " {
        let word = text[..<index].split(separator: " ").last ?? ""
        if word.count > 2, !["e.g", "i.e", "etc", "vs", "Dr", "Mr", "Mrs"].contains(String(word)) {
          return next
        }
      }
      index = next
    }
    return text.endIndex
  }
}

/// Makes plain words of a field that may have Markdown, HTML or tags of a template language.
struct PlainWords {
  let notes: PageNotes

  func text(_ field: String?) -> String? {
    guard let field, !field.isBlank else { return nil }
    var text = field
    if text.includes("{{") || text.includes("{%") {
      let pieces = TagScanner(styles: [.hugo, .liquid, .output]).pieces(of: text)
      text = pieces.map { piece in
        switch piece {
        case .text(let words): return words
        case .tag(let tag):
          notes.tell(.field, tag.text)
          return ""
        }
      }.joined()
    }
    let html = MarkdownTree.withTree(parsing: Array(text.utf8), syntax: []) {
      $0.html(rawHTML: true).bytes
    }
    let words = HTMLParser.parse(html)?.plainText ?? text.singleSpaced
    return words.isEmpty ? nil : words
  }
}
