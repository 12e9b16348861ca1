import DaylightSyntax

/// The host that a browser goes to for an address on another site (URL standard, section 4.4).
struct LinkHost: Equatable {
  /// In lower case, otherwise as written.
  let name: String
  /// Whether people who read the address would name the same host: no name before `@`, no
  /// backslash, no blank, nothing encoded, no letters of several scripts in one word, which look
  /// alike.
  let isPlain: Bool

  init(_ address: [UInt8]) {
    let trimmed = address.drop { $0 <= 0x20 }
    var rest = trimmed.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }[...]
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")),
      rest[..<colon].allSatisfy({ ($0 | 0x20) &- 0x61 < 26 })
    {
      rest = rest[(colon + 1)...]
    }
    let slashes = rest.prefix { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    let isAuthority: (UInt8) -> Bool = { !$0.isOne(of: "/\\?#") }
    let authority = rest.dropFirst(slashes.count).prefix(while: isAuthority)
    var host = authority
    if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
    if let colon = host.lastIndex(of: UInt8(ascii: ":")) { host = host[..<colon] }
    if host.last == UInt8(ascii: ".") { host = host.dropLast() }
    name = String(decoding: percentDecoded(host), as: UTF8.self).lowercased()
    let next = rest.dropFirst(slashes.count + authority.count).first
    isPlain =
      !authority.contains { $0 <= 0x20 || $0.isOne(of: "@%") }
      && trimmed.prefix(while: { $0 != UInt8(ascii: "?") }).allSatisfy { $0 > 0x20 }
      && slashes.elementsEqual("//".utf8) && next != UInt8(ascii: "\\") && !Self.isMixed(name)
  }

  /// Whether a host that a text names is this one, or a domain above it.
  func isNamed(_ shown: String) -> Bool {
    func bare(_ host: String) -> String {
      host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }
    return bare(name) == bare(shown) || bare(name).hasSuffix("." + bare(shown))
  }

  private static func isMixed(_ host: String) -> Bool {
    host.split(separator: ".").contains { label in
      let scalars = label.unicodeScalars
      guard scalars.contains(where: { !$0.isASCII }) else { return false }
      // Latin letters end at U+024F; a word of others has none of them.
      let latin = scalars.contains { $0.properties.isAlphabetic && $0.value < 0x250 }
      let other = scalars.contains { $0.properties.isAlphabetic && $0.value >= 0x250 }
      return latin && other
    }
  }
}

extension LinkHost {
  /// The hosts that a text names, in lower case, with what follows them left out.
  static func named(in text: [UInt8]) -> [String] {
    let words = text.split { $0 <= 0x20 || $0.isOne(of: "()[]<>,;\"'") }
    return words.compactMap { word in
      var name = String(decoding: word, as: UTF8.self).lowercased()
      for prefix in ["https://", "http://", "//"] where name.hasPrefix(prefix) {
        name = String(name.dropFirst(prefix.utf8.count))
      }
      name = String(name.prefix { !"/?#:".contains($0) })
      while let last = name.last, ".!…".contains(last) { name.removeLast() }
      if let at = name.lastIndex(of: "@") { name = String(name[name.index(after: at)...]) }
      let labels = name.split(separator: ".", omittingEmptySubsequences: false)
      guard labels.count > 1, let last = labels.last, labels.allSatisfy({ !$0.isEmpty }),
        domains.contains(String(last)) || labels.first == "www"
      else { return nil }
      return name
    }
  }

  /// Endings that make a word with a dot the name of a host, of those that are no words themselves.
  private static let domains: Set<String> = [
    "com", "org", "net", "edu", "gov", "info", "int", "uk", "us", "ca", "au", "nz", "ie", "eu",
    "de", "fr", "ch", "nl", "es", "se", "dk", "fi", "pl", "pt", "io", "co", "app", "dev", "online",
    "health", "care", "support", "example", "gr", "ru", "cz", "hu", "ro", "jp", "cn", "br", "mx",
    "za", "ng", "ke",
  ]
}
