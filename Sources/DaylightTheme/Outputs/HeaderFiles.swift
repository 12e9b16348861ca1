/// Headers for the hosts that let a site choose them, one file for each kind of host (SAF-15,
/// SAF-18, SAF-19).
///
/// Every page contains the policy itself in a `<meta>` element; these add what only a header can
/// do: framing, sniffing, and keeping copies out of shared caches.
package enum HeaderFiles {
  package static let headers: [(name: String, value: String)] = [
    ("Content-Security-Policy", SecurityPolicy.header),
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "no-store"),
    (
      "Permissions-Policy",
      "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), "
        + "gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()"
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
  ]

  /// Fingerprinted files never change, and do not reveal the page that used them.
  static let assetCaching = "public, max-age=31536000, immutable"

  /// - Parameters:
  ///   - pages: the output paths of all pages, redirects among them.
  ///   - basePath: the path of the site on its host, with a slash at both ends.
  static func artifacts(for pages: [String], basePath: String) -> [Artifact] {
    [
      Artifact(path: "_headers", bytes: Array(netlify(pages).utf8)),
      Artifact(path: ".htaccess", bytes: Array(apache(basePath).utf8)),
      Artifact(path: "nginx-headers.conf", bytes: Array(nginx(basePath).utf8)),
    ]
  }

  /// The format that Netlify and Cloudflare Pages read.
  ///
  /// If two rules match an address, both hosts send the headers of both, and browsers obey the
  /// stricter of two `Cache-Control`; only Cloudflare can remove one. So no rule that matches an
  /// asset says `no-store`: pages are matched by the beginning of their addresses. A rule for
  /// `*.html` would miss them, because both hosts serve `signs/index.html` as `/signs/`.
  private static func netlify(_ pages: [String]) -> String {
    let caching = headers.filter { $0.name == "Cache-Control" }
    let places = Set(pages.map(place)).union(["/"])
    guard places.count <= mostPlaces, !places.contains("/assets/*") else {
      return rule("/*", headers)
    }
    return rule("/*", headers.filter { $0.name != "Cache-Control" })
      + places.sorted().map { rule($0, caching) }.joined()
      + rule("/assets/*", [("Cache-Control", assetCaching)])
  }

  /// Cloudflare reads a hundred rules. On a site with more nothing is cached, not even assets.
  private static let mostPlaces = 98

  /// `/404.html` for a page at the top, `/signs/*` for all in a folder.
  private static func place(_ page: String) -> String {
    let top = page.prefix { $0 != "/" }
    return top.endIndex == page.endIndex ? "/\(page)" : "/\(top)/*"
  }

  private static func rule(_ place: String, _ headers: [(name: String, value: String)]) -> String {
    place + "\n" + headers.map { "  \($0.name): \($0.value)\n" }.joined()
  }

  /// Only what `AllowOverride FileInfo` allows: any other line would turn every page into an error
  /// of the server.
  private static func apache(_ basePath: String) -> String {
    """
    # Written by daylight. Needs mod_headers.
    ErrorDocument 404 \(basePath)404.html
    <IfModule mod_headers.c>
    \(headers.map { "  Header always set \($0.name) \"\($0.value)\"" }.joined(separator: "\n"))
      <If "%{REQUEST_URI} =~ m#/assets/#">
        Header always set Cache-Control "\(assetCaching)"
      </If>
    </IfModule>

    """
  }

  private static func nginx(_ basePath: String) -> String {
    """
    # Written by daylight. Inside the server block: include /path/to/nginx-headers.conf;
    error_page 404 \(basePath)404.html;
    autoindex off;
    \(headers.map { "add_header \($0.name) \"\($0.value)\" always;" }.joined(separator: "\n"))

    """
  }
}
