package import DaylightSyntax

/// The front matter of every page but a term.
package struct PageFrontMatter: Sendable, Hashable {
  package var title: Located<String>
  package var common: CommonFrontMatter
  /// An id in `people.yaml`.
  package var author: Located<String>?
  package var reviews: ReviewFields
  package var topics: [Located<String>]
  /// Keys in `sources.yaml`, of what the page as a whole rests on.
  package var sources: [Located<String>]
  package var glossary: Located<GlossaryScope>?
  /// What a reader would ask who needs the page, in their own words.
  package var question: Located<String>?
  /// Other words for it, so that a browser’s search finds the question.
  package var alsoAsked: [Located<String>]
  /// The id of a moment in `site.yaml`.
  package var moment: Located<String>?
  /// The path of a page to read next, relative to this file.
  package var next: Located<String>?
  /// Whether the articles of this section are steps to read in order.
  package var isSequence: Bool
  /// Whether articles of this section end with a way to the practice; nil if the section above
  /// decides.
  package var invitation: Located<Bool>?
  /// The paths of a reading path’s pages, relative to this file.
  package var steps: [Located<String>]
  /// What the build adds to the end of a page about what it checked.
  package var statement: Located<Statement>?

  package static func decode(
    _ node: YAMLNode?, kind: PageKind, at location: SourceLocation
  ) -> Diagnosed<Self> {
    var fields = FieldDecoder(node, of: kind.noun, at: location, foreignNames: .page)
    let frontMatter = Self(from: &fields, kind: kind)
    return Diagnosed(frontMatter, fields.finish())
  }

  private init(from fields: inout FieldDecoder, kind: PageKind) {
    title = fields.requiredText("title")
    common = CommonFrontMatter(from: &fields)
    author = fields.text("author")
    reviews = ReviewFields(from: &fields)
    topics = fields.texts("topics")
    sources = fields.texts("sources")
    glossary = fields.word("glossary")
    question = fields.text("question")
    alsoAsked = fields.textOrTexts("alsoAsked")
    moment = fields.text("moment")
    next = fields.text("next")
    if kind == .section {
      isSequence = fields.flag("sequence")?.value ?? false
      invitation = fields.flag("invitation")
    } else {
      isSequence = false
      invitation = nil
      fields.refuse(
        "invitation", because: "it is for all articles of a section",
        help: "write it in the index.md of the folder")
      fields.refuse(
        "sequence", because: "only a section is a sequence",
        help: "write it in the index.md of the folder")
    }
    if kind.traits.content == .steps {
      steps = fields.texts("steps")
      if steps.isEmpty {
        fields.reportMissing("steps", help: "list the pages to read, as in ../signs/overview.md")
      }
    } else {
      steps = []
      fields.refuse(
        "steps", because: "only a reading path has steps", help: "move the file to content/paths/")
    }
    if kind.traits.content == .statement {
      statement = fields.word("statement")
    } else {
      statement = nil
      fields.refuse(
        "statement", because: "only a plain page can have a statement",
        help: "write it on a page of its own, such as content/privacy.md")
    }
    fields.reportRepeated(topics, in: "topics")
    fields.reportRepeated(sources, in: "sources")
    fields.reportRepeated(alsoAsked, in: "alsoAsked")
  }
}

/// A statement that the build writes from what it checked.
package enum Statement: String, Sendable, Hashable, CaseIterable {
  case privacy, accessibility
}

/// Where the words of the glossary are linked.
package enum GlossaryScope: String, Sendable, Hashable, CaseIterable {
  case first, section, all, off
}

extension FieldDecoder {
  /// Reports entries of a list that are written twice.
  mutating func reportRepeated(_ entries: [Located<String>], in name: String) {
    var firsts: [String: SourceLocation] = [:]
    for entry in entries {
      if let first = firsts[entry.value] {
        report(.repeatedEntry(entry, first: first, in: name))
      } else {
        firsts[entry.value] = entry.location
      }
    }
  }
}

extension Rule {
  package static let repeatedEntry = Rule(
    "repeated-entry", .warning, "An entry that is written twice in one list.",
    why: "The second entry changes nothing. Often another one was meant.",
    bad: "---\ntitle: Rest\ntopics: [rest, rest]\n---\nRest is allowed.",
    good: "---\ntitle: Rest\ntopics: [rest, sleep]\n---\nRest is allowed.",
    fix: "Delete one of the two, or write the one that was meant.", in: .page)
}

extension Diagnostic {
  fileprivate static func repeatedEntry(
    _ entry: Located<String>, first: SourceLocation, in name: String
  ) -> Self {
    Diagnostic(
      .repeatedEntry, "‘\(entry.value)’ is written twice in ‘\(name)’", at: entry.location,
      notes: [Note("it is first written here", at: first)], help: "delete one of the two")
  }
}
