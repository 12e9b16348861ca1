import DaylightModel
import DaylightSyntax

/// Describes a page to search engines in the vocabulary of schema.org, as JSON-LD.
///
/// What several pages share is written once and inserted into each of them.
///
/// Only true statements are made: a review only while it is valid (SEO-05), no ratings, no medical
/// condition for what is not a diagnosis. `lastReviewed` and `reviewedBy` belong to `WebPage`
/// alone, and `citation` to any work (SEO-01), so each type has a function of its own and no other
/// way to get properties.
final class StructuredData: Sendable {
  let index: SiteIndex
  let baseURL: BaseURL
  /// Members that all pages have.
  private let common: [UInt8]
  /// The elements of `citation`, by key.
  private let works: [String: [UInt8]]
  /// The steps that lead to the pages of a section, by the `source` of the section.
  private let trails: [String: Trail]

  private struct Trail {
    let steps: [UInt8]
    let count: Int
  }

  init(index: SiteIndex, baseURL: BaseURL) {
    self.index = index
    self.baseURL = baseURL
    common = Self.common(index, baseURL)
    works = Dictionary(
      index.data.sources.all.map { work in
        (work.key.value, Self.fragment { Self.citation(of: work, to: &$0) })
      }, uniquingKeysWith: { first, _ in first })
    trails = Self.trails(in: index, baseURL)
  }

  /// The whole `script` element; nil for the page that is shown at any address.
  ///
  /// - Parameter mentions: those of `mentions` that the page links to, with commas between them.
  func element(
    for entry: PageEntry, _ page: Page?, _ document: Document?, _ review: PageReview,
    mentions: [UInt8]
  ) -> HTML? {
    guard !entry.kind.traits.isShownAtAnyAddress else { return nil }
    return .script(type: "application/ld+json", reserving: 4096) { json in
      json.object { json in
        json.member("@context", "https://schema.org")
        json.array("@graph") { json in
          write(entry, page, document, review, mentions, to: &json)
        }
      }
    }
  }

  private func write(
    _ entry: PageEntry, _ page: Page?, _ document: Document?, _ review: PageReview,
    _ mentions: [UInt8], to json: inout JSONWriter
  ) {
    webPage(entry, page, document, review, mentions, to: &json)
    breadcrumbs(entry, to: &json)
    switch entry.kind.traits.schemaType {
    case .site:
      webSite(to: &json)
      organization(to: &json)
    case .termSet: termSet(entry, to: &json)
    case .term: definedTerm(entry, to: &json)
    case .practice: organization(to: &json)
    case .person: person(of: entry, to: &json)
    case .webPage, .medicalWebPage: break
    }
  }

  private func webPage(
    _ entry: PageEntry, _ page: Page?, _ document: Document?, _ review: PageReview,
    _ mentions: [UInt8], to json: inout JSONWriter
  ) {
    let address = address(entry)
    json.object { json in
      json.member("@type", Self.pageType(entry))
      json.member("@id", address)
      json.member("url", address)
      json.member("name", entry.title)
      json.member("description", entry.summary)
      json.append(fragment: common)
      json.member("datePublished", document?.common.published?.value.iso)
      if entry.kind.traits.schemaType == .medicalWebPage { json.append(fragment: Self.audience) }
      self.review(review, to: &json)
      if case .page(let frontMatter)? = document?.frontMatter {
        author(frontMatter, to: &json)
      }
      citations(page, document, to: &json)
      mainEntity(of: entry, to: &json)
      if !mentions.isEmpty {
        json.array("mentions") { $0.append(fragment: mentions) }
      }
    }
  }

  private static func common(_ index: SiteIndex, _ baseURL: BaseURL) -> [UInt8] {
    fragment { json in
      json.member("inLanguage", index.configuration.language)
      json.object("isPartOf") { $0.member("@id", site(baseURL)) }
      json.object("publisher") { $0.member("@id", publisher(baseURL)) }
      let about = index["content/about.md"]
      json.member("publishingPrinciples", about.map { baseURL.absolute($0.route) })
    }
  }

  private static let audience = fragment { json in
    json.object("audience") { json in
      json.member("@type", "MedicalAudience")
      json.member("audienceType", "Patient")
    }
  }

  private static func fragment(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    JSONWriter.fragment(safeInHTML: true, body)
  }

  private static func pageType(_ entry: PageEntry) -> String {
    switch entry.kind.traits.schemaType {
    case .medicalWebPage: "MedicalWebPage"
    case .person: "ProfilePage"
    case .webPage, .site, .termSet, .term, .practice: "WebPage"
    }
  }

  /// Only a review by clinicians, of the present text.
  private func review(_ review: PageReview, to json: inout JSONWriter) {
    let clinicians = review.reviewers.filter { $0.reviewRole == .clinical }
    guard review.state == .current, let reviewed = review.reviewed else { return }
    json.member("lastReviewed", reviewed.iso)
    json.array("reviewedBy") { json in
      for clinician in clinicians { json.object { self.person(clinician, to: &$0) } }
    }
  }

  private func author(_ page: PageFrontMatter, to json: inout JSONWriter) {
    guard let person = realPerson(page.author?.value) else { return }
    json.object("author") { json in
      if person.role?.value == .practice {
        json.member("@id", publisher)
      } else {
        self.person(person, to: &json)
      }
    }
  }

  private func person(_ person: People.Person, to json: inout JSONWriter) {
    json.member("@type", "Person")
    json.member("name", person.name.value)
    json.member("honorificSuffix", person.credential?.value)
    json.member("url", person.url?.value.text)
  }

  private func citations(_ page: Page?, _ document: Document?, to json: inout JSONWriter) {
    let works = SourceList.keys(for: page, document).compactMap { self.works[$0] }
    guard !works.isEmpty else { return }
    json.array("citation") { json in
      for work in works { json.append(fragment: work) }
    }
  }

  private static func citation(of work: CitedSource, to json: inout JSONWriter) {
    json.object { json in
      json.member("@type", "CreativeWork")
      json.member("name", work.title.value)
      json.member("datePublished", work.year.map { String($0.value) })
      json.member("url", work.doi.map { "https://doi.org/" + $0.value } ?? work.url?.value.text)
      for (role, people) in [("author", work.authors), ("editor", work.editors)]
      where !people.isEmpty {
        json.array(role) { json in
          for person in people {
            json.object { json in
              json.member("@type", "Person")
              json.member("name", person.value)
            }
          }
        }
      }
    }
  }

  /// What names each term on other pages, by slug.
  var mentions: [String: [UInt8]] {
    var mentions: [String: [UInt8]] = [:]
    for term in index.glossary.terms {
      mentions[term.slug] = Self.fragment { $0.object { $0.member("@id", identifier(of: term)) } }
    }
    return mentions
  }

  private func breadcrumbs(_ entry: PageEntry, to json: inout JSONWriter) {
    guard let trail = entry.section.flatMap({ trails[$0] }) else { return }
    json.object { json in
      json.member("@type", "BreadcrumbList")
      json.array("itemListElement") { json in
        json.append(fragment: trail.steps)
        Self.step(trail.count + 1, entry, baseURL, to: &json)
      }
    }
  }

  private static func trails(in index: SiteIndex, _ baseURL: BaseURL) -> [String: Trail] {
    var trails: [String: Trail] = [:]
    for source in Set(index.entries.compactMap(\.section)) {
      var pages: [PageEntry] = []
      var next = index[source]
      while let page = next {
        pages.insert(page, at: 0)
        next = page.section.flatMap { index[$0] }
      }
      let steps = fragment { json in
        for (number, page) in pages.enumerated() { step(number + 1, page, baseURL, to: &json) }
      }
      trails[source] = Trail(steps: steps, count: pages.count)
    }
    return trails
  }

  private static func step(
    _ position: Int, _ page: PageEntry, _ baseURL: BaseURL, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("@type", "ListItem")
      json.member("position", position)
      json.member("name", page.title)
      json.member("item", baseURL.absolute(page.route))
    }
  }

  private func webSite(to json: inout JSONWriter) {
    json.object { json in
      json.member("@type", "WebSite")
      json.member("@id", site)
      json.member("url", baseURL.text)
      json.member("name", index.configuration.name.value)
      json.member("inLanguage", index.configuration.language)
      json.object("publisher") { $0.member("@id", publisher) }
    }
  }

  private func termSet(_ entry: PageEntry, to json: inout JSONWriter) {
    json.object { json in
      json.member("@type", "DefinedTermSet")
      json.member("@id", setIdentifier(entry))
      json.member("name", entry.title)
      json.member("url", address(entry))
      json.array("hasDefinedTerm") { json in
        for term in index.glossary.terms {
          json.object { self.definition(term, in: entry, to: &$0) }
        }
      }
    }
  }

  private func definedTerm(_ entry: PageEntry, to json: inout JSONWriter) {
    guard let term = index.glossary[source: entry.source] else { return }
    json.object { self.definition(term, in: index.entry(of: .glossary), to: &$0) }
  }

  private func definition(
    _ term: Glossary.Term, in glossary: PageEntry?, to json: inout JSONWriter
  ) {
    json.member("@type", "DefinedTerm")
    json.member("@id", identifier(of: term))
    json.member("name", term.name)
    json.member("description", term.summary)
    json.member("termCode", term.slug)
    json.member("url", index[term.source].map(address))
    if let glossary {
      json.object("inDefinedTermSet") { $0.member("@id", setIdentifier(glossary)) }
    }
  }

  func address(_ entry: PageEntry) -> String { baseURL.absolute(entry.route) }

  private func identifier(of term: Glossary.Term) -> String {
    (index[term.source].map(address) ?? baseURL.text) + "#term"
  }

  private func setIdentifier(_ glossary: PageEntry) -> String { address(glossary) + "#terms" }

  private var site: String { Self.site(baseURL) }

  private static func site(_ baseURL: BaseURL) -> String { baseURL.text + "#site" }

  var publisher: String { Self.publisher(baseURL) }

  private static func publisher(_ baseURL: BaseURL) -> String { baseURL.text + "#publisher" }
}
