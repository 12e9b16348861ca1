import DaylightModel
import DaylightSyntax

/// `sitemap.xml`, in the form of the protocol 0.9 of sitemaps.org.
enum Sitemap {
  /// Pages that should not be listed are left out. The date is that of the last review or
  /// publication, and is left out if neither is known: a build date would be misleading.
  static func artifact(of pages: [PageEntry], baseURL: BaseURL) -> Artifact {
    var xml = Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

      """.utf8)
    let listed = pages.filter(\.isListed).map { (route: $0.route, date: $0.lastModified) }
    for page in listed.sorted(by: { $0.route < $1.route }) {
      xml += "<url><loc>".utf8
      HTMLEscaper.append(baseURL.absolute(page.route), to: &xml)
      xml += "</loc>".utf8
      if let date = page.date { xml += "<lastmod>\(date.iso)</lastmod>".utf8 }
      xml += "</url>\n".utf8
    }
    xml += "</urlset>\n".utf8
    return Artifact(path: "sitemap.xml", bytes: xml)
  }
}
