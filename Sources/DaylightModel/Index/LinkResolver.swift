import DaylightSyntax

extension SiteIndex {
  /// Resolves a link in the file `source`.
  ///
  /// - Parameter guesses: whether to look for what a link that leads nowhere was meant to be.
  package func resolve(
    _ reference: String, from source: String, guesses: Bool = true
  ) -> LinkTarget {
    if reference.isEmpty || reference == "#" { return .problem(.empty) }
    if reference.utf8.first == UInt8(ascii: "#") {
      return .anchor(Slug.composed(Address.decoded(reference.dropFirst())))
    }
    if let scheme = Address.scheme(of: reference) {
      if scheme.hasPrefix("http"), let problem = problem(ofOwnAddress: reference, from: source) {
        return .problem(problem)
      }
      return resolve(reference, scheme: scheme, guesses)
    }
    if reference.hasPrefix("/") {
      return .problem(problem(ofAddress: reference, from: source))
    }
    let mark = reference.utf8.firstIndex(of: UInt8(ascii: "#")) ?? reference.endIndex
    guard let path = RelativePath.resolve(Address.decoded(reference[..<mark]), from: source),
      path.hasPrefix("content/") || path == "content"
    else { return .problem(pageBeside(reference, from: source) ?? .escapesSite) }
    let fragment = reference[mark...].dropFirst()
    let anchor = fragment.isEmpty ? nil : Slug.composed(Address.decoded(fragment))
    if let page = linkTarget(path) {
      return .page(source: page.source, link: page.link, anchor: anchor)
    }
    if let file = attachments[path] { return .file(file) }
    if let reason = withheld[path] { return .problem(.withheld(reason)) }
    if let file = stray(awaitedAt: path) { return .problem(.misnamed(file)) }
    if let file = strays[path] { return .problem(.stray(file)) }
    return .problem(problem(of: reference, at: path, from: source, guesses: guesses))
  }

  private func resolve(_ reference: String, scheme: String, _ guesses: Bool) -> LinkTarget {
    switch scheme {
    case "http", "https":
      let host = reference.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
        .prefix { !$0.isOne(of: "/?#:") }
      if host.isEmpty || !reference.utf8.dropFirst(scheme.utf8.count).starts(with: "://".utf8) {
        let rest = reference.dropFirst(scheme.utf8.count + 1).drop { $0 == "/" }
        return .problem(rest.isEmpty ? .empty : .noScheme("https://" + rest))
      }
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
      let nearest = guesses ? nearestMatch(to: slug, in: glossary.slugs) : nil
      return .problem(.noTerm(suggestion: nearest))
    // The letter of a drive: `C:/Users/anna/bench.jpg`.
    case _ where scheme.utf8.count == 1, "file": return .problem(.ownComputer)
    default:
      if scheme.hasPrefix("h"), reference.dropFirst(scheme.utf8.count).hasPrefix("://"),
        nearestMatch(to: scheme, in: ["http", "https"]) != nil
      {
        let rest = reference.dropFirst(scheme.utf8.count + 3)
        return .problem(.noScheme("https://" + rest))
      }
      return .problem(.unsafeScheme(scheme))
    }
  }
}
