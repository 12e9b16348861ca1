import DaylightModel
import DaylightSyntax

/// Pages as one: their texts one after the other, with one list of words and one of sources.
struct Booklet: Sendable {
  /// The words, the sources and the headings of the whole.
  private(set) var page: Page
  /// The text of the reading path itself.
  private(set) var introduction = HTML()
  private(set) var parts: [BookletPart] = []
  /// The `id` of each place that cites a source, by key.
  private(set) var places: [String: [String]] = [:]

  /// - Parameters:
  ///   - introduction: the `source` of the page whose text comes first.
  ///   - parts: the others, by `source`.
  ///   - place: where the booklet is read.
  init(
    _ entry: PageEntry, introducedBy introduction: String?, parts: [String], at place: Place,
    in site: ContextBuilder
  ) {
    page = Page(source: entry.source)
    var numbers = parts.enumerated().map { (source: $1, number: $0 + 1) }
    if let introduction { numbers.insert((introduction, 0), at: 0) }
    let pages = numbers.compactMap { source, number in
      site.index[source].map { PartText(entry: $0, number: number, in: site) }
    }
    for page in pages { cite(page) }
    for page in pages { cite(worksOf: page) }
    for page in pages { explain(page) }
    var text = BookletText(
      of: pages, for: entry, numbers: citationNumbers, at: place, in: site)
    for page in pages {
      let content = text.add(page)
      if page.number == 0 {
        self.introduction = content
      } else {
        self.parts.append(BookletPart(page, content: content, in: site))
        self.page.headings.append(
          Heading(level: 2, anchor: page.anchor, text: page.entry.title))
      }
    }
  }

  /// Where a booklet is read.
  enum Place {
    /// At the address of its entry.
    case site
    /// In a file of its own, which holds the pictures of the site, here by path.
    case file(pictures: (String) -> [UInt8]?)
  }

  private var citationNumbers: [String: Int] {
    Dictionary(page.citations.map { ($0.key, $0.number) }, uniquingKeysWith: { first, _ in first })
  }

  /// Adds the sources that a text cites.
  private mutating func cite(_ part: PartText) {
    for citation in part.page?.citations ?? [] {
      page.citations[number(of: citation.key) - 1].count += citation.count
      places[citation.key, default: []] += (1...max(citation.count, 1)).map {
        "\(part.prefix)cite-\(citation.key)-\($0)"
      }
    }
  }

  /// Adds those that a page rests on as a whole.
  private mutating func cite(worksOf part: PartText) {
    for key in SourceList.keys(for: part.page, part.document) { _ = number(of: key) }
  }

  private mutating func number(of key: String) -> Int {
    if let known = page.citations.first(where: { $0.key == key }) { return known.number }
    page.citations.append(Citation(key: key, number: page.citations.count + 1, count: 0))
    return page.citations.count
  }

  /// Adds the words that a text links to.
  private mutating func explain(_ part: PartText) {
    for mention in part.page?.mentions ?? []
    where mention.isLinked && !page.mentions.contains(where: { $0.term == mention.term }) {
      page.mentions.append(TermMention(term: mention.term, sections: 0..<0, isLinked: true))
    }
  }
}

/// A page that becomes a part of a booklet.
struct PartText {
  let entry: PageEntry
  /// Counted from one; zero for the introduction.
  let number: Int
  let page: Page?
  let document: Document?

  init(entry: PageEntry, number: Int, in site: ContextBuilder) {
    self.entry = entry
    self.number = number
    page = site.index.id(of: entry.source).flatMap { site.bodies.element($0) }
    document = site.index.documents[entry.source]
  }

  /// The `id` of its heading.
  var anchor: String { "part-\(number)" }

  /// What each `id` of its text begins with, so that none occurs twice.
  var prefix: String { anchor + "-" }
}
