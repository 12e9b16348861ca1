import DaylightSyntax

/// What the top of a page says, in our terms.
struct PageDetails {
  var title: String?
  var shortTitle: String?
  var summary: String?
  var topics: [String] = []
  var published: CalendarDate?
  var expires: CalendarDate?
  var order: Int?
  var isDraft = false
  var isHiddenFromSearch = false
  var addresses: [String] = []
  var slug: String?
  var authors: [String] = []
  /// Other names of a page or word, which are no addresses.
  var otherNames: [String] = []
  var abbreviation: String?
  var language: String?
}

/// One table from the names of other tools to ours.
enum FieldTable {
  enum Slot {
    case title, shortTitle, summary, topics, published, expires, order, draft, notDraft, status
    case addresses, slug, authors, noindex, abbreviation, language, navigation, sidebar, otherNames
    /// It means nothing here, and nothing that readers saw is lost.
    case silent
  }

  /// Keys are the letters of the names.
  static let slots: [String: Slot] = [
    "title": .title, "name": .title, "headline": .title, "term": .title,
    "linktitle": .shortTitle, "sidebarlabel": .shortTitle, "navtitle": .shortTitle,
    "navigationmenutitle": .shortTitle, "menutitle": .shortTitle, "shorttitle": .shortTitle,
    "sidebartitle": .shortTitle, "linktext": .shortTitle,
    "description": .summary, "excerpt": .summary, "summary": .summary, "subtitle": .summary,
    "lead": .summary, "abstract": .summary, "metadescription": .summary, "tagline": .summary,
    "tags": .topics, "tag": .topics, "category": .topics, "categories": .topics, "series": .topics,
    "topics": .topics, "keywords": .silent,
    "date": .published, "dateiso": .published, "pubdate": .published, "publishdate": .published,
    "publisheddate": .published, "datepublished": .published, "created": .published,
    "expirydate": .expires, "unpublishdate": .expires, "expires": .expires,
    "weight": .order, "sidebarposition": .order, "navorder": .order, "order": .order,
    "menuorder": .order, "position": .order,
    "draft": .draft, "isdraft": .draft, "disabled": .draft, "published": .notDraft,
    "publish": .notDraft, "status": .status,
    "permalink": .addresses, "url": .addresses, "redirectfrom": .addresses, "redirects": .addresses,
    "slug": .slug, "aliases": .addresses, "alias": .addresses,
    "author": .authors, "authors": .authors, "byline": .authors, "contributors": .authors,
    "noindex": .noindex, "robots": .noindex, "abbreviation": .abbreviation,
    "acronym": .abbreviation,
    "lang": .language, "locale": .language, "eleventynavigation": .navigation, "sidebar": .sidebar,
    "layout": .silent, "cssclasses": .silent, "cssclass": .silent, "toc": .silent,
    "eleventyexcludefromcollections": .silent, "comments": .silent, "bodyclass": .silent,
    "searchexclude": .silent, "mathjax": .silent, "math": .silent,
  ]

  static func read(_ fields: PageFields, _ kind: ForeignKind, _ notes: PageNotes) -> PageDetails {
    var details = PageDetails()
    for field in fields.all {
      let key = String(field.name.lowercased().filter { $0.isLetter })
      notes.line = field.line
      guard let slot = slots[key] else {
        notes.tell(.field, "\(field.name): \(field.value.summary)")
        continue
      }
      if !take(field, slot, kind, into: &details, notes) {
        notes.tell(.field, "\(field.name): \(field.value.summary)")
      }
    }
    return details
  }

  /// Whether the value had a place.
  private static func take(
    _ field: PageFields.Field, _ slot: Slot, _ kind: ForeignKind, into details: inout PageDetails,
    _ notes: PageNotes
  ) -> Bool {
    let value = field.value
    switch slot {
    case .title: return first(value.text, &details.title)
    case .shortTitle: return first(value.text, &details.shortTitle)
    case .summary: return first(value.text, &details.summary)
    case .topics:
      let words =
        value.text.map {
          $0.split { $0 == "," || ($0 == " " && kind == .jekyll) }.map { $0.trimmed }
        }
        ?? value.texts
      details.topics += words.filter {
        !$0.isBlank && !["posts", "post", "all", "pages", "nav"].contains($0.lowercased())
      }
      return !words.isEmpty || value.isEmpty
    case .published:
      if value.isEmpty { return true }
      guard let date = date(value.text) else { return false }
      if details.published == nil || field.name.lowercased().hasPrefix("pub") {
        details.published = date
      }
      return true
    case .expires:
      details.expires = date(value.text)
      return details.expires != nil
    case .order:
      guard let number = value.text.flatMap({ Int($0.prefix { $0 != "." }) }) else { return false }
      details.order = number
      return true
    case .draft:
      details.isDraft = details.isDraft || value.isTrue
      return value.isTrue || value.isFalse
    case .notDraft:
      if let date = date(value.text) {
        details.published = date
        return true
      }
      details.isDraft = details.isDraft || value.isFalse
      return value.isTrue || value.isFalse
    case .status:
      let isDraft = ["draft", "private", "unpublished", "pending"].contains(
        value.text?.lowercased() ?? "")
      details.isDraft = details.isDraft || isDraft
      return isDraft
    case .addresses:
      if value.isFalse || value.text?.includes("{{") == true || value.text?.includes("{%") == true {
        return false
      }
      // In Obsidian they are other names of the note.
      if kind == .obsidian, field.name.lowercased().hasPrefix("alias") {
        details.otherNames += value.texts
        notes.tell(.field, "\(field.name): \(value.summary)")
        return true
      }
      details.addresses += value.texts
      return !value.texts.isEmpty || value.isEmpty
    case .slug: return first(value.text, &details.slug)
    case .authors:
      details.authors += value.texts.filter { !$0.contains("@") }
      return !value.texts.isEmpty
    case .noindex:
      let isHidden = value.isTrue || value.summary.includes("noindex")
      details.isHiddenFromSearch = isHidden
      return isHidden
    case .abbreviation: return first(value.text, &details.abbreviation)
    case .language:
      details.language = value.text
      return true
    case .navigation, .sidebar: return group(value, into: &details)
    case .otherNames: return false
    case .silent: return false
    }
  }

  /// `eleventyNavigation` and `sidebar`, which hold others.
  private static func group(_ value: YAMLNode, into details: inout PageDetails) -> Bool {
    guard case .mapping(let fields) = value.content else { return false }
    var isWhole = true
    for field in fields {
      switch field.key.lowercased() {
      case "order": details.order = field.value.text.flatMap { Int($0.prefix { $0 != "." }) }
      case "title", "label", "key":
        if details.shortTitle == nil { details.shortTitle = field.value.text }
      default: isWhole = false
      }
    }
    return isWhole
  }

  private static func first(_ text: String?, _ slot: inout String?) -> Bool {
    guard let text else { return true }
    if text.isBlank { return true }
    guard slot == nil else { return slot == text }
    slot = text
    return true
  }

  /// `2024-05-31`, with a time or without, and `2024/5/31`.
  static func date(_ text: String?) -> CalendarDate? {
    guard let text else { return nil }
    let parts = text.prefix { $0.isNumber || $0 == "-" || $0 == "/" }.split {
      $0 == "-" || $0 == "/"
    }
    guard parts.count >= 3, parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]),
      let day = Int(parts[2].prefix(2))
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }
}
