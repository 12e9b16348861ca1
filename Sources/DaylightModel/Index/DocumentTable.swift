import DaylightSyntax

/// The documents behind the entries of an index, in the order of the entries.
package struct DocumentTable: Sendable {
  package private(set) var values: PersistentArray<EntryID, Document>
  /// By `source`. Those of entries without a document come last.
  private let ids: [String: EntryID]

  /// `documents` may come in any order; `ids` are those of their entries, by path.
  init(_ documents: [Document], ids: [String: EntryID]) {
    var order = Array(documents.indices)
    for place in documents.indices {
      if let id = ids[documents[place].file.path] { order[id.number] = place }
    }
    values = PersistentArray(order.map { documents[$0] })
    self.ids = ids
  }

  package subscript(source: String) -> Document? {
    ids[source].flatMap(values.element)
  }

  /// With these in the place of those with the same paths.
  func replacing(_ documents: some Sequence<Document>) -> Self {
    var table = self
    for document in documents {
      guard let id = ids[document.file.path], values.indices.contains(id) else { continue }
      table.values[id] = document
    }
    return table
  }
}
