/// Where the site will be published: an absolute http or https address that ends with a slash.
package struct BaseURL: Sendable, Hashable {
  package let text: String

  /// Nothing when the text is not an absolute web address, or has a query or a fragment.
  package init?(_ text: String) {
    let lowered = text.lowercased()
    guard let scheme = ["https://", "http://"].first(where: lowered.hasPrefix),
      text.utf8.count > scheme.utf8.count, !text.utf8.contains(where: Self.isForbidden)
    else { return nil }
    self.text = text.hasSuffix("/") ? text : text + "/"
  }

  package func absolute(_ route: Route) -> String { text + route.path }

  package func absolute(_ path: String) -> String { text + path }

  /// The path on its host, with a slash at both ends: `/` or `/resources/`.
  package var path: String {
    let afterScheme = text.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
    return String(afterScheme.drop { $0 != UInt8(ascii: "/") }) ?? "/"
  }

  package var host: String {
    let afterScheme = text.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
    return String(afterScheme.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") }) ?? ""
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || "?#\"<>\\".utf8.contains(byte)
  }
}
