/// Character references: `&amp;`, `&#8217;`, `&#x2019;`.
///
/// Of the named ones it knows every name for an ASCII character, since an address can hide behind
/// them, all of Latin-1, and those that prose uses. Others stay as they are written.
package enum HTMLCharacterReference {
  /// The text with its references decoded, as in section 13.2.5.72 of the HTML standard.
  ///
  /// - Parameter inAttribute: whether the text is an attribute value, where a name without `;`
  ///   counts only if no letter, digit or `=` follows, so that `?a=1&copy=2` stays an address.
  package static func decode(_ text: Span<UInt8>, inAttribute: Bool) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var start = 0
    var offset = 0
    while offset < text.count {
      guard text[offset] == UInt8(ascii: "&"),
        let (characters, length) = reference(in: text, at: offset, inAttribute)
      else {
        offset += 1
        continue
      }
      output.append(copying: text.extracting(start..<offset))
      output += characters.utf8
      offset += length
      start = offset
    }
    output.append(copying: text.extracting(start..<text.count))
    return output
  }

  private static func reference(
    in text: Span<UInt8>, at offset: Int, _ inAttribute: Bool
  ) -> (characters: String, length: Int)? {
    let start = offset + 1
    guard start < text.count else { return nil }
    if text[start] == UInt8(ascii: "#") { return numeric(in: text, at: offset) }
    var end = start
    while end < text.count, end < start + longestName, text[end].isASCIILetterOrDigit { end += 1 }
    var name = String(decoding: (start..<end).map { text[$0] }, as: UTF8.self)
    if end < text.count, text[end] == UInt8(ascii: ";"), let characters = names[name] {
      return (characters, end + 1 - offset)
    }
    if inAttribute {
      if end < text.count, text[end] == UInt8(ascii: "=") || text[end].isASCIILetterOrDigit {
        return nil
      }
      guard withoutSemicolon.contains(name) else { return nil }
    }
    while !name.isEmpty, !withoutSemicolon.contains(name) { name.removeLast() }
    return names[name].map { ($0, 1 + name.utf8.count) }
  }

  private static func numeric(
    in text: Span<UInt8>, at offset: Int
  ) -> (characters: String, length: Int)? {
    var end = offset + 2
    let isHexadecimal = end < text.count && text[end] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { end += 1 }
    let radix = isHexadecimal ? 16 : 10
    let firstDigit = end
    var value = 0
    while end < text.count, let digit = Character(Unicode.Scalar(text[end])).hexDigitValue,
      digit < radix
    {
      value = min(value * radix + digit, 0x110000)
      end += 1
    }
    guard end > firstDigit else { return nil }
    if end < text.count, text[end] == UInt8(ascii: ";") { end += 1 }
    return (String(Character(scalar(numbered: value))), end - offset)
  }

  /// Numbers from 0x80 to 0x9F are decoded as Windows-1252.
  private static func scalar(numbered value: Int) -> Unicode.Scalar {
    if (0x80...0x9F).contains(value), windows1252[value - 0x80] != "\0" {
      return windows1252[value - 0x80]
    }
    guard value > 0, let scalar = Unicode.Scalar(UInt32(value)) else { return "\u{FFFD}" }
    return scalar
  }

  private static let longestName = 24

  private static let windows1252: [Unicode.Scalar] = Array(
    "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ".unicodeScalars)

  /// U+00A0 to U+00FF in order.
  private static let latin1 = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
    deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
    Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute \
    Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml \
    Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
    igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave \
    uacute ucirc uuml yacute thorn yuml
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  private static let withoutSemicolon = Set(
    latin1 + ["amp", "AMP", "lt", "LT", "gt", "GT", "quot", "QUOT", "COPY", "REG"])

  private static let names: [String: String] = {
    var names = [
      "Tab": "\t", "NewLine": "\n", "excl": "!", "quot": "\"", "QUOT": "\"", "num": "#",
      "dollar": "$", "percnt": "%", "amp": "&", "AMP": "&", "apos": "'", "lpar": "(", "rpar": ")",
      "ast": "*", "midast": "*", "plus": "+", "comma": ",", "period": ".", "sol": "/",
      "colon": ":", "semi": ";", "lt": "<", "LT": "<", "equals": "=", "gt": ">", "GT": ">",
      "quest": "?", "commat": "@", "lsqb": "[", "lbrack": "[", "bsol": "\\", "rsqb": "]",
      "rbrack": "]", "Hat": "^", "lowbar": "_", "UnderBar": "_", "grave": "`",
      "DiacriticalGrave": "`", "lcub": "{", "lbrace": "{", "verbar": "|", "vert": "|",
      "VerticalLine": "|", "rcub": "}", "rbrace": "}", "fjlig": "fj",
      "COPY": "©", "REG": "®", "trade": "™", "hyphen": "‐", "dash": "‐", "ndash": "–",
      "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”",
      "bdquo": "„", "dagger": "†", "Dagger": "‡", "bull": "•", "hellip": "…", "prime": "′",
      "Prime": "″", "lsaquo": "‹", "rsaquo": "›", "euro": "€", "minus": "−", "larr": "←",
      "uarr": "↑", "rarr": "→", "darr": "↓", "harr": "↔", "ensp": "\u{2002}",
      "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}",
      "lrm": "\u{200E}", "rlm": "\u{200F}", "OElig": "Œ", "oelig": "œ", "Scaron": "Š",
      "scaron": "š", "Yuml": "Ÿ", "fnof": "ƒ", "circ": "ˆ", "tilde": "˜", "check": "✓",
      "ZeroWidthSpace": "\u{200B}", "NoBreak": "\u{2060}",
    ]
    for (index, name) in latin1.enumerated() {
      names[name] = Unicode.Scalar(0xA0 + UInt32(index)).map { String(Character($0)) }
    }
    return names
  }()
}
