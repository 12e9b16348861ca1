/// Finds, for each page, others that share its topics.
///
/// Looking at every pair would be quadratic where topics are large. Instead each page looks only at
/// its neighbours in the lists of pages that share one topic or two topics with it: a few candidates
/// a list, so the cost is linear in the number of pages. A page that shares two topics is found in
/// the list of that pair however large the topics are.
package struct RelatedReading: Sendable {
  /// The pages of each set of topics, ascending.
  private var lists: [[Int]] = []
  /// For each page its place in each list that it is in.
  private var places: [[Place]] = []
  private let topics: [[Int]]

  /// A page with more topics is related by these alone: it has a list for every two of them.
  private static let mostTopics = 40

  /// How many neighbours on each side of a page are candidates in one list.
  private static let reach = 4

  private struct Place {
    let list: Int
    let position: Int
  }

  private struct TopicSet: Hashable {
    let first: Int
    let second: Int
  }

  /// `topics[page]` lists the topics of a page, as numbers; pages are in reading order.
  package init(topics: [[Int]]) {
    self.topics = topics.map { Array($0.sorted().prefix(Self.mostTopics)) }
    var numbers: [TopicSet: Int] = [:]
    places.reserveCapacity(topics.count)
    for (page, topics) in self.topics.enumerated() {
      var own: [Place] = []
      for first in topics.indices {
        for second in first..<topics.count {
          let set = TopicSet(first: topics[first], second: topics[second])
          let list = numbers[set] ?? lists.count
          if list == lists.count {
            numbers[set] = list
            lists.append([])
          }
          own.append(Place(list: list, position: lists[list].count))
          lists[list].append(page)
        }
      }
      places.append(own)
    }
  }

  /// Up to `limit` pages: those that share most topics first, then the nearest in reading order.
  package func pages(relatedTo page: Int, limit: Int = 3) -> [Int] {
    var best: [Candidate] = []
    for place in places[page] {
      let list = lists[place.list]
      let reach = Self.reach
      let window = max(0, place.position - reach)..<min(list.count, place.position + reach + 1)
      for other in list[window] where other != page {
        if best.contains(where: { $0.page == other }) { continue }
        let candidate = Candidate(
          page: other, shared: shared(page, other), distance: abs(other - page))
        guard best.count < limit || best.last.map(candidate.isBefore) ?? false else { continue }
        if best.count == limit { best.removeLast() }
        best.insert(candidate, at: best.firstIndex(where: candidate.isBefore) ?? best.count)
      }
    }
    return best.map(\.page)
  }

  private struct Candidate {
    let page: Int
    let shared: Int
    let distance: Int

    func isBefore(_ other: Self) -> Bool {
      (other.shared, distance, page) < (shared, other.distance, other.page)
    }
  }

  /// How many topics of one page another has. Both lists are sorted and short.
  private func shared(_ page: Int, _ other: Int) -> Int {
    let own = topics[page]
    return topics[other].count { topic in own.contains(topic) }
  }
}
