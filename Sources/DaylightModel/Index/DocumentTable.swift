import DaylightSyntax

/// The documents behind the entries of an index, in the order of the entries.
package struct DocumentTable: Sendable {
  package private(set) var values: PersistentArray<Document>
  /// The places of entries, by `source`. Those of entries without a document come last.
  private let numbers: [String: Int]

  /// `documents` may come in any order; `numbers` are their places, by path.
  init(_ documents: [Document], numbers: [String: Int]) {
    var order = Array(documents.indices)
    for place in documents.indices {
      if let number = numbers[documents[place].file.path] { order[number] = place }
    }
    values = PersistentArray(order.map { documents[$0] })
    self.numbers = numbers
  }

  package subscript(source: String) -> Document? {
    guard let number = numbers[source], number < values.count else { return nil }
    return values[number]
  }

  /// Replaces the document with the same path, if there is one.
  mutating func replace(_ document: Document) {
    guard let number = numbers[document.file.path], number < values.count else { return }
    values[number] = document
  }
}
