import DaylightSyntax

/// Where a link of an author leads.
package enum LinkTarget: Sendable, Hashable {
  /// `source` names the page, `link` is what links to it say, from the root of the site.
  case page(source: String, link: String, anchor: String?)
  case term(slug: String, source: String, link: String)
  /// A place on the same page.
  case anchor(String)
  case file(AttachedFile)
  /// An address elsewhere on the web, and its host.
  case web(String, host: String)
  case telephone(String)
  case problem(LinkProblem)
}

/// Why a link leads nowhere.
package enum LinkProblem: Sendable, Hashable {
  case noPage(suggestion: String?)
  case withheld(SiteIndex.Withheld)
  case noFile(suggestion: String?)
  case noTerm(suggestion: String?)
  /// A file that is not published as it is, whether it is there or not.
  case stray(StrayFile)
  /// A page whose file has another name.
  case misnamed(StrayFile)
  /// An address of the finished site, where the path of a file was expected.
  case siteAddress(suggestion: String?)
  /// The same, with the site’s own host before it.
  case ownAddress(suggestion: String?)
  case escapesSite
  case empty
  case unsafeScheme(String)
  case mail
}

extension SiteIndex {
  /// Finds out what a link means that stands in the file `source`.
  package func resolve(_ reference: String, from source: String) -> LinkTarget {
    if reference.isEmpty { return .problem(.empty) }
    if reference.utf8.first == UInt8(ascii: "#") {
      return .anchor(Slug.composed(Address.decoded(reference.dropFirst())))
    }
    if let scheme = Self.scheme(of: reference) {
      if scheme.hasPrefix("http"), let problem = problem(ofOwnAddress: reference, from: source) {
        return .problem(problem)
      }
      return resolve(reference, scheme: scheme)
    }
    if reference.hasPrefix("/") {
      return .problem(.siteAddress(suggestion: suggestion(forAddress: reference, from: source)))
    }
    let mark = reference.utf8.firstIndex(of: UInt8(ascii: "#")) ?? reference.endIndex
    guard let path = RelativePath.resolve(Address.decoded(reference[..<mark]), from: source),
      path.hasPrefix("content/") || path == "content"
    else { return .problem(.escapesSite) }
    let fragment = reference[mark...].dropFirst()
    let anchor = fragment.isEmpty ? nil : Slug.composed(Address.decoded(fragment))
    if let page = linkTarget(path) {
      return .page(source: page.source, link: page.link, anchor: anchor)
    }
    if let file = attachments[path] { return .file(file) }
    if let reason = withheld[path] { return .problem(.withheld(reason)) }
    if let file = stray(awaitedAt: path) { return .problem(.misnamed(file)) }
    if let file = strays[path] { return .problem(.stray(file)) }
    if path.hasSuffix(".md") {
      return .problem(.noPage(suggestion: nearestPage(to: path, from: source)))
    }
    if let entry = self[path + ".md"] ?? self[path + "/index.md"] {
      let suggestion = RelativePath.reference(to: entry.source, from: source)
      return .problem(.noPage(suggestion: suggestion))
    }
    // To put the file there would be no help.
    if let file = StrayFile(path, head: []) { return .problem(.stray(file)) }
    return .problem(.noFile(suggestion: nearestFile(to: path, from: source)))
  }

  private func resolve(_ reference: String, scheme: String) -> LinkTarget {
    switch scheme {
    case "http", "https":
      let host = reference.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
        .prefix { !"/?#:".utf8.contains($0) }
      guard !host.isEmpty else { return .problem(.empty) }
      if !host.allSatisfy({ $0 < 0x80 }), let address = WebAddress(reference) {
        return .web(address.text, host: address.host)
      }
      return .web(reference, host: (String(host) ?? "").lowercased())
    case "tel", "sms": return .telephone(reference)
    case "mailto": return .problem(.mail)
    case "term":
      let slug = String(reference.dropFirst(5))
      if let term = glossary[slug: slug] {
        return .term(slug: slug, source: term.source, link: term.link)
      }
      if let reason = withheldTerm(slug) { return .problem(.withheld(reason)) }
      return .problem(.noTerm(suggestion: nearestMatch(to: slug, in: glossary.slugs)))
    default: return .problem(.unsafeScheme(scheme))
    }
  }

  /// The scheme of an address in lower case, or nothing for a path (RFC 3986, 3.1). Control
  /// characters and spaces are passed over, as browsers do, so that none can hide `javascript:`.
  static func scheme(of reference: String) -> String? {
    for byte in reference.utf8 where byte > 0x20 && !isSchemeByte(byte) {
      guard byte == UInt8(ascii: ":") else { return nil }
      let scheme = reference.utf8.prefix { $0 != byte }.filter { $0 > 0x20 }
      return scheme.isEmpty ? nil : String(decoding: scheme, as: UTF8.self).lowercased()
    }
    return nil
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// The one page of this name in another folder, or else the page whose path is most like it.
  private func nearestPage(to path: String, from source: String) -> String? {
    let pages = entries.lazy.map(\.source).filter { documents[$0] != nil }
    let name = path.split(separator: "/").last
    let moved = pages.filter { $0.split(separator: "/").last == name }
    let nearest = moved.count == 1 ? moved.first : Self.nearest(to: path, in: pages, ending: ".md")
    return nearest.map { RelativePath.reference(to: $0, from: source) }
  }

  private func nearestFile(to path: String, from source: String) -> String? {
    Self.nearest(to: path, in: attachments.keys.sorted())
      .map { RelativePath.reference(to: $0, from: source) }
  }

  /// What all paths have in common is left out, or any two short ones would be alike.
  private static func nearest(
    to path: String, in paths: some Sequence<String>, ending: String = ""
  ) -> String? {
    let folder = "content/"
    func bare(_ path: String) -> String {
      String(path.dropFirst(folder.count).dropLast(path.hasSuffix(ending) ? ending.count : 0))
    }
    return nearestMatch(to: bare(path), in: paths.map(bare)).map { folder + $0 + ending }
  }

  private func suggestion(forAddress address: String, from source: String) -> String? {
    let bare = address.dropFirst().prefix { $0 != "#" && $0 != "?" }
    return file(publishedAt: Address.decoded(bare)).map {
      RelativePath.reference(to: $0, from: source)
    }
  }
}
