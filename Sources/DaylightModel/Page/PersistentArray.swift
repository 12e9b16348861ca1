/// A list that shares its elements with its copies, so that a copy with one element replaced costs
/// little, however long the list is.
///
/// The elements are stored in runs. A copy shares all of them; a replacement copies only its own
/// run, and two lists are compared run by run.
///
/// What reads it is inlinable, because other modules would otherwise call it unspecialized, at six
/// times the instructions.
package struct PersistentArray<ID: ListID, Element: Sendable>: Sendable {
  @usableFromInline var runs: [[Element]]
  package let count: Int

  @usableFromInline static var length: Int { 32 }

  package init(_ elements: [Element] = []) {
    count = elements.count
    runs = stride(from: 0, to: elements.count, by: Self.length).map {
      Array(elements[$0..<Swift.min($0 + Self.length, elements.count)])
    }
  }

  /// The indices at which two lists of the same length differ. Shared runs are skipped.
  package func changes(
    since earlier: Self, where isDifferent: (Element, Element) -> Bool
  ) -> [ID] {
    precondition(count == earlier.count, "only lists of one length can be compared")
    var changes: [ID] = []
    for number in runs.indices where !Self.isShared(runs[number], earlier.runs[number]) {
      for place in runs[number].indices
      where isDifferent(runs[number][place], earlier.runs[number][place]) {
        changes.append(ID(number * Self.length + place))
      }
    }
    return changes
  }

  /// Nil if the list ends before the element.
  @inlinable package func element(_ id: ID) -> Element? { id.number < count ? self[id] : nil }

  private static func isShared(_ run: [Element], _ other: [Element]) -> Bool {
    run.withUnsafeBufferPointer { run in
      other.withUnsafeBufferPointer { run.baseAddress == $0.baseAddress }
    }
  }
}

extension PersistentArray: RandomAccessCollection, MutableCollection {
  package typealias Indices = Range<ID>

  @inlinable package var startIndex: ID { ID(0) }
  @inlinable package var endIndex: ID { ID(count) }
  @inlinable package func index(after id: ID) -> ID { ID(id.number + 1) }
  @inlinable package func index(before id: ID) -> ID { ID(id.number - 1) }

  @inlinable package func makeIterator() -> FlattenSequence<[[Element]]>.Iterator {
    runs.joined().makeIterator()
  }

  @inlinable package subscript(id: ID) -> Element {
    get { runs[id.number / Self.length][id.number % Self.length] }
    set { runs[id.number / Self.length][id.number % Self.length] = newValue }
  }
}
