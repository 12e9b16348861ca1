import DaylightSyntax

/// An absolute address on the web, such as `https://example.org/help`.
package struct WebAddress: Sendable, Hashable {
  /// As written, except that a host with letters outside ASCII is encoded.
  package let text: String
  package let isSecure: Bool
  /// In lower case, without a port.
  package let host: String
  /// What follows the host and the port: empty, or from `/`, `?` or `#` on.
  package let rest: String

  /// Nil unless the text is `http` or `https`, a host of letters, digits, dots and hyphens, and
  /// perhaps a port; without user name, blanks and control characters (RFC 3986, sections 3.1 to
  /// 3.3).
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }),
      let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    switch String(decoding: bytes[..<colon], as: UTF8.self).lowercased() {
    case "https": isSecure = true
    case "http": isSecure = false
    default: return nil
    }
    let authority = bytes[colon...].dropFirst()
    guard authority.starts(with: "//".utf8) else { return nil }
    let start = authority.startIndex + 2
    let end =
      bytes[start...].firstIndex {
        $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#")
      } ?? bytes.endIndex
    let portStart = bytes[start..<end].firstIndex(of: UInt8(ascii: ":")) ?? end
    let port = String(decoding: bytes[portStart..<end].dropFirst(), as: UTF8.self)
    guard port.isEmpty || port.utf8.allSatisfy({ $0.isASCIIDigit }) && UInt16(port) != nil,
      let host = Punycode.host(String(decoding: bytes[start..<portStart], as: UTF8.self)),
      Self.isHost(Array(host.utf8)[...])
    else { return nil }
    let isASCII = bytes[start..<portStart].allSatisfy { $0 < 0x80 }
    self.text =
      isASCII
      ? text
      : String(decoding: bytes[..<start], as: UTF8.self) + host
        + String(decoding: bytes[portStart...], as: UTF8.self)
    self.host = host
    rest = String(decoding: bytes[end...], as: UTF8.self)
  }

  private static func isHost(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
        guard let first = $0.first, let last = $0.last else { return false }
        return first != UInt8(ascii: "-") && last != UInt8(ascii: "-")
          && $0.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") }
      }
  }

  /// Whether a port follows the host.
  package var hasPort: Bool {
    text.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
      .prefix { !$0.isOne(of: "/?#") }.contains(UInt8(ascii: ":"))
  }

  /// The host without a leading `www.`, which many operators sometimes leave out.
  package var bareHost: String { host.hasPrefix("www.") ? String(host.dropFirst(4)) : host }

  /// Whether this host is the other’s, or a domain above it.
  package func isHostOrParent(of other: WebAddress) -> Bool {
    other.bareHost == bareHost || other.bareHost.hasSuffix("." + bareHost)
  }
}
