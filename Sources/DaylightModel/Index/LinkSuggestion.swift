import DaylightSyntax

/// Why a link leads nowhere, and where it was probably meant to lead.
extension SiteIndex {
  /// The problem of a path at which there is no file.
  ///
  /// - Parameter guesses: whether to look for the page or file with the most similar path.
  func problem(
    of reference: String, at path: String, from source: String, guesses: Bool
  ) -> LinkProblem {
    if ["{{", "{%", "<%", "${"].contains(where: reference.contains) { return .templateTag }
    if reference.contains("\\") {
      let path = String(reference.map { $0 == "\\" ? "/" : $0 })
      if case .problem(let problem) = resolve(path, from: source, guesses: guesses) {
        return problem
      }
      return .backslashes(path)
    }
    if let address = Self.webAddress(reference) { return .noScheme(address) }
    if path.hasSuffix(".md") {
      return .noPage(suggestion: guesses ? nearestPage(to: path, from: source) : nil)
    }
    let bare = Self.withoutEnding(path)
    if let entry = self[bare + ".md"] ?? self[bare + "/index.md"] {
      return .noPage(suggestion: RelativePath.reference(to: entry.source, from: source))
    }
    if let beside = pageBeside(reference, from: source) { return beside }
    if Self.pageEndings.contains(path.fileEnding) {
      return .noPage(
        suggestion: guesses ? nearestPage(to: bare + ".md", from: source) : nil)
    }
    // Putting the file there would not help.
    if let file = StrayFile(path, head: [], allowsDownloads: configuration.allowsDownloads) {
      return .stray(file)
    }
    return .noFile(suggestion: guesses ? nearestFile(to: path, from: source) : nil)
  }

  /// The problem of an address from the root of the site, such as `/signs/fear/`.
  func problem(ofAddress address: String, from source: String) -> LinkProblem {
    if ["{{", "{%", "<%", "${"].contains(where: address.contains) { return .templateTag }
    let rest = address.drop { $0 == "/" || $0 == "\\" }
    let path = Address.decoded(rest.prefix { $0 != "#" && $0 != "?" })
    let isOfHost = address.count - rest.count > 1
    if isOfHost, let own = problem(ofOwnAddress: "https://" + rest, from: source) { return own }
    let found =
      self["content/" + path]?.source ?? file(publishedAt: path)
      ?? entry(at: Self.route(path))?.source
    if let found {
      return .siteAddress(suggestion: RelativePath.reference(to: found, from: source))
    }
    // Browsers take what follows two slashes for the name of another site.
    if isOfHost, rest.prefix(while: { !"/?#:".contains($0) }).contains(".") {
      return .noScheme("https://" + rest)
    }
    let isPage = Self.pageEndings.contains(path.fileEnding)
    return .siteAddress(
      suggestion: isPage ? nil : fileNamed(path.lastPathPart, from: source))
  }

  /// The problem of a link that is relative to the addresses of pages, not to their files.
  func pageBeside(_ reference: String, from source: String) -> LinkProblem? {
    guard let route = self[source]?.route.path else { return nil }
    let way = Address.decoded(reference.prefix { $0 != "#" && $0 != "?" })
    guard let path = RelativePath.resolve(way, from: route + "index.html"),
      let entry = entry(at: Self.route(path)), entry.source.hasPrefix("content/")
    else { return nil }
    return .noPage(suggestion: RelativePath.reference(to: entry.source, from: source))
  }

  private static let pageEndings: Set<String> = ["", "html", "htm", "md", "markdown", "mdx", "txt"]

  private static func withoutEnding(_ path: String) -> String {
    guard pageEndings.contains(path.fileEnding), !path.fileEnding.isEmpty else { return path }
    let bare = path.dropLast(path.fileEnding.count + 1)
    return bare.hasSuffix("/index") ? String(bare.dropLast(6)) : String(bare)
  }

  /// The route of a page whose address is written with or without its file.
  private static func route(_ path: String) -> String {
    let bare = withoutEnding(path == "index.html" ? "" : path)
    return bare.isEmpty || bare.hasSuffix("/") ? bare : bare + "/"
  }

  /// `www.nhs.uk` and `nhs.uk/conditions` with a scheme, or nil for what is a path.
  private static func webAddress(_ reference: String) -> String? {
    let rest =
      ["https//", "http//", "https/", "http/"].first(where: reference.hasPrefix)
      .map { reference.dropFirst($0.count) } ?? reference[...]
    let host = rest.prefix { !"/?#".contains($0) }.lowercased()
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }), let last = labels.last,
      rest.count < reference.count || host.hasPrefix("www.") || domains.contains(String(last))
    else { return nil }
    return "https://" + rest
  }

  /// The last parts of hosts, except those that are also file extensions.
  private static let domains: Set<String> = [
    "com", "org", "net", "edu", "gov", "info", "uk", "eu", "ie", "de", "fr", "es", "it", "nl", "be",
    "at", "ch", "se", "no", "dk", "fi", "pt", "ca", "au", "nz", "us", "int", "scot", "wales",
    "cymru",
    "health", "charity", "help", "support",
  ]

  /// The one page of this name in another folder, or otherwise the page with the most similar path.
  ///
  /// The name itself has to be similar: of two short names in one folder, one is not a misspelling
  /// of the other. Every folder may have an `index.md`, so that name alone does not count.
  private func nearestPage(to path: String, from source: String) -> String? {
    let pages = entries.lazy.map(\.source).filter { self.documents[$0] != nil }
    let name = path.lastPathPart
    let moved = name == "index.md" ? [] : pages.filter { $0.lastPathPart == name }
    let nearest =
      moved.count == 1 ? moved.first : Self.nearest(to: path, in: pages, ending: ".md")
    return nearest.map { RelativePath.reference(to: $0, from: source) }
  }

  private func nearestFile(to path: String, from source: String) -> String? {
    fileNamed(path.lastPathPart, from: source)
      ?? Self.nearest(to: path, in: attachments.keys)
      .map { RelativePath.reference(to: $0, from: source) }
  }

  private func fileNamed(_ name: String, from source: String) -> String? {
    let named = attachments.keys.filter { $0.lastPathPart == name }
    guard named.count == 1, let only = named.first else { return nil }
    return RelativePath.reference(to: only, from: source)
  }

  /// What all paths have in common is left out; otherwise any two short ones would be similar.
  private static func nearest(
    to path: String, in paths: some Sequence<String>, ending: String = ""
  ) -> String? {
    let folder = "content/"
    func bare(_ path: String) -> String {
      String(path.dropFirst(folder.count).dropLast(path.hasSuffix(ending) ? ending.count : 0))
    }
    let name = bare(path).lastPathPart
    let alike = paths.map(bare).filter { other in
      nearestMatch(to: name, in: [other.lastPathPart]) != nil
    }
    return nearestMatch(to: bare(path), in: alike).map { folder + $0 + ending }
  }
}
