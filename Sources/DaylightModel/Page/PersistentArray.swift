/// A list that shares its elements with its copies, so that a copy with one element replaced costs
/// little, however long the list is.
///
/// The elements are stored in runs. A copy shares all of them; a replacement copies only its own
/// run, and two lists are compared run by run.
package struct PersistentArray<Element: Sendable>: Sendable {
  private var runs: [[Element]]
  package let count: Int

  private static var length: Int { 32 }

  package init(_ elements: [Element] = []) {
    count = elements.count
    runs = stride(from: 0, to: elements.count, by: Self.length).map {
      Array(elements[$0..<Swift.min($0 + Self.length, elements.count)])
    }
  }

  /// The indices at which two lists of the same length differ. Shared runs are skipped.
  package func changes(
    since earlier: Self, where isDifferent: (Element, Element) -> Bool
  ) -> [Int] {
    precondition(count == earlier.count, "only lists of one length can be compared")
    var changes: [Int] = []
    for number in runs.indices where !Self.isShared(runs[number], earlier.runs[number]) {
      for place in runs[number].indices
      where isDifferent(runs[number][place], earlier.runs[number][place]) {
        changes.append(number * Self.length + place)
      }
    }
    return changes
  }

  private static func isShared(_ run: [Element], _ other: [Element]) -> Bool {
    run.withUnsafeBufferPointer { run in
      other.withUnsafeBufferPointer { run.baseAddress == $0.baseAddress }
    }
  }
}

extension PersistentArray: RandomAccessCollection, MutableCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  package subscript(position: Int) -> Element {
    get { runs[position / Self.length][position % Self.length] }
    set { runs[position / Self.length][position % Self.length] = newValue }
  }
}
