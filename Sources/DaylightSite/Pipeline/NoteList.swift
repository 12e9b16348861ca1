package import DaylightSyntax

/// The notes of a build.
package struct NoteList: Sendable {
  /// How many there are of each rule.
  package private(set) var counts: NoteCounts
  /// About the site as a whole.
  private var site: [Diagnostic]
  private let tables: [LevelledTable]

  init(_ site: [Diagnostic], _ tables: [LevelledTable] = []) {
    self.site = site
    self.tables = tables
    counts = NoteCounts(site)
    for table in tables { counts.add(table.noteCounts) }
  }

  /// In no order.
  package var all: [Diagnostic] { site + tables.flatMap(\.notes) }

  /// With those about the site as a whole changed.
  func mapSite(_ transform: (Diagnostic) -> Diagnostic) -> Self {
    var list = self
    list.site = site.map(transform)
    return list
  }
}
