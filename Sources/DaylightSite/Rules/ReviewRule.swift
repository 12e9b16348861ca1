import DaylightModel
import DaylightSyntax

/// Checks the reviews of all pages: signed, changed since, due, overdue (CNT-02, CNT-03).
enum ReviewRule: SiteRule {
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    orphans(index).map { .reviewOfNoPage($0) }
  }

  /// What is found in each page, by its id. If only bodies changed, only the new pages are
  /// looked at.
  static func check(
    _ index: SiteIndex, _ pages: AssembledPages, _ delta: SiteDelta,
    after before: FindingTable<EntryID>?
  ) -> FindingTable<EntryID> {
    func findings(_ id: EntryID) -> [Diagnostic] {
      PageReview(of: index.documents.values[id], pages.values[id], in: index).diagnostics
    }
    guard var table = before, delta.bodies != nil else {
      return FindingTable(pages.values.indices.map(findings))
    }
    for id in pages.results.computed { table[id] = findings(id) }
    return table
  }

  /// The first line of the lock of each page that no longer exists. The record is not changed; a
  /// page that was moved has to be signed again under its new path.
  static func orphans(_ index: SiteIndex) -> [ReviewLock.Signature] {
    let lock = index.data.reviews
    var known: Set<String> = []
    return lock.signatures.filter { signature in
      index[signature.page] == nil && index.withheld[signature.page] == nil
        && !lock.signatures(of: signature.page).isEmpty && known.insert(signature.page).inserted
    }
  }
}
