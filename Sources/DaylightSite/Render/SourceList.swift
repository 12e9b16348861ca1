import DaylightSyntax

/// The numbered sources at the end of a page.
enum SourceList {
  /// The keys of what a page cites, in the order of first citation, then of what it rests on as a
  /// whole.
  static func keys(for page: Page?, _ document: Document?) -> [String] {
    let cited = (page?.citations ?? []).map(\.key)
    let whole: [String] =
      switch document?.frontMatter {
      case .page(let page): page.sources.map(\.value)
      case .term(let term): term.sources.map(\.value)
      case nil: []
      }
    return cited + whole.filter { !cited.contains($0) }
  }

  /// The works a page cites, in the order of first citation, then those it rests on as a whole.
  static func entries(
    for page: Page?, _ document: Document?, _ index: SiteIndex,
    _ references: [String: TemplateValue]
  ) -> [TemplateValue] {
    let cited = page?.citations ?? []
    let keys = keys(for: page, document)
    return keys.enumerated().compactMap { place, key in
      let citation =
        place < cited.count ? cited[place] : Citation(key: key, number: place + 1, count: 0)
      guard let work = index.data.sources[key] else { return nil }
      return [
        .number: .number(citation.number), .anchor: .text("source-" + citation.key),
        .html: references[key] ?? .none, .checked: .flag(work.checked != nil),
        .backlinks: .list(
          (1...max(citation.count, 1)).prefix(citation.count).map {
            [.label: .text("\($0)"), .href: .text("#cite-\(citation.key)-\($0)")]
          }),
      ]
    }
  }
}

/// One work as a line of a reference list: authors, year, title, where it appeared, address.
enum Reference {
  static func html(of work: CitedSource) -> String {
    func escaped(_ text: String) -> String { HTMLEscaper.escaped(text) }
    var parts: [String] = []
    let authors = makers(of: work)
    let year = work.year.map { " (\($0.value))" } ?? ""
    if !authors.isEmpty { parts.append(escaped(authors) + year + ".") }
    let isPart = work.container != nil
    let title = escaped(work.title.value)
    parts.append((isPart ? title : "<cite>\(title)</cite>") + stop(after: work.title.value))
    if authors.isEmpty, !year.isEmpty { parts.append(String(year.dropFirst()) + ".") }
    if let container = work.container {
      var place = "<cite>\(escaped(container.value))</cite>"
      if let volume = work.volume {
        place += ", \(escaped(volume.value))" + (work.issue.map { "(\(escaped($0.value)))" } ?? "")
      }
      if let pages = work.pages { place += ", \(escaped(pages.value.replacing("-", with: "–")))" }
      parts.append(place + ".")
    }
    if let publisher = work.publisher { parts.append(escaped(publisher.value) + ".") }
    if let doi = work.doi {
      parts.append(link("https://doi.org/" + doi.value, "doi.org/" + doi.value))
    } else if let url = work.url {
      parts.append(link(url.value.text, url.value.bareHost))
    }
    return parts.joined(separator: " ")
  }

  private static func link(_ address: String, _ text: String) -> String {
    let reference = HTMLEscaper.escaped(Address.encoded(address))
    return "<a class=\"external\" href=\"\(reference)\" rel=\"noreferrer\">"
      + "\(HTMLEscaper.escaped(text))</a>"
  }

  /// The authors, or else the editors, as APA style marks them.
  private static func makers(of work: CitedSource) -> String {
    let authors = names(work.authors.map(\.value))
    guard authors.isEmpty, !work.editors.isEmpty else { return authors }
    return names(work.editors.map(\.value)) + (work.editors.count == 1 ? " (Ed.)" : " (Eds.)")
  }

  private static func names(_ authors: [String]) -> String {
    guard authors.count > 1, let last = authors.last else { return authors.first ?? "" }
    return authors.dropLast().joined(separator: ", ") + " & " + last
  }

  private static func stop(after title: String) -> String {
    title.hasSuffix("?") || title.hasSuffix("!") || title.hasSuffix(".") ? "" : "."
  }
}
