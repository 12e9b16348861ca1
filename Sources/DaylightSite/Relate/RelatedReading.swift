/// Finds, for each page, others that share its topics.
///
/// Looking at every pair would be quadratic where topics are large. Instead each page looks only at
/// its neighbours in the lists of pages that share one topic or two topics with it: a few candidates
/// a list, so the cost is linear in the number of pages. A page that shares two topics is found in
/// the list of that pair however large the topics are.
package struct RelatedReading: Sendable {
  private var bySet: [TopicSet: [Int]] = [:]
  private let topics: [[Int]]

  /// How many neighbours on each side of a page are candidates in one list.
  private static let reach = 4

  private struct TopicSet: Hashable {
    let first: Int
    let second: Int
  }

  /// `topics[page]` lists the topics of a page, as numbers; pages are in reading order.
  package init(topics: [[Int]]) {
    self.topics = topics
    for page in topics.indices {
      for set in Self.sets(of: topics[page]) { bySet[set, default: []].append(page) }
    }
  }

  /// Up to `limit` pages: those that share most topics first, then the nearest in reading order.
  package func pages(relatedTo page: Int, limit: Int = 3) -> [Int] {
    var candidates: Set<Int> = []
    for set in Self.sets(of: topics[page]) {
      let list = bySet[set] ?? []
      let place = Self.lowerBound(of: page, in: list)
      let window = max(0, place - Self.reach)..<min(list.count, place + Self.reach + 1)
      candidates.formUnion(list[window])
    }
    candidates.remove(page)
    let own = Set(topics[page])
    return candidates.map { ($0, topics[$0].count(where: own.contains)) }
      .sorted { ($1.1, abs($0.0 - page), $0.0) < ($0.1, abs($1.0 - page), $1.0) }
      .prefix(limit).map(\.0)
  }

  private static func sets(of topics: [Int]) -> [TopicSet] {
    let sorted = topics.sorted()
    return sorted.indices.flatMap { first in
      (first..<sorted.count).map { TopicSet(first: sorted[first], second: sorted[$0]) }
    }
  }

  private static func lowerBound(of page: Int, in list: [Int]) -> Int {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < page { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
