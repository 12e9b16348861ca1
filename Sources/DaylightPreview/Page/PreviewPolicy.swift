/// Relaxes a Content-Security-Policy by exactly what the preview's own script needs: to be loaded
/// from this server with its style, and to connect to it.
enum PreviewPolicy {
  static func relaxed(_ policies: String) -> String {
    policies.split(separator: ",").map { relaxed(policy: $0) }.joined(separator: ", ")
  }

  private static func relaxed(policy: Substring) -> String {
    var directives: [(name: String, sources: [Substring])] = []
    for directive in policy.split(separator: ";") {
      let words = directive.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
      guard let name = words.first?.lowercased() else { continue }
      // Browsers use the first directive of a name. The preview has no TLS, which this directive
      // would make some browsers demand.
      if name == "upgrade-insecure-requests" || directives.contains(where: { $0.name == name }) {
        continue
      }
      directives.append((name, Array(words.dropFirst())))
    }
    let fallback = directives.first { $0.name == "default-src" }?.sources
    for name in ["script-src", "style-src", "connect-src", "script-src-elem", "style-src-elem"] {
      if let index = directives.firstIndex(where: { $0.name == name }) {
        directives[index].sources = withSelf(directives[index].sources)
      } else if let fallback, !name.hasSuffix("-elem") {
        directives.append((name, withSelf(fallback)))
      }
    }
    return directives.map { ([$0.name] + $0.sources.map(String.init)).joined(separator: " ") }
      .joined(separator: "; ")
  }

  private static func withSelf(_ sources: [Substring]) -> [Substring] {
    sources.contains("'self'") ? sources : sources.filter { $0 != "'none'" } + ["'self'"]
  }
}
