/// Files that tell hosts to send headers, set cookies, redirect readers or run programs.
package enum HostFile {
  package static func isOne(_ name: String) -> Bool { names.contains(name.lowercased()) }

  /// Those that Daylight itself writes.
  package static let written = [
    "_headers", ".htaccess", "nginx-headers.conf", "caddy-headers.conf",
  ]

  package static func problem(_ name: String) -> String {
    "‘\(name)’ tells a host what to send, and could set cookies or remove the site’s headers"
  }

  package static let help =
    "move it out of ‘content’; Daylight writes the headers itself, in ‘_headers’, ‘.htaccess’, "
    + "‘nginx-headers.conf’ and ‘caddy-headers.conf’"

  private static let names: Set<String> = [
    "_headers", "_redirects", "_routes.json", "_worker.js", ".htaccess", ".htpasswd", ".user.ini",
    "web.config", "vercel.json", "now.json", "netlify.toml", "staticwebapp.config.json",
    "routes.json",
    "firebase.json", "wrangler.toml", "wrangler.json", "wrangler.jsonc", "fly.toml", "serve.json",
    "static.json", "amplify.json", "customhttp.yml", "render.json", "nginx.conf", "httpd.conf",
    "caddyfile", "staticfile", "php.ini",
  ]
}

extension Rule {
  package static let hostFile = Rule(
    "host-file", .error,
    "A file that tells a host to set cookies, send headers or redirect readers.",
    why:
      "A host obeys such a file without notice. One line in it can set a cookie, remove "
      + "the headers that protect readers, or lead them to another site.",
    bad: "content/vercel.json",
    good: "public/_headers, which Daylight writes itself",
    fix: "Move the file out of `content`. Daylight writes `_headers`, `.htaccess`, "
      + "`nginx-headers.conf` and `caddy-headers.conf`; docs/publishing.md says how other hosts are told the same.",
    in: .files)
}
