import DaylightModel
import DaylightSyntax

/// The terms found so far on a page, and which of them are linked.
struct TermUses {
  private let glossary: Glossary
  private let scope: GlossaryScope
  /// The entry that the page itself is.
  private let own: TermID?
  /// By the number of the term.
  private var terms: [Term]
  /// The terms in the order in which they were found.
  private var order: [TermID] = []
  /// Where terms were found, each with the number of the use of the same term before it.
  private var uses: [(heading: Int?, previous: Int?)] = []
  /// For each heading, the heading of the second level that it is or is under.
  private let sections: [Int?]

  private struct Term {
    var lastUse: Int?
    var isLinked = false
    /// The sections in which an author linked to it.
    var sectionsLinkedByHand: [Int?] = []
    /// Where it was last linked; nil if nowhere yet.
    var linkedSection: Int??
  }

  init(of glossary: Glossary, on assembly: borrowing Assembly) {
    self.glossary = glossary
    scope = assembly.glossaryScope
    own = glossary.id(ofSource: assembly.path)
    terms = Array(repeating: Term(), count: glossary.terms.count)
    var section: Int?
    sections = assembly.page.headings.indices.map { number in
      if assembly.page.headings[number].level <= 2 { section = number }
      return section
    }
    for link in assembly.explicitTerms where link.term != own {
      let heading = link.heading.flatMap(assembly.headingNodes.firstIndex)
      terms[link.term.number].sectionsLinkedByHand.append(self.section(of: heading))
      terms[link.term.number].isLinked = true
      note(link.term, in: heading)
    }
  }

  /// Records that a term is used in the text under a heading.
  mutating func note(_ term: TermID, in heading: Int?) {
    if term == own { return }
    let previous = terms[term.number].lastUse
    if let previous, uses[previous].heading == heading { return }
    if previous == nil { order.append(term) }
    terms[term.number].lastUse = uses.count
    uses.append((heading, previous))
  }

  /// Whether the next use of a term should be linked.
  func isLinkWanted(_ term: TermID, in heading: Int?) -> Bool {
    guard term != own, glossary.terms[term.number].isLinkedAutomatically else { return false }
    switch glossary.terms[term.number].scope ?? scope {
    case .off: return false
    case .all: return true
    case .first: return !terms[term.number].isLinked
    case .section:
      let section = section(of: heading)
      return terms[term.number].linkedSection != .some(section)
        && !terms[term.number].sectionsLinkedByHand.contains(section)
    }
  }

  mutating func noteLink(_ term: TermID, in heading: Int?) {
    terms[term.number].isLinked = true
    terms[term.number].linkedSection = .some(section(of: heading))
  }

  private func section(of heading: Int?) -> Int? { heading.flatMap { sections[$0] } }

  /// Notes on the page what was found on it.
  func write(to page: inout Page) {
    page.mentions.reserveCapacity(order.count)
    page.mentionedSections.reserveCapacity(uses.count)
    for term in order {
      let start = page.mentionedSections.count
      var use = terms[term.number].lastUse
      while let number = use {
        let section = uses[number].heading.map { Int32($0 + 1) } ?? 0
        if !page.mentionedSections[start...].contains(section) {
          page.mentionedSections.append(section)
        }
        use = uses[number].previous
      }
      page.mentionedSections[start...].sort()
      page.mentions.append(
        TermMention(
          term: glossary.terms[term.number].slug,
          sections: Int32(start)..<Int32(page.mentionedSections.count),
          isLinked: terms[term.number].isLinked))
    }
  }
}
