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
      Artifact(path: "caddy-headers.conf", bytes: Array(caddy(basePath).utf8)),
    ]
  }

  /// Not for readers, as everything whose name begins with a full stop.
  private static let hidden = "_headers|nginx-headers\\.conf|caddy-headers\\.conf"

  private static let otherHeaders = headers.filter { $0.name != "Cache-Control" }

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
    return rule("/*", otherHeaders)
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
  /// of the server. Types that an old list of the server may lack are named, because browsers do not
  /// guess.
  private static func apache(_ basePath: String) -> String {
    """
    # Written by daylight. Needs mod_headers; uses mod_alias, mod_deflate and mod_filter.
    ErrorDocument 404 \(basePath)404.html
    AddDefaultCharset utf-8
    AddType image/svg+xml svg
    AddType image/webp webp
    AddType font/woff2 woff2
    <IfModule mod_headers.c>
    \(headers.map { "  Header always set \($0.name) \"\($0.value)\"" }.joined(separator: "\n"))
      <If "%{REQUEST_URI} =~ m#/assets/#">
        Header always set Cache-Control "\(assetCaching)"
      </If>
    </IfModule>
    <IfModule mod_alias.c>
      RedirectMatch 404 "(^|/)\\.(?!well-known/)"
      RedirectMatch 404 "^\(pattern(basePath))(\(hidden)|assets/)$"
    </IfModule>
    <IfModule mod_deflate.c>
      <IfModule mod_filter.c>
        AddOutputFilterByType DEFLATE \(compressed.joined(separator: " "))
      </IfModule>
    </IfModule>

    """
  }

  /// `if` and `set` are safe beside `return`, and unlike `location` they work inside of one.
  private static func nginx(_ basePath: String) -> String {
    """
    # Written by daylight. Inside the server block: include /path/to/nginx-headers.conf;
    error_page 404 \(basePath)404.html;
    autoindex off;
    absolute_redirect off;
    server_tokens off;
    log_not_found off;
    gzip on;
    gzip_vary on;
    gzip_types \(compressed.filter { $0 != "text/html" }.joined(separator: " "));
    if ($uri ~ "/\\.(?!well-known/)") { return 404; }
    if ($uri ~ "^\(pattern(basePath))(\(hidden))$") { return 404; }
    set $daylight_caching "no-store";
    if ($uri ~ "^\(pattern(basePath))assets/") { set $daylight_caching "\(assetCaching)"; }
    add_header Cache-Control $daylight_caching always;
    \(otherHeaders.map { "add_header \($0.name) \"\($0.value)\" always;" }.joined(separator: "\n"))

    """
  }

  /// Caddy sorts these lines by itself. An error loses the headers that were set before it.
  private static func caddy(_ basePath: String) -> String {
    """
    # Written by daylight. Inside the site block: import /path/to/caddy-headers.conf
    encode gzip
    header {
    \(otherHeaders.map { "\t\($0.name) \"\($0.value)\"" }.joined(separator: "\n"))
    \t-Server
    }
    @daylight_assets path \(basePath)assets/*
    header @daylight_assets Cache-Control "\(assetCaching)"
    @daylight_pages not path \(basePath)assets/*
    header @daylight_pages Cache-Control "no-store"
    @daylight_hidden `path_regexp('/[.]') && !path_regexp('^\(caddyPattern(basePath + ".well-known/"))') || path_regexp('^\(caddyPattern(basePath))(\(caddyPattern(hidden.replacing("\\", with: ""))))$')`
    error @daylight_hidden 404
    handle_errors {
    \theader {
    \(headers.map { "\t\t\($0.name) \"\($0.value)\"" }.joined(separator: "\n"))
    \t\t-Server
    \t}
    \trewrite * \(basePath)404.html
    \tfile_server
    }

    """
  }

  /// What gets smaller. Photographs and fonts are compressed already.
  private static let compressed = [
    "text/html", "text/css", "text/javascript", "application/javascript", "application/json",
    "text/plain", "text/xml", "application/xml", "application/atom+xml", "image/svg+xml",
  ]

  /// The same inside quotation marks of Caddy, which have a meaning for the backslash of their own.
  private static func caddyPattern(_ path: String) -> String { path.replacing(".", with: "[.]") }

  /// A path as a regular expression.
  private static func pattern(_ path: String) -> String { path.replacing(".", with: "\\.") }
}
