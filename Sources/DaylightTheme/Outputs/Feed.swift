import DaylightModel
import DaylightSyntax

/// `feed.xml`, an Atom feed (RFC 4287) of the dated articles, newest first.
///
/// It is off unless `site.yaml` asks for it: feed readers copy titles to other devices (SEO-07).
enum Feed {
  /// How many of the newest articles the feed contains.
  static let limit = 20

  static func artifact(of index: SiteIndex, baseURL: BaseURL) -> Artifact {
    var newest: [Entry] = []
    for page in index.entries where page.kind.traits.isInFeed && page.isListed {
      // Most pages are older than everything in the feed so far.
      if newest.count == limit, let last = newest.last, let day = page.lastModified,
        day < last.published
      {
        continue
      }
      guard case .page(let document)? = index.documents[page.source]?.frontMatter,
        let published = document.common.published?.value
      else { continue }
      let entry = Entry(page: page, published: published, author: document.author?.value)
      if newest.count == limit, let last = newest.last, !entry.isBefore(last) { continue }
      newest.insert(entry, at: newest.firstIndex(where: entry.isBefore) ?? newest.endIndex)
      if newest.count > limit { newest.removeLast() }
    }
    return artifact(of: newest, index, baseURL: baseURL)
  }

  private struct Entry {
    let page: PageEntry
    let published: CalendarDate
    let author: String?

    /// The newest first; pages of one day by address.
    func isBefore(_ other: Entry) -> Bool {
      (other.published, page.route) < (published, other.page.route)
    }
  }

  private static func artifact(
    of newest: [Entry], _ index: SiteIndex, baseURL: BaseURL
  ) -> Artifact {
    let configuration = index.configuration
    let publisher = configuration.practice?.name.value ?? configuration.name.value
    let typography = Typography(language: configuration.language)
    var xml: [UInt8] = []
    func line(_ open: String, _ text: String, _ close: String) {
      xml += open.utf8
      HTMLEscaper.append(typography.setting(text), to: &xml)
      xml += close.utf8
      xml.append(UInt8(ascii: "\n"))
    }
    xml += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
    line("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"", configuration.language, "\">")
    line("<title>", configuration.name.value, "</title>")
    line("<id>", baseURL.text, "</id>")
    line("<link rel=\"alternate\" href=\"", baseURL.text, "\"/>")
    line("<link rel=\"self\" href=\"", baseURL.text + "feed.xml", "\"/>")
    line("<updated>", moment(newest.first?.published ?? index.now), "</updated>")
    line("<author><name>", publisher, "</name></author>")
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
      if let author = entry.author.flatMap({ index.data.people[$0] }) {
        line("<author><name>", author.name.value, "</name></author>")
      }
      if let summary = entry.page.summary { line("<summary>", summary, "</summary>") }
      xml += "</entry>\n".utf8
    }
    xml += "</feed>\n".utf8
    return Artifact(path: "feed.xml", bytes: xml)
  }

  /// The start of a day, as RFC 3339 writes it: front matter knows days, not hours.
  private static func moment(_ day: CalendarDate) -> String { day.iso + "T00:00:00Z" }
}
