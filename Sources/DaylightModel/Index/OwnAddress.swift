import DaylightSyntax

extension SiteIndex {
  /// Why a whole address does not lead to another site: it is one of this site, under `https:` or
  /// `http:`, with or without `www.`, at any port. Nil if it leads elsewhere.
  func problem(ofOwnAddress reference: String, from source: String) -> LinkProblem? {
    guard let baseURL, let address = WebAddress(reference), let own = WebAddress(baseURL.text),
      address.bareHost == own.bareHost
    else { return nil }
    let written = address.rest.prefix { $0 != "?" && $0 != "#" }
    let path = written.hasPrefix("/") ? String(written) : "/"
    guard path.hasPrefix(baseURL.path) || path + "/" == baseURL.path else { return nil }
    let inside = Address.decoded(path.dropFirst(baseURL.path.count))
    // Readers of a feed need its whole address.
    if inside == "feed.xml", configuration.hasFeed { return nil }
    if let reason = withheld(at: inside) { return .withheld(reason) }
    let anchor = address.rest.drop { $0 != "#" }
    return .ownAddress(
      suggestion: file(publishedAt: inside).map {
        RelativePath.reference(to: $0, from: source) + anchor
      })
  }

  /// The source of what is published at a path from the root of the site, or was before.
  func file(publishedAt path: String) -> String? {
    let route = path.isEmpty || path.hasSuffix("/") ? path : path + "/"
    if let entry = entry(at: route) ?? entry(publishedAs: path), documents[entry.source] != nil {
      return entry.source
    }
    if let file = attachments.values.first(where: { $0.publishedPath == path }) { return file.path }
    let old = documents.values.first { document in
      document.common.oldAddresses.contains {
        ["/" + path, "/" + route].contains($0.value)
      }
    }
    return old?.file.path
  }

  /// Why the page is not shown whose file would be published at a path.
  private func withheld(at path: String) -> Withheld? {
    var name = path
    for ending in ["index.html", "/"] where name.hasSuffix(ending) {
      name.removeLast(ending.utf8.count)
    }
    return withheld["content/\(name).md"] ?? withheld["content/\(name)/index.md"]
  }

  /// Why an entry of the glossary is not shown.
  package func withheldTerm(_ slug: String) -> Withheld? {
    withheld.first { path, _ in
      path.hasPrefix("content/glossary/") && path.hasSuffix("/\(slug).md")
    }?.value
  }
}
