import DaylightSyntax

/// Describes a page to search engines in the words of schema.org, as JSON-LD (domain section 5).
///
/// Only what is true is said: a review only while it stands (SEO-05), no ratings, no medical
/// condition for what is no diagnosis. `lastReviewed` and `reviewedBy` belong to `WebPage` alone,
/// and `citation` to any work (SEO-01), so each type has a function of its own and no other way to
/// get properties.
struct StructuredData {
  let index: SiteIndex
  let graph: SiteGraph
  let baseURL: BaseURL

  /// The whole `script` element, or nothing: without a base URL there are no addresses to name
  /// things by.
  static func element(
    for entry: PageEntry, _ page: Page?, _ index: SiteIndex, _ graph: SiteGraph
  ) -> TemplateValue {
    guard let baseURL = index.baseURL, entry.kind != .notFound else { return .none }
    let data = StructuredData(index: index, graph: graph, baseURL: baseURL)
    var json = JSONWriter(safeInHTML: true)
    json.object { json in
      json.member("@context", "https://schema.org")
      json.array("@graph") { json in data.write(entry, page, to: &json) }
    }
    return .html(
      Array("<script type=\"application/ld+json\">".utf8) + json.bytes + Array("</script>".utf8))
  }

  private func write(_ entry: PageEntry, _ page: Page?, to json: inout JSONWriter) {
    webPage(entry, page, to: &json)
    if entry.section != nil { breadcrumbs(entry, to: &json) }
    switch entry.kind {
    case .home:
      webSite(to: &json)
      organization(to: &json)
    case .glossary: termSet(entry, to: &json)
    case .term: definedTerm(entry, to: &json)
    default: break
    }
  }

  private func webPage(_ entry: PageEntry, _ page: Page?, to json: inout JSONWriter) {
    let document = index.documents[entry.source]
    json.object { json in
      json.member("@type", isMedical(entry) ? "MedicalWebPage" : "WebPage")
      json.member("@id", address(entry))
      json.member("url", address(entry))
      json.member("name", entry.title)
      json.member("description", entry.summary)
      json.member("inLanguage", index.configuration.language)
      json.object("isPartOf") { $0.member("@id", site) }
      json.object("publisher") { $0.member("@id", publisher) }
      if let about = aboutPage {
        json.member("publishingPrinciples", about)
      }
      json.member("datePublished", document?.common.published?.value.iso)
      if isMedical(entry) {
        json.object("audience") { json in
          json.member("@type", "MedicalAudience")
          json.member("audienceType", "Patient")
        }
      }
      if case .page(let frontMatter)? = document?.frontMatter {
        review(frontMatter, entry, to: &json)
        author(frontMatter, to: &json)
      }
      citations(page, document, to: &json)
      mentions(page, to: &json)
    }
  }

  private func isMedical(_ entry: PageEntry) -> Bool {
    entry.kind == .article || entry.kind == .checklist
  }

  private func review(
    _ page: PageFrontMatter, _ entry: PageEntry, to json: inout JSONWriter
  ) {
    guard ReviewState(of: page, source: entry.source, in: index) == .current,
      let reviewed = page.reviewed?.value,
      let person = page.reviewer.flatMap({ index.data.people[$0.value] })
    else { return }
    json.member("lastReviewed", reviewed.iso)
    json.object("reviewedBy") { self.person(person, to: &$0) }
  }

  private func author(_ page: PageFrontMatter, to json: inout JSONWriter) {
    guard let person = page.author.flatMap({ index.data.people[$0.value] }) else { return }
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
    let keys = SourceList.keys(for: page, document).compactMap { index.data.sources[$0] }
    guard !keys.isEmpty else { return }
    json.array("citation") { json in
      for work in keys {
        json.object { json in
          json.member("@type", "CreativeWork")
          json.member("name", work.title.value)
          json.member("datePublished", work.year.map { String($0.value) })
          json.member(
            "url", work.doi.map { "https://doi.org/" + $0.value } ?? work.url?.value.text)
          if !work.authors.isEmpty {
            json.array("author") { json in
              for author in work.authors {
                json.object { json in
                  json.member("@type", "Person")
                  json.member("name", author.value)
                }
              }
            }
          }
        }
      }
    }
  }

  private func mentions(_ page: Page?, to json: inout JSONWriter) {
    let terms = (page?.mentions ?? []).filter(\.isLinked)
      .compactMap { index.glossary[slug: $0.term] }
    guard !terms.isEmpty else { return }
    json.array("mentions") { json in
      for term in terms {
        json.object { $0.member("@id", identifier(of: term)) }
      }
    }
  }

  private func breadcrumbs(_ entry: PageEntry, to json: inout JSONWriter) {
    var trail = [entry]
    while let section = trail[0].section.flatMap({ index[$0] }) { trail.insert(section, at: 0) }
    json.object { json in
      json.member("@type", "BreadcrumbList")
      json.array("itemListElement") { json in
        for (number, page) in trail.enumerated() {
          json.object { json in
            json.member("@type", "ListItem")
            json.member("position", number + 1)
            json.member("name", page.title)
            json.member("item", address(page))
          }
        }
      }
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

  private func organization(to json: inout JSONWriter) {
    let practice = index.configuration.practice
    json.object { json in
      json.member("@type", practice?.type?.value ?? "Organization")
      json.member("@id", publisher)
      json.member("name", practice?.name.value ?? index.configuration.name.value)
      json.member("url", practice?.url?.value.text)
      json.member("telephone", practice?.phone?.value)
      json.member("address", practice?.address?.value)
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

  private func address(_ entry: PageEntry) -> String { baseURL.absolute(entry.route) }

  private func identifier(of term: Glossary.Term) -> String {
    (index[term.source].map(address) ?? baseURL.text) + "#term"
  }

  private func setIdentifier(_ glossary: PageEntry) -> String { address(glossary) + "#terms" }

  private var site: String { baseURL.text + "#site" }

  private var publisher: String { baseURL.text + "#publisher" }

  private var aboutPage: String? { index["content/about.md"].map(address) }
}
