/// Something of the source that a person has to look at, or that was left out.
package struct ImportFinding: Sendable, Hashable, Comparable {
  package let kind: Kind
  /// Where it is in the source: the path of the file, and the line counted from 1.
  package let path: String
  package let line: Int
  /// What is written there.
  package let text: String

  package enum Kind: String, Sendable, Hashable, CaseIterable, Comparable {
    /// It stands as a comment in the text.
    case markup, link, file
    /// It was written in another way, and something of it has no place here.
    case anchor, picture, outsidePicture, embedded, field, detail
    /// It was around the text of a page.
    case frame
    /// A file or item that is not in the new site.
    case notRead, language, refused, personal, renamed, address

    package static func < (left: Self, right: Self) -> Bool { left.order < right.order }

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.kind, left.path, left.line, left.text) < (right.kind, right.path, right.line, right.text)
  }
}

extension ImportFinding.Kind {
  /// The heading of the report.
  var title: String {
    switch self {
    case .markup: "Markup that means nothing here"
    case .link: "Links that lead nowhere"
    case .file: "Links to files that a site of Daylight cannot have"
    case .anchor: "Links to a place on a page that is not there"
    case .picture: "Pictures without words"
    case .outsidePicture: "Pictures of other sites"
    case .embedded: "Films, maps, forms and other windows to elsewhere"
    case .field: "Details at the top of pages that have no place here"
    case .detail: "Details in the text that have no place here"
    case .frame: "Menus, heads and feet around the text"
    case .notRead: "Files that were not read"
    case .language: "Pages in other languages"
    case .refused: "Files that could not be turned"
    case .personal: "Left out to protect people"
    case .renamed: "Files with another name"
    case .address: "Old addresses that could not be kept"
    }
  }

  /// What was done, and what a person should do.
  var advice: String {
    switch self {
    case .markup:
      "At its place is a comment that begins with ‘TODO’, which readers never see. Write what it was for, and delete the comment."
    case .link:
      "The words of the link are there as text, with a ‘TODO’ comment after them. Write the link again, or delete the comment."
    case .file:
      "The words of the link are there as text, with a ‘TODO’ comment after them. Such a file would stay on a reader’s device: write what it says on a page, if readers need it."
    case .anchor:
      "The link is there as it was, and ‘daylight check’ names it too. It was broken in the old site as well. Write the name of a heading after ‘#’, or delete that part."
    case .picture:
      "Write between the brackets what the picture shows, or ‘\"decorative\"’ after its file name if it shows nothing that matters."
    case .outsidePicture:
      "Nothing was fetched. The picture is a link now. Save it beside the page, if you may use it, and write ![what it shows](picture.jpg)."
    case .embedded:
      "These send a reader’s address to somebody else. There is a link instead, or a ‘TODO’ comment where there was no address."
    case .field: "Nothing was lost that readers saw, unless the old layout showed it."
    case .detail: "The text is there; this is what went with the old form."
    case .frame:
      "These are not in the new site, whose pages get a menu and a foot of their own. If readers need something of them, copy it to a page."
    case .notRead: "Nothing on the pages needed them, or the old program alone did."
    case .language:
      "A site is in one language. Import the others into folders of their own: name the language with ‘--language’."
    case .refused: "Nothing of these files is in the new site. Copy their text by hand."
    case .personal: "They are not in the new site, and not in this report."
    case .renamed: "The old name had a special meaning here, or two files would have had the same."
    case .address: "People with an old link to these will see the page that says ‘not here’."
    }
  }
}
