import DaylightSyntax

/// Where the site will be published: an absolute http or https address that ends with a slash.
package struct BaseURL: Sendable, Hashable {
  package let text: String

  /// Nil if the text is not an absolute web address, or has a query or a fragment.
  package init?(_ text: String) {
    guard let text = WebAddress(text)?.text, !text.utf8.contains(where: Self.isForbidden) else {
      return nil
    }
    self.text = text.hasSuffix("/") ? text : text + "/"
  }

  package func absolute(_ route: Route) -> String { text + route.path }

  /// - Parameter asset: the path from the root of the site.
  package func absolute(asset: String) -> String { text + asset }

  /// The path on its host, with a slash at both ends: `/` or `/resources/`.
  package var path: String {
    let afterScheme = text.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
    return String(afterScheme.drop { $0 != UInt8(ascii: "/") }) ?? "/"
  }

  /// The host as the audit compares it: alone for `https:` at its default port, otherwise with
  /// both.
  package var origin: String {
    guard let address = WebAddress(text) else { return host.lowercased() }
    let authority = text.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
      .prefix { $0 != UInt8(ascii: "/") }
    return Address.origin(
      scheme: address.isSecure ? "https" : "http",
      authority: (String(authority) ?? host).lowercased())
  }

  package var host: String {
    let afterScheme = text.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
    return String(afterScheme.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") }) ?? ""
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || byte.isOne(of: "?#\"<>\\")
  }
}
