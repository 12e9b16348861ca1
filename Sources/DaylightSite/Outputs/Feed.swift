import DaylightSyntax

/// `feed.xml`, an Atom feed (RFC 4287) of the dated articles, newest first.
///
/// It is off unless `site.yaml` asks for it: feed readers copy titles to other devices (SEO-07).
enum Feed {
  /// How many of the newest articles the feed holds.
  static let limit = 20

  static func artifact(of index: SiteIndex, baseURL: BaseURL) -> Artifact {
    let entries = index.entries.compactMap { page -> Entry? in
      guard page.kind == .article, page.isListed,
        case .page(let document)? = index.documents[page.source]?.frontMatter,
        let published = document.common.published?.value
      else { return nil }
      let author = document.author.flatMap { index.data.people[$0.value] }
      return Entry(page: page, published: published, author: author?.name.value)
    }
    let configuration = index.configuration
    return artifact(
      of: entries, title: configuration.name.value,
      author: configuration.practice?.name.value ?? configuration.name.value,
      language: configuration.language, baseURL: baseURL, now: index.now)
  }

  private struct Entry {
    let page: PageEntry
    let published: CalendarDate
    let author: String?
  }

  private static func artifact(
    of entries: [Entry], title: String, author: String, language: String, baseURL: BaseURL,
    now: CalendarDate
  ) -> Artifact {
    let newest = entries.sorted { ($1.published, $0.page.route) < ($0.published, $1.page.route) }
      .prefix(limit)
    var xml: [UInt8] = []
    func line(_ open: String, _ text: String, _ close: String) {
      xml += open.utf8
      HTMLEscaper.appendAttribute(text, to: &xml)
      xml += close.utf8
      xml.append(UInt8(ascii: "\n"))
    }
    xml += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
    line("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"", language, "\">")
    line("<title>", title, "</title>")
    line("<id>", baseURL.text, "</id>")
    line("<link rel=\"alternate\" href=\"", baseURL.text, "\"/>")
    line("<link rel=\"self\" href=\"", baseURL.text + "feed.xml", "\"/>")
    line("<updated>", moment(newest.first?.published ?? now), "</updated>")
    line("<author><name>", author, "</name></author>")
    for entry in newest {
      let address = baseURL.absolute(entry.page.route)
      xml += "<entry>\n".utf8
      line("<title>", entry.page.shortTitle ?? entry.page.title, "</title>")
      line("<id>", address, "</id>")
      line("<link rel=\"alternate\" href=\"", address, "\"/>")
      line("<published>", moment(entry.published), "</published>")
      line(
        "<updated>", moment(max(entry.published, entry.page.lastModified ?? entry.published)),
        "</updated>")
      if let author = entry.author { line("<author><name>", author, "</name></author>") }
      if let summary = entry.page.summary { line("<summary>", summary, "</summary>") }
      xml += "</entry>\n".utf8
    }
    xml += "</feed>\n".utf8
    return Artifact(path: "feed.xml", bytes: xml)
  }

  /// The start of a day, as RFC 3339 writes it: front matter knows days, not hours.
  private static func moment(_ day: CalendarDate) -> String { day.iso + "T00:00:00Z" }
}
