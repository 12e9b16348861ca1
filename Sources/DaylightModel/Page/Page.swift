package import DaylightSyntax

/// A page whose body has been parsed, checked and printed.
package struct Page: Sendable {
  package let source: String
  package var body = StoredHTML()
  package var headings: [Heading] = []
  /// Every `id` of the body that a link may name.
  package var anchors: Set<String> = []
  package var links: [PageLink] = []
  package var mentions: [TermMention] = []
  /// The headings of `mentions`: zero for the text before the first, otherwise the heading's number
  /// counted from one. One array for all, because a page mentions dozens of terms.
  package var mentionedSections: [Int32] = []
  package var citations: [Citation] = []
  package var checklist: Checklist?
  package var callouts: Set<CalloutKind> = []
  /// The attached files that the body uses, by path.
  package var files: Set<String> = []
  package var overrides: [Override] = []
  /// That of the text, where the front matter names a reviewer.
  package var textDigest: String?
  package var readability: [SectionReadability] = []
  /// The words of the text, to decide whether a new glossary phrase could affect the page; empty
  /// unless a later build needs them.
  package var words: WordSet = WordSet()
  /// The addresses of other sites in the text, each with its link; empty unless the build proofreads.
  package var outsideLinks: [Located<String>] = []
  /// The words that a dictionary is asked about, each with its first place; empty unless spelling is
  /// checked.
  package var spelledWords: [Located<String>] = []
  /// What the body used from the rest of the site; empty unless a later build needs it.
  package var trace = AssemblyTrace()

  package init(source: String) { self.source = source }
}

/// A heading of a body, as its table of contents and links need it.
package struct Heading: Sendable, Hashable {
  package let level: Int
  package let anchor: String
  package let text: String

  package init(level: Int, anchor: String, text: String) {
    self.level = level
    self.anchor = anchor
    self.text = text
  }
}

/// A link from a body to another page, kept to check its anchor and to find backlinks.
package struct PageLink: Sendable, Hashable {
  /// The `source` of the page it leads to.
  package let target: String
  package let anchor: String?
  /// As the author wrote it.
  package let reference: String
  /// Its location if it has an anchor, which is all that is still to be checked.
  package let location: SourceLocation?

  package init(target: String, anchor: String?, reference: String, location: SourceLocation?) {
    self.target = target
    self.anchor = anchor
    self.reference = reference
    self.location = location
  }
}

/// A term of the glossary that the text of a page uses.
package struct TermMention: Sendable, Hashable {
  /// The term's slug.
  package let term: String
  /// The places of its sections among the page’s `mentionedSections`.
  package let sections: Range<Int32>
  /// Whether the page links to the entry.
  package let isLinked: Bool

  package init(term: String, sections: Range<Int32>, isLinked: Bool) {
    self.term = term
    self.sections = sections
    self.isLinked = isLinked
  }
}

extension Page {
  /// The headings of the sections that mention a term, in reading order; nil for the text before
  /// the first heading.
  package func sections(of mention: TermMention) -> [Heading?] {
    let places = Int(mention.sections.lowerBound)..<Int(mention.sections.upperBound)
    return mentionedSections[places].map { $0 == 0 ? nil : headings[Int($0) - 1] }
  }
}

/// A source that a body cites, numbered in the order of first citation.
package struct Citation: Sendable, Hashable {
  package let key: String
  package let number: Int
  /// How many times the body cites it; each has an anchor `cite-KEY-n` counted from one.
  package var count: Int

  package init(key: String, number: Int, count: Int) {
    self.key = key
    self.number = number
    self.count = count
  }
}

/// The groups and items of a checklist page.
package struct Checklist: Sendable, Hashable {
  package var groups: [Group] = []
  /// The text after the last group.
  package var closing = HTML()

  package init() {}

  package struct Group: Sendable, Hashable {
    package let id: String
    package let title: HTML
    /// The text between the heading and the first item.
    package var introduction = HTML()
    package var items: [Item] = []

    package init(id: String, title: HTML, introduction: HTML = HTML(), items: [Item] = []) {
      self.id = id
      self.title = title
      self.introduction = introduction
      self.items = items
    }
  }

  package struct Item: Sendable, Hashable {
    /// Does not reveal the topic, because ids can end up in addresses (CHK-07).
    package let id: String
    package let label: HTML
    package let readings: [Reading]
    package let location: SourceLocation

    package init(id: String, label: HTML, readings: [Reading], location: SourceLocation) {
      self.id = id
      self.label = label
      self.readings = readings
      self.location = location
    }
  }

  package struct Reading: Sendable, Hashable {
    package let title: String
    /// From the root of the site, with its anchor.
    package let path: String

    package init(title: String, path: String) {
      self.title = title
      self.path = path
    }
  }
}

/// The reading grade of one section of a page.
package struct SectionReadability: Sendable, Hashable {
  /// The section's heading; nil for the text before the first.
  package let heading: Heading?
  package let line: Int
  package let measure: Readability

  package init(heading: Heading?, line: Int, measure: Readability) {
    self.heading = heading
    self.line = line
    self.measure = measure
  }
}
