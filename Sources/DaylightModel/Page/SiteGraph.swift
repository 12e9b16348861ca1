/// The relations between the pages of a site, once every body is known.
package struct SiteGraph: Sendable {
  /// Where each term is used, by slug, in the order of the pages.
  package var uses: [String: [TermUse]]
  /// The reading paths that have a page among their steps, by the page's `source`.
  package let paths: [String: [PathStep]]
  /// The places of articles in sections that are read in order, by `source`.
  package let steps: [String: SequenceStep]
  /// Pages that share topics, by `source`.
  package let related: [String: [String]]

  package init(
    uses: [String: [TermUse]], paths: [String: [PathStep]], steps: [String: SequenceStep],
    related: [String: [String]]
  ) {
    self.uses = uses
    self.paths = paths
    self.steps = steps
    self.related = related
  }

  package struct TermUse: Sendable, Hashable {
    package let page: EntryID
    /// How many of its sections use the term.
    package let sectionCount: Int

    package init(page: EntryID, sectionCount: Int) {
      self.page = page
      self.sectionCount = sectionCount
    }
  }

  /// Counted from one.
  package struct SequenceStep: Sendable, Hashable {
    package let number: Int
    package let total: Int

    package init(number: Int, total: Int) {
      self.number = number
      self.total = total
    }
  }

  package struct PathStep: Sendable, Hashable {
    /// The `source` of the path.
    package let path: String
    /// Counted from zero.
    package let position: Int

    package init(path: String, position: Int) {
      self.path = path
      self.position = position
    }
  }
}
