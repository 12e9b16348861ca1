import DaylightModel

/// `robots.txt`, which lets crawlers in or asks them to stay out (RFC 9309).
enum Robots {
  static func artifact(isIndexed: Bool, baseURL: BaseURL?) -> Artifact {
    var text = "User-agent: *\n" + (isIndexed ? "Allow: /\n" : "Disallow: /\n")
    if isIndexed, let baseURL { text += "\nSitemap: \(baseURL.text)sitemap.xml\n" }
    return Artifact(path: "robots.txt", bytes: Array(text.utf8))
  }
}
