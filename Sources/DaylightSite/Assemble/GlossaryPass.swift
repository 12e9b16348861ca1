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
    let span: Span
    let term: Int
  }

  /// The neighbours in the tree that a link goes round. Each end is a text, of which the phrase may
  /// be a part, or an emphasis that lies in the phrase whole.
  fileprivate struct Span {
    var first: MarkdownNode
    var last: MarkdownNode
    let segments: ClosedRange<Int>
  }

  /// Puts the links of a block into the tree, the last first, so that offsets before it stay true.
  private static func insert(
    _ links: [Link], into block: TextBlock, _ root: String, _ glossary: Glossary
  ) {
    for link in links.reversed() {
      let term = glossary.terms[link.term]
      let first = block.segments[link.span.segments.lowerBound]
      let last = block.segments[link.span.segments.upperBound]
      let opening =
        "<a class=\"term\" href=\"\(HTMLEscaper.escaped(Address.encoded(root + term.link)))\">"
      let anchor = first.node.makeCustomInline(enter: opening.utf8, exit: "</a>".utf8)
      var (start, end) = (link.span.first, link.span.last)
      // What follows the phrase in its last node becomes a node of its own.
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
  /// The heading of the second level that the text at hand is under.
  private var section: Int?
  private var explicit: Set<Int> = []
  private let levels: [Int]

  init(glossary: Glossary, assembly: borrowing Assembly) {
    self.glossary = glossary
    scope = assembly.glossaryScope
    own = glossary.number(ofSource: assembly.path)
    levels = assembly.page.headings.map(\.level)
    for link in assembly.explicitTerms {
      guard let term = glossary.number(ofSlug: link.slug), term != own else { continue }
      explicit.insert(term)
      note(term, in: link.heading.flatMap(assembly.headingNodes.firstIndex))
    }
    linked = explicit
  }

  mutating func matches(in block: TextBlock) -> [GlossaryPass.Link] {
    let section = block.setting.heading.flatMap { heading in
      levels[...heading].lastIndex { $0 <= 2 }
    }
    if section != self.section {
      self.section = section
      linkedInSection = []
    }
    var links: [GlossaryPass.Link] = []
    for match in glossary.matcher.matches(in: block.bytes.span) {
      let term = match.phrase
      if term == own { continue }
      note(term, in: block.setting.heading)
      guard block.setting.allowsGlossary, isWanted(term),
        let span = span(of: match.range, in: block)
      else { continue }
      linked.insert(term)
      linkedInSection.insert(term)
      links.append(.init(range: match.range, span: span, term: term))
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

  /// What a link round a phrase would hold, or nothing where an emphasis would be cut in two.
  private func span(of range: Range<Int>, in block: TextBlock) -> GlossaryPass.Span? {
    guard let first = block.segment(at: range.lowerBound),
      let last = block.segment(at: range.upperBound - 1),
      (first...last).allSatisfy({ block.segments[$0].isLinkable })
    else { return nil }
    var span = GlossaryPass.Span(
      first: block.segments[first].node, last: block.segments[last].node, segments: first...last)
    if span.first.parent == span.last.parent { return span }
    let above = Array(span.last.ancestors)
    guard let common = span.first.ancestors.first(where: above.contains) else { return nil }
    while let parent = span.first.parent, parent != common { span.first = parent }
    while let parent = span.last.parent, parent != common { span.last = parent }
    func isInside(_ segment: Int, _ node: MarkdownNode) -> Bool {
      block.segments.indices.contains(segment)
        && block.segments[segment].node.ancestors.contains(node)
    }
    let cutsFirst =
      isInside(first, span.first)
      && (range.lowerBound > block.segments[first].start || isInside(first - 1, span.first))
    let cutsLast =
      isInside(last, span.last)
      && (range.upperBound < block.end(ofSegment: last) || isInside(last + 1, span.last))
    return cutsFirst || cutsLast ? nil : span
  }

  func mentions(anchorsOf headings: [Heading]) -> [TermMention] {
    order.map { term in
      let places = (found[term] ?? []).sorted { ($0 ?? -1) < ($1 ?? -1) }.map { heading in
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
