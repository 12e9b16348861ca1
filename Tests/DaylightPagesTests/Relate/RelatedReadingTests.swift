import DaylightModel
import DaylightPages
import DaylightSite
import TestSupport
import Testing

@Suite struct RelatedReadingTests {
  @Test func `pages that share most topics come first, then the nearest`() {
    let reading = RelatedReading(topics: [[1, 2], [1], [2], [1, 2], [3], [1]])
    #expect(reading.pages(relatedTo: 0) == [3, 1, 2])
    #expect(reading.pages(relatedTo: 5) == [3, 1, 0])
  }

  @Test func `a page without topics, or alone with them, has none`() {
    let reading = RelatedReading(topics: [[], [1], [2]])
    #expect(reading.pages(relatedTo: 0) == [] && reading.pages(relatedTo: 1) == [])
  }

  @Test func `a page is never related to itself`() {
    let reading = RelatedReading(topics: [[1, 2], [1, 2]])
    #expect(reading.pages(relatedTo: 0) == [1])
  }

  @Test func `no more pages than asked for`() {
    let reading = RelatedReading(topics: Array(repeating: [1], count: 20))
    #expect(reading.pages(relatedTo: 10, limit: 2) == [9, 11])
    #expect(reading.pages(relatedTo: 10).count == 3)
  }

  @Test func `the order of topics within a page makes no difference`() {
    var generator = SeededGenerator(seed: 7)
    let topics = (0..<200).map { _ in
      Array((0..<8).shuffled(using: &generator).prefix(Int.random(in: 0...4, using: &generator)))
    }
    let one = RelatedReading(topics: topics)
    let other = RelatedReading(topics: topics.map { $0.reversed() })
    for page in topics.indices {
      #expect(one.pages(relatedTo: page) == other.pages(relatedTo: page))
    }
  }

  @Test func `two pages of large topics that share both find each other`() {
    var topics = (0..<1000).map { [$0 % 2] }
    topics[3] = [0, 1]
    topics[990] = [0, 1]
    #expect(RelatedReading(topics: topics).pages(relatedTo: 3).first == 990)
  }

  @Test func `pages of very many topics are related by the first of them`() {
    let many = Array(0..<5000)
    let reading = RelatedReading(topics: [many, [0], [4999], many])
    #expect(reading.pages(relatedTo: 0) == [3, 1])
  }

  @Test func `an article shows its related pages`() async {
    let article = { (name: String, topics: String) in
      "-- content/s/\(name).md --\n---\ntitle: \(name)\ntopics: [\(topics)]\n---\nText.\n"
    }
    let site = await SiteFixture(
      article("a", "x, y") + article("b", "y") + article("c", "x, y") + article("d", "z")
    ).build()
    #expect(
      site.build.related.graph.related["content/s/a.md"] == ["content/s/c.md", "content/s/b.md"])
    #expect(site.build.related.graph.related["content/s/d.md"] == [])
  }
}
