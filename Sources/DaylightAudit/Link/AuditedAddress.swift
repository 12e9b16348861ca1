import DaylightSyntax

/// Where an address leads, parsed as browsers do (URL standard, section 4.4): case, white space,
/// control characters and backslashes hide nothing.
enum AuditedAddress: Equatable {
  /// Within the site: relative, or absolute at its own origin. Its host under `http:` or at another
  /// port counts as elsewhere: that is another server, or one whose traffic others can read.
  case own
  /// On another host.
  case elsewhere
  /// A scheme other than http, in lower case.
  case scheme(String)

  /// - Parameter address: with its character references or CSS escapes read.
  init(_ address: [UInt8], siteHost: String?) {
    var rest = Self.stripped(address)[...]
    var scheme = "https"
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")), Self.isScheme(rest[..<colon]) {
      scheme = String(decoding: rest[..<colon].map(\.asciiLowercased), as: UTF8.self)
      guard scheme == "http" || scheme == "https" else {
        self = .scheme(scheme)
        return
      }
      rest = rest[(colon + 1)...]
    } else {
      guard rest.count >= 2, rest.prefix(2).allSatisfy(Self.isSlash) else {
        self = .own
        return
      }
    }
    let authority = Self.authority(of: rest.drop(while: Self.isSlash))
    let origin = Address.origin(scheme: scheme, authority: authority)
    self = authority.isEmpty || origin != siteHost ? .elsewhere : .own
  }

  /// Whether the bytes may be something other than a plain relative address. Most are plain and
  /// need no further checks.
  @inline(__always)
  static func needsLook(_ bytes: Span<UInt8>) -> Bool {
    for offset in bytes.indices {
      switch bytes[unchecked: offset] {
      case UInt8(ascii: ":"), UInt8(ascii: "&"), UInt8(ascii: "\\"): return true
      case UInt8(ascii: "/"):
        // Two slashes later in an address are part of its path, but this is no place to be clever.
        if offset > 0, bytes[unchecked: offset - 1] == UInt8(ascii: "/") { return true }
      case 0x00...0x20: return true
      default: break
      }
    }
    return false
  }

  /// Without control characters and spaces around it, and without tabs and line ends anywhere.
  private static func stripped(_ address: [UInt8]) -> [UInt8] {
    let start = address.firstIndex { $0 > 0x20 } ?? address.endIndex
    return address[start...].filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
  }

  private static func isScheme(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first, first.isASCIILetter else { return false }
    return name.allSatisfy {
      $0.isASCIILetter || $0.isASCIIDigit
        || $0.isOne(of: "+-.")
    }
  }

  private static func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  /// The host and port, without a name before `@`.
  private static func authority(of rest: ArraySlice<UInt8>) -> String {
    var host = rest.prefix { !isSlash($0) && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
    return String(decoding: host.map(\.asciiLowercased), as: UTF8.self)
  }
}

/// A picture inside the page itself.
func isImageData(_ address: [UInt8]) -> Bool {
  let text = address.drop { $0 <= 0x20 }.prefix(11).map(\.asciiLowercased)
  return text.elementsEqual("data:image/".utf8)
}
