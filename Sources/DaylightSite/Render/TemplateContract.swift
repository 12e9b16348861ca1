package import DaylightSyntax

/// What each template is given: the names a practice may use in its templates.
///
/// Templates are checked against this at load, so a name that is not here is an error with a place.
/// `docs/templates.md` says the same in words.
package enum TemplateContract {
  /// The templates that a site must have, with what each is given.
  package static var shapes: [String: TemplateShape] {
    Dictionary(
      uniqueKeysWithValues: PageKind.allCases.map { kind in
        let shape = page.adding(fields(of: kind))
        return (kind.template, root(page: kind == .notFound ? shape.adding(inline) : shape))
      } + [("redirect", root(page: page.adding(["target": .text])))])
  }

  private static func root(page: TemplateShape) -> TemplateShape {
    [
      "language": .text, "direction": .text, "root": .text, "kind": .text,
      "contentSecurityPolicy": .text,
      "structuredData": .html, "scripts": ["exit": .text, "checklist": .text],
      "styles": ["landmarks": .text],
      "site": site, "help": help, "page": page, "extra": .anything,
    ]
  }

  /// What the page for wrong addresses holds itself, because it cannot know where it is.
  private static let inline: KeyValuePairs<String, TemplateShape> = [
    "contentSecurityPolicy": .text, "leaving": .html,
  ]

  private static let link: TemplateShape = ["title": .text, "path": .text]
  private static let summary: TemplateShape = ["title": .text, "path": .text, "summary": .text]
  private static let date: TemplateShape = ["iso": .text, "text": .text]

  private static let site: TemplateShape = [
    "name": .text, "shortName": .text, "home": .text, "baseURL": .text, "hasBaseURL": .flag,
    "practice": [
      "name": .text, "address": .text, "phone": .text, "phoneLink": .text, "url": .text,
    ],
    "navigation": .list(["title": .text, "path": .text, "current": .flag]),
    "hasNavigation": .flag, "footer": .list(link), "exit": ["url": .text, "host": .text],
    "singleEntry": .flag,
    "helpPath": .text, "safetyPath": .text, "glossaryPath": .text, "feedPath": .text,
  ]

  private static let emergency: TemplateShape = ["number": .text, "note": .text]

  private static let help: TemplateShape = [
    "region": .text, "path": .text, "emergency": emergency, "unverified": .flag,
    "services": .list([
      "name": .text, "kindLabel": .text, "display": .text, "phoneLink": .text, "text": .text,
      "hours": .text, "verified": .flag,
    ]),
  ]

  /// What every page has.
  private static let page: TemplateShape = [
    "title": .text, "documentTitle": .text, "shortTitle": .text, "summary": .text,
    "canonical": .text, "path": .text, "noindex": .flag, "draft": .flag, "sensitive": .flag,
    "openGraph": ["title": .text, "description": .text, "url": .text],
    "content": .html, "hasContents": .flag, "hasChildren": .flag, "hasFacts": .flag,
    "contents": .list([
      "title": .html, "anchor": .text, "children": .list(["title": .html, "anchor": .text]),
    ]),
    "breadcrumbs": .list(link), "section": link,
    "step": ["number": .number, "total": .number, "title": .text, "path": .text],
    "previous": link, "next": link, "suggestion": summary,
    "paths": .list([
      "title": .text, "path": .text, "number": .number, "total": .number, "hasNeighbours": .flag,
      "previous": link,
      "next": link,
    ]),
    "topics": .list(link), "related": .list(summary), "hasSources": .flag,
    "sources": .list([
      "number": .number, "anchor": .text, "html": .html, "checked": .flag,
      "backlinks": .list(["label": .text, "href": .text]),
    ]),
    "hasWords": .flag,
    "words": .list([
      "term": .text, "slug": .text, "path": .text, "summary": .text, "evidence": .text,
      "evidenceNote": .text, "isContested": .flag,
    ]),
    "author": ["name": .text, "credential": .text],
    "reviewers": .list([
      "name": .text, "credential": .text, "register": .text, "url": .text, "role": .text,
    ]),
    "published": date, "reviewed": date, "reviewBy": date,
    "review": ["current": .flag, "changed": .flag, "overdue": .flag, "never": .flag],
    "children": .list([
      "title": .text, "path": .text, "summary": .text, "number": .number,
    ]),
  ]

  /// What pages of a kind have besides.
  private static func fields(of kind: PageKind) -> KeyValuePairs<String, TemplateShape> {
    switch kind {
    case .home, .notFound:
      [
        "hasSections": .flag, "hasBeginnings": .flag,
        "sections": .list([
          "title": .text, "path": .text, "summary": .text, "children": .list(summary),
        ]),
        "readingPaths": .list([
          "title": .text, "path": .text, "summary": .text, "total": .number,
        ]),
        "checklists": .list(summary),
      ]
    case .term:
      [
        "term": [
          "name": .text, "abbreviation": .text, "aliases": .list(["name": .text]),
          "summary": .text, "evidence": .text, "evidenceLabel": .text, "evidenceNote": .text,
          "isContested": .flag, "not": .text, "see": .list(link), "isUsed": .flag,
          "usedIn": .list([
            "title": .text, "path": .text, "hasPlaces": .flag, "places": .list(link),
          ]),
          "otherUses": .number,
        ]
      ]
    case .glossary:
      [
        "total": .number, "hasTerms": .flag,
        "letters": .list(["letter": .text, "anchor": .text, "present": .flag]),
        "groups": .list([
          "letter": .text, "anchor": .text,
          "terms": .list(["title": .text, "path": .text, "summary": .text, "evidenceLabel": .text]),
        ]),
      ]
    case .checklist:
      [
        "checklist": [
          "closing": .html,
          "groups": .list([
            "id": .text, "title": .html, "introduction": .html,
            "items": .list([
              "id": .text, "label": .html,
              "readings": .list(link),
            ]),
          ]),
        ]
      ]
    case .help: ["regions": .list(region), "numbersUnverified": .flag]
    case .topics: ["allTopics": .list(["title": .text, "path": .text, "count": .number])]
    case .page: ["statement": statement]
    case .article, .section, .path, .topic: [:]
    }
  }

  private static let statement: TemplateShape = [
    "built": date, "pages": .number,
    "privacy": [
      "scripts": .list(["path": .text, "bytes": .number, "digest": .text]),
      "headers": .list(["name": .text, "value": .text]),
    ],
    "accessibility": [
      "contrasts": .number, "leastContrast": .text, "refused": .list(["text": .text]),
      "hasReported": .flag, "reported": .list(["text": .text]), "off": .list(["text": .text]),
    ],
  ]

  private static let place: TemplateShape = ["url": .text, "host": .text]

  private static let region: TemplateShape = [
    "id": .text, "name": .text, "isDefault": .flag, "emergency": emergency,
    "services": .list([
      "name": .text, "kindLabel": .text, "display": .text, "phoneLink": .text,
      "textNumber": .text, "textLink": .text, "textKeyword": .text, "textphone": .text,
      "chat": place, "website": place, "hours": .text, "isAlwaysOpen": .flag, "coverage": .text,
      "cost": .text, "languages": .text, "whenClosed": .text, "notes": .text,
      "billingNote": .text, "verified": date, "unverified": .flag,
    ]),
  ]
}
