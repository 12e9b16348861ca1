/// What the pages of one kind have in common. Other code uses these, so that a new kind needs only
/// a row in `PageKind`.
package struct PageTraits: Sendable {
  /// What an author calls such a page, for messages.
  package let noun: String
  /// Where the files of the kind are.
  package let place: Place
  /// The name of its template, if it is not that of the kind.
  package var template: String?
  package var content = Content.text
  package var schemaType = SchemaType.webPage
  /// Whether a page without text is reported, because it has no other content.
  package var needsText = false
  /// Whether the page appears wherever an address leads nowhere, so that it has no address of its own.
  package var isShownAtAnyAddress = false
  /// Whether the home page lists the sections that have such pages.
  package var isOnHome = false
  /// Whether pages with a date are in the feed.
  package var isInFeed = false
  /// Whether the page of questions has every such page, even one without a question.
  package var isAsked = false
  /// Whether pages that share topics are suggested to each other.
  package var isRelated = false
  /// Whether a page leads to those before and after it in its folder, and is a step of a sequence.
  package var hasNeighbours = false
  /// Whether the health page counts those without a date for their next review.
  package var isReviewed = false
  /// Whether the health page draws it on the map of pages. Terms are drawn separately.
  package var isOnMap = false
  /// Whether the templates link to it, so that it needs no link in a text.
  package var isLinkedByTemplates = false

  /// Where files are in `content`. A place with a name is a stronger claim than one without.
  package enum Place: Sendable, Hashable {
    /// `NAME.md`.
    case file(String)
    /// Any other file that is in no folder.
    case top
    /// `NAME/index.md`.
    case index(of: String)
    /// Any other `index.md` in a folder.
    case anyIndex
    /// The other files of the folder NAME and its folders.
    case folder(String)
    /// The other files of any other folder.
    case anyFolder
    /// Made by the build.
    case noFile
  }

  /// What a page shows in addition to its text and what all pages have.
  package enum Content: Sendable {
    /// No additional content.
    case text
    /// The sections, reading paths and checklists of the site.
    case sections
    /// The pages of the site as questions, by moment.
    case questions
    /// What the build checked, if the front matter asks for it.
    case statement
    /// The helplines, region by region.
    case regions
    /// The pages of a reading path.
    case steps
    /// Boxes to tick, made from the list items of the text.
    case checklist
    /// The terms of the glossary, letter by letter.
    case letters
    /// The front matter of a term, and the pages that use it.
    case term
    /// What the practice offers, and the people who have a page.
    case practice
    /// What `people.yaml` says of the person whose id is the name of the file.
    case person
    /// All topics, and the pages of one.
    case topics, topic
    /// The texts of the pages of a reading path.
    case booklet
  }

  /// Its type for search engines, in the vocabulary of schema.org.
  package enum SchemaType: Sendable {
    case webPage, medicalWebPage
    /// A page that also describes the site and who publishes it, the glossary, a term of it, the
    /// practice, or one of its people.
    case site, termSet, term, practice, person
  }

  /// Whether the page lists the others of its folder.
  package var isIndex: Bool {
    switch place {
    case .index, .anyIndex: true
    case .file, .top, .folder, .anyFolder, .noFile: false
    }
  }

  /// Whether the file is in `content` itself.
  var isAtTop: Bool {
    switch place {
    case .file, .top: true
    case .index, .anyIndex, .folder, .anyFolder, .noFile: false
    }
  }

  package var isTerm: Bool { content == .term }

  /// The field of its front matter that contains its title.
  var titleField: String { isTerm ? "term" : "title" }

  package var isChecklist: Bool { content == .checklist }
}
