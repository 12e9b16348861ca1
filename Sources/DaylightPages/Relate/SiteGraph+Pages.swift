package import DaylightModel
import DaylightSyntax
package import Platform

extension SiteGraph {
  /// Relates all pages. Linear in pages, links and mentions.
  package init(
    index: SiteIndex, pages: PersistentArray<EntryID, Page>, _ runner: ParallelRunner
  ) async {
    let (uses, related) = await runner.both {
      Self.uses(in: pages)
    } and: {
      Self.related(in: index)
    }
    self.init(
      uses: uses, paths: Self.steps(of: index), steps: Self.sequences(of: index), related: related)
  }

  private static func uses(in pages: PersistentArray<EntryID, Page>) -> [String: [TermUse]] {
    var numbers: [String: Int] = [:]
    var lists: [[TermUse]] = []
    for (id, page) in zip(pages.indices, pages) {
      for mention in page.mentions {
        let use = TermUse(page: id, sectionCount: mention.sections.count)
        if let list = numbers[mention.term] {
          lists[list].append(use)
        } else {
          numbers[mention.term] = lists.count
          lists.append([use])
        }
      }
    }
    return numbers.mapValues { lists[$0] }
  }

  /// Replaces the text of a page.
  ///
  /// - Returns: the terms that it uses differently than the one before.
  @discardableResult
  package mutating func replace(_ before: Page, with page: Page, at id: EntryID) -> Set<String> {
    let (old, new) = (before.uses, page.uses)
    var changed: Set<String> = []
    for (term, use) in old where new[term] != use {
      uses[term]?.removeAll { $0.page == id }
      changed.insert(term)
    }
    for (term, use) in new where old[term] != use {
      let place = uses[term]?.firstIndex { $0.page > id }
      uses[term, default: []].insert(
        TermUse(page: id, sectionCount: use.sections.count),
        at: place ?? uses[term]?.count ?? 0)
      changed.insert(term)
    }
    return changed
  }

  private static func steps(of index: SiteIndex) -> [String: [PathStep]] {
    var steps: [String: [PathStep]] = [:]
    for path in index.entries where path.kind.traits.content == .steps {
      for (position, step) in index.steps(ofPath: path.source).enumerated() {
        steps[step, default: []].append(PathStep(path: path.source, position: position))
      }
    }
    return steps
  }

  private static func sequences(of index: SiteIndex) -> [String: SequenceStep] {
    var steps: [String: SequenceStep] = [:]
    for (section, members) in index.members {
      guard case .page(let page)? = index.documents[section]?.frontMatter, page.isSequence else {
        continue
      }
      let members = members.filter { index[$0]?.kind.traits.hasNeighbours == true }
      for (number, member) in members.enumerated() {
        steps[member] = SequenceStep(number: number + 1, total: members.count)
      }
    }
    return steps
  }

  private static func related(in index: SiteIndex) -> [String: [String]] {
    let pages = index.entries.filter { $0.kind.traits.isRelated && !$0.topics.isEmpty }
    var numbers: [String: Int] = [:]
    for topic in index.topics { numbers[topic.name] = numbers.count }
    let reading = RelatedReading(topics: pages.map { $0.topics.compactMap { numbers[$0] } })
    var related: [String: [String]] = [:]
    for (number, page) in pages.enumerated() {
      related[page.source] = reading.pages(relatedTo: number).map { pages[$0].source }
    }
    return related
  }
}

extension Page {
  fileprivate struct Use: Equatable {
    let sections: [Heading?]
    let isLinked: Bool
  }

  /// How the page uses each of its terms, by slug.
  fileprivate var uses: [String: Use] {
    Dictionary(
      mentions.map { ($0.term, Use(sections: sections(of: $0), isLinked: $0.isLinked)) },
      uniquingKeysWith: { first, _ in first })
  }
}
