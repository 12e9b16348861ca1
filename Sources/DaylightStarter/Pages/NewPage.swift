package import DaylightModel
package import DaylightSyntax

/// A page to be made in a site: its file, and what the site needs besides.
package struct NewPage: Sendable, Hashable {
  package var path: String
  package var file: SourceFile
  /// Pages that its folder needs and lacks.
  package var folderPages: [SourceFile] = []
  /// `people.yaml` with one person more.
  package var people: SourceFile?

  init(path: String, text: String) {
    self.path = path
    file = SourceFile(path: path, text: text)
  }

  /// What a new page can be.
  package enum Kind: Sendable, Hashable {
    /// In a folder of `content`; nil if the site has only one.
    case article(section: String?)
    case term, checklist
    /// With the paths of its pages; none for the first two articles of the site.
    case path(steps: [String])
    case person(NewPerson)
  }

  /// - Parameters:
  ///   - slug: the name of the file without `.md`; nil to make it from the title.
  ///   - site: as it is, drafts included.
  package static func make(
    _ kind: Kind, title: String, slug: String? = nil, in site: SiteIndex, people: SourceFile? = nil
  ) throws(NewPageProblem) -> NewPage {
    let title = try PageTitle.checked(title)
    let name = try PageTitle.fileName(slug, of: title)
    let builder = NewPageBuilder(site: site, title: title, name: name)
    let page =
      switch kind {
      case .article(let section): try builder.article(in: section)
      case .term: try builder.term()
      case .checklist: try builder.checklist()
      case .path(let steps): try builder.path(steps)
      case .person(let person): try builder.person(person, people)
      }
    return page
  }
}

/// Why a page cannot be made.
package struct NewPageProblem: Error, Sendable, Hashable {
  package let message: String
  package let help: String
  /// The sections to choose from, if that is what is missing.
  package var sections: [String] = []
}
