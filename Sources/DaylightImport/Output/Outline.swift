import DaylightSyntax

/// The headings of a page as ours have to be: the title is the first of all, none skips a level.
struct Outline {
  private(set) var title: String?
  private(set) var blocks: [Block]
  private(set) var anchors: PageAnchors

  /// - Parameters:
  ///   - title: what the front matter says; nil if it says nothing.
  ///   - head: what the head of an HTML page says, for one that has no heading of the first level.
  ///     Such a page may begin with a menu.
  init(_ source: [Block], title: String?, head: String? = nil) {
    self.title = title ?? head.map { source.topHeading ?? $0 }
    blocks = source
    anchors = PageAnchors()
    takeTitle()
    setLevels()
    collectAnchors()
  }

  private mutating func takeTitle() {
    let start = blocks.firstIndex { block in
      switch block {
      case .literal: false
      case .paragraph(let inner): inner.contains { !$0.isEmpty }
      default: true
      }
    }
    guard let start, case .heading(let first) = blocks[start] else { return }
    let words = first.text.plainText
    if title == nil, first.level == 1 || blocks[start...].headingCount(of: 1) == 0 {
      title = words
    } else if title?.skeleton != words.skeleton {
      return
    }
    anchors.addTop(first)
    blocks.remove(at: start)
  }

  private mutating func setLevels() {
    var open: [Int] = []
    for index in blocks.indices {
      guard case .heading(var heading) = blocks[index] else {
        blocks[index] = blocks[index].withoutInnerHeadings
        continue
      }
      if heading.level < 7 {
        while let last = open.last, last >= heading.level { open.removeLast() }
        open.append(heading.level)
        heading.level = min(6, 1 + open.count)
      } else {
        heading.level = min(6, 2 + open.count)
      }
      heading.text = heading.text.withoutStrong
      blocks[index] = .heading(heading)
    }
  }

  private mutating func collectAnchors() {
    for block in blocks { anchors.add(block) }
  }
}

extension [Block] {
  /// The words of the first heading of the first level; nil if there is none.
  fileprivate var topHeading: String? {
    lazy.compactMap {
      if case .heading(let heading) = $0, heading.level == 1 { heading.text.plainText } else { nil }
    }.first
  }
}

extension ArraySlice<Block> {
  fileprivate func headingCount(of level: Int) -> Int {
    count { if case .heading(let heading) = $0 { heading.level == level } else { false } }
  }
}

extension Block {
  /// Headings stand at the top level alone.
  fileprivate var withoutInnerHeadings: Block {
    switch self {
    case .quote, .callout, .list, .definitions: withoutHeadings
    default: self
    }
  }
}

/// The places on a page that links may lead to.
struct PageAnchors {
  /// Our anchor of each heading, and the letters of its words.
  private var headings: [(anchor: String, letters: String)] = []
  /// Our anchor for each name of the source; empty for the top of the page.
  private var named: [String: String] = [:]
  private var words: [String: String] = [:]
  private var counts: [String: Int] = [:]
  private var current = ""

  mutating func addTop(_ heading: Block.Heading) {
    for id in heading.ids { named[id] = "" }
    headings.append(("", heading.text.plainText.skeleton))
  }

  mutating func add(_ block: Block) {
    switch block {
    case .heading(let heading):
      let slug = String(decoding: Slug.heading(Array(heading.text.plainText.utf8)), as: UTF8.self)
      let count = counts[slug, default: 0]
      counts[slug] = count + 1
      current = count == 0 ? slug : "\(slug)-\(count)"
      headings.append((current, heading.text.plainText.skeleton))
      for id in heading.ids { named[id] = current }
    case .paragraph(let inner): add(inner)
    case .quote(let inner), .callout(_, let inner): for block in inner { add(block) }
    case .list(_, let items): for block in items.joined() { add(block) }
    case .table(let table):
      for cell in ([table.header] + table.rows).joined() { add(cell) }
    case .definitions(let list):
      for entry in list {
        for id in entry.ids { named[id] = current }
        // Some tools make a place of every word.
        words[entry.word.plainText.skeleton] = current
        for block in entry.meaning { add(block) }
      }
    case .code, .rule, .literal: break
    }
  }

  private mutating func add(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .anchor(let id): if named[id] == nil { named[id] = current }
      case .strong(let inner), .emphasis(let inner), .struck(let inner), .link(_, _, let inner):
        add(inner)
      default: break
      }
    }
  }

  /// Our anchor for that of the source; empty for the top of the page, nil if there is none.
  func anchor(for fragment: String) -> String? {
    if let found = named[fragment] ?? named[fragment.lowercased()] { return found }
    // Obsidian names the headings on the way.
    let last = fragment.split(separator: "#").last.map(String.init) ?? fragment
    if last != fragment { return anchor(for: last) }
    let letters = fragment.skeleton
    guard !letters.isEmpty else { return nil }
    if let found = headings.first(where: { $0.letters == letters }) { return found.anchor }
    if let found = words[letters] { return found }
    // The second heading of a name.
    let digits = fragment.reversed().prefix { $0.isNumber }.count
    let stem = fragment.dropLast(digits)
    if digits > 0, let mark = stem.last, "-_".contains(mark),
      let number = Int(fragment.suffix(digits))
    {
      let same = headings.filter { $0.letters == stem.skeleton }
      if same.indices.contains(number) { return same[number].anchor }
      return same.last?.anchor
    }
    let close = named.keys.sorted().first { $0.skeleton == letters }
    return close.flatMap { named[$0] }
  }
}
