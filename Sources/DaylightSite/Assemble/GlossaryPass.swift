import DaylightSyntax

/// Links the words of the glossary where the text uses them, and notes where each is used.
///
/// Works on the text of whole blocks, so that a phrase may cross a line or an emphasis; never inside
/// a link, a heading, code, a quotation, a callout of kind HELP, a table's head or the label of a
/// checklist, and never on the term's own entry (DESIGN section 5). A heading that says a term counts
/// as a use of it.
enum GlossaryPass {
  static func run(_ blocks: [TextBlock], _ assembly: inout Assembly) {
    let glossary = assembly.index.glossary
    guard !glossary.terms.isEmpty else { return }
    var linking = Linking(glossary: glossary, assembly: assembly)
    for block in blocks where block.setting.allowsGlossary || block.setting.isHeading {
      let links = linking.matches(in: block)
      insert(links, into: block, assembly.root, glossary)
    }
    assembly.page.mentions = linking.mentions(anchorsOf: assembly.page.headings)
  }

  fileprivate struct Link {
    let range: Range<Int>
    let segments: ClosedRange<Int>
    let term: Int
  }

  /// Puts the links of a block into the tree, the last first, so that offsets before it stay true.
  private static func insert(
    _ links: [Link], into block: TextBlock, _ root: String, _ glossary: Glossary
  ) {
    for link in links.reversed() {
      let term = glossary.terms[link.term]
      let first = block.segments[link.segments.lowerBound]
      let opening =
        "<a class=\"term\" href=\"\(HTMLEscaper.escaped(Address.encoded(root + term.link)))\">"
      let anchor = first.node.makeCustomInline(enter: opening.utf8, exit: "</a>".utf8)
      var start = first.node
      var end = block.segments[link.segments.upperBound].node
      // What follows the phrase in its last node becomes a node of its own.
      let last = block.segments[link.segments.upperBound]
      let cut = link.range.upperBound - last.start
      if last.node.kind == .text, cut < last.node.literal.count {
        let bytes = Array(last.node.literal)
        let rest = last.node.makeText(bytes[cut...])
        rest.insert(after: last.node)
        last.node.setLiteral(bytes[..<cut])
      }
      let lead = link.range.lowerBound - first.start
      if lead > 0 {
        let bytes = Array(first.node.literal)
        let phrase = first.node.makeText(bytes[lead...])
        phrase.insert(after: first.node)
        first.node.setLiteral(bytes[..<lead])
        if end == first.node { end = phrase }
        start = phrase
      }
      start.wrap(through: end, in: anchor)
    }
  }
}

/// The terms found so far on a page, and which of them are linked.
private struct Linking {
  let glossary: Glossary
  let scope: GlossaryScope
  /// The entry that the page itself is.
  let own: Int?
  private var found: [Int: [Int?]] = [:]
  private var order: [Int] = []
  private var linked: Set<Int> = []
  private var linkedInSection: Set<Int> = []
  private var section: Int?
  private let explicit: Set<Int>

  init(glossary: Glossary, assembly: borrowing Assembly) {
    self.glossary = glossary
    scope = assembly.glossaryScope
    own = glossary.number(ofSource: assembly.path)
    explicit = Set(assembly.explicitTerms.compactMap { glossary.number(ofSlug: $0.slug) })
    for term in explicit.sorted() { note(term, in: nil) }
    linked = explicit
  }

  mutating func matches(in block: TextBlock) -> [GlossaryPass.Link] {
    if block.setting.heading != section {
      section = block.setting.heading
      linkedInSection = []
    }
    var links: [GlossaryPass.Link] = []
    for match in glossary.matcher.matches(in: block.bytes.span) {
      let term = match.phrase
      if term == own { continue }
      note(term, in: block.setting.heading)
      guard block.setting.allowsGlossary, isWanted(term), let segments = segments(of: match.range, in: block) else { continue }
      linked.insert(term)
      linkedInSection.insert(term)
      links.append(.init(range: match.range, segments: segments, term: term))
    }
    return links
  }

  private mutating func note(_ term: Int, in heading: Int?) {
    if found[term] == nil { order.append(term) }
    if found[term]?.last != .some(heading) { found[term, default: []].append(heading) }
  }

  private func isWanted(_ term: Int) -> Bool {
    guard glossary.terms[term].isLinkedAutomatically else { return false }
    switch glossary.terms[term].scope ?? scope {
    case .off: return false
    case .all: return true
    case .first: return !linked.contains(term)
    case .section: return !linkedInSection.contains(term) && !explicit.contains(term)
    }
  }

  /// The segments of a phrase, when a link may go round them: all linkable, all children of one node.
  private func segments(of range: Range<Int>, in block: TextBlock) -> ClosedRange<Int>? {
    guard let first = block.segment(at: range.lowerBound),
      let last = block.segment(at: range.upperBound - 1)
    else { return nil }
    let parent = block.segments[first].node.parent
    let isWhole = (first...last).allSatisfy {
      block.segments[$0].isLinkable && block.segments[$0].node.parent == parent
    }
    return isWhole ? first...last : nil
  }

  func mentions(anchorsOf headings: [Heading]) -> [TermMention] {
    order.map { term in
      let places = (found[term] ?? []).map { heading in
        heading.map { TermMention.Place(anchor: headings[$0].anchor, title: headings[$0].text) }
          ?? TermMention.Place(anchor: "", title: "")
      }
      var unique: [TermMention.Place] = []
      for place in places where !unique.contains(place) { unique.append(place) }
      return TermMention(
        term: glossary.terms[term].slug, places: unique, isLinked: linked.contains(term))
    }
  }
}
