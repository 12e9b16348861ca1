package import DaylightModel
import DaylightSyntax

/// The pages of a site in the order of their entries, and totals over all of them.
package struct AssembledPages: Sendable {
  /// What they were assembled with.
  private(set) var index: SiteIndex
  package private(set) var results: StageResults<EntryID, Page>
  private var overridesByPage: [EntryID: [Override]] = [:]
  /// The links and the links to words in all texts.
  private(set) var linkCount = 0
  private(set) var glossaryLinkCount = 0

  init(_ index: SiteIndex, _ pages: [StageOutput<Page>]) {
    self.index = index
    results = StageResults(pages)
    for (id, page) in zip(values.indices, values) { count(page, id) }
  }

  package var values: PersistentArray<EntryID, Page> { results.values }

  /// In the order of the pages.
  var overrides: [Override] {
    overridesByPage.keys.sorted().flatMap { overridesByPage[$0] ?? [] }
  }

  /// The same pages for the next build, with some replaced, in ascending order.
  func replacing(_ made: [(id: EntryID, result: Diagnosed<Page>)], _ index: SiteIndex) -> Self {
    var pages = self
    pages.index = index
    pages.results = results.replacing(made)
    for (id, result) in made {
      pages.linkCount -= values[id].links.count
      pages.glossaryLinkCount -= values[id].glossaryLinkCount
      pages.count(result.value, id)
    }
    return pages
  }

  private mutating func count(_ page: Page, _ id: EntryID) {
    overridesByPage[id] = page.overrides.isEmpty ? nil : page.overrides
    linkCount += page.links.count
    glossaryLinkCount += page.glossaryLinkCount
  }
}

extension Page {
  fileprivate var glossaryLinkCount: Int { mentions.count(where: \.isLinked) }
}
