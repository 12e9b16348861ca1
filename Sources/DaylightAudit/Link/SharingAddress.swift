import DaylightSyntax

/// Addresses that share a page with others (SAF-21): recognised by their form, if they contain a
/// text or another address, and by name if they need not contain anything.
enum SharingAddress {
  static func isOne(_ address: [UInt8], siteHost: String?) -> Bool {
    let lowered = address.asciiLowercase
    if marks.contains(where: { lowered.contains(text: $0) }) { return true }
    guard let query = lowered.firstIndex(of: UInt8(ascii: "?")) else { return false }
    let end = lowered[query...].firstIndex(of: UInt8(ascii: "#")) ?? lowered.endIndex
    for pair in lowered[(query + 1)..<end].split(whereSeparator: { $0.isOne(of: "&;") }) {
      let name = pair.prefix { $0 != UInt8(ascii: "=") }
      let value = percentDecoded(pair.dropFirst(name.count + 1))
      if value.contains(text: "://") || value.contains(text: "www.") { return true }
      if let siteHost, value.contains(text: siteHost) { return true }
      if !value.isEmpty, texts.contains(String(decoding: name, as: UTF8.self)) { return true }
    }
    return false
  }

  /// Parameters with a text for somebody else to read.
  private static let texts: Set<String> = [
    "text", "body", "message", "msg", "tweet", "quote", "caption", "hashtags",
  ]

  private static let marks = [
    "facebook.com/sharer", "facebook.com/share", "facebook.com/dialog", "twitter.com/intent",
    "twitter.com/share", "x.com/intent", "x.com/share", "linkedin.com/share",
    "linkedin.com/cws/share", "pinterest.com/pin/create", "reddit.com/submit", "tumblr.com/share",
    "//wa.me/?", "whatsapp.com/send", "//t.me/share", "telegram.me/share", "getpocket.com/",
    "addtoany.com", "addthis.com", "sharethis.com", "bsky.app/intent", "threads.net/intent",
    "mail.google.com/mail", "line.me/r/",
  ]
}

/// The decoded bytes of a percent-encoded text, decoded twice, because such texts are often written
/// inside others.
func percentDecoded(_ text: some Sequence<UInt8>) -> [UInt8] {
  func once(_ text: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    var offset = 0
    while offset < text.count {
      let digits = text[offset...].dropFirst().prefix(2)
      if text[offset] == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        decoded.append(value)
        offset += 3
      } else {
        decoded.append(text[offset])
        offset += 1
      }
    }
    return decoded
  }
  let text = Array(text)
  return text.contains(UInt8(ascii: "%")) ? once(once(text)).asciiLowercase : text
}
