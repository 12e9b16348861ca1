import DaylightSyntax

/// A picture inside an address, such as `data:image/jpeg;base64,…` (RFC 2397).
///
/// Programs for drawings put photographs into their files in this way, with all metadata.
enum EmbeddedPicture {
  /// What is wrong with one that contains more than what it shows; nil for any other address.
  static func violation(_ address: [UInt8]) -> AuditFinding.Violation? {
    guard isImageData(address), let comma = address.firstIndex(of: UInt8(ascii: ",")) else {
      return nil
    }
    let head = address[..<comma].map(\.asciiLowercased)
    let data = percentDecoded(address[(comma + 1)...])
    let bytes = head.contains(text: ";base64") ? base64Decoded(data) : data
    let hidden = PictureParts(bytes)?.hidden ?? []
    return hidden.isEmpty ? nil : .hiddenMetadata(inEmbedded: hidden)
  }

  private static func percentDecoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var place = text.startIndex
    while place < text.endIndex {
      if text[place] == UInt8(ascii: "%"), place + 2 < text.endIndex,
        let high = digit(text[place + 1]), let low = digit(text[place + 2])
      {
        bytes.append(high << 4 | low)
        place += 3
      } else {
        bytes.append(text[place])
        place += 1
      }
    }
    return bytes
  }

  private static func digit(_ letter: UInt8) -> UInt8? {
    Character(Unicode.Scalar(letter)).hexDigitValue.map(UInt8.init)
  }

  /// As browsers do it, which skip white space (RFC 4648, section 4).
  private static func base64Decoded(_ text: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var (bits, count) = (UInt32(0), 0)
    for letter in text {
      guard let value = value(letter) else { continue }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  private static func value(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): letter - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
