/// Web addresses as attribute values.
package enum Address {
  /// Percent-encodes what is not allowed in an address: spaces, quotation marks, and bytes outside
  /// ASCII. What is already encoded is not changed.
  package static func encoded(_ address: String) -> String {
    var bytes: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case 0x21, 0x23...0x3B, 0x3D, 0x3F...0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E: bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes += hexadecimal[Int(byte >> 4)...Int(byte >> 4)]
        bytes += hexadecimal[Int(byte & 15)...Int(byte & 15)]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Undoes percent-encoding; what is not well formed is not changed.
  package static func decoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.first {
      let digits = String(rest.dropFirst().prefix(2)) ?? ""
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The scheme of an address in lower case; nil for a path (RFC 3986, 3.1). Control characters and
  /// spaces are skipped, as browsers do, so that none can hide `javascript:`.
  package static func scheme(of reference: String) -> String? {
    for byte in reference.utf8 where byte > 0x20 && !isSchemeByte(byte) {
      guard byte == UInt8(ascii: ":") else { return nil }
      let scheme = reference.utf8.prefix { $0 != byte }.filter { $0 > 0x20 }
      return scheme.isEmpty ? nil : String(decoding: scheme, as: UTF8.self).lowercased()
    }
    return nil
  }

  /// The host alone for `https:` at its default port, otherwise with scheme and port.
  package static func origin(scheme: String, authority: String) -> String {
    let usual = scheme == "https" ? ":443" : ":80"
    let host = authority.hasSuffix(usual) ? String(authority.dropLast(usual.count)) : authority
    return scheme == "https" && !host.contains(":") ? host : "\(scheme)://\(host)"
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte.isOne(of: "+-.")
  }

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)
}
