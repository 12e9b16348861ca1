/// Text as people see it, to find words that only look like others: in small letters, without what
/// shows nothing, and each letter that looks like a Latin one as that one.
package enum SeenText {
  /// White space of any kind becomes one space.
  package static func of(_ text: some Collection<UInt8>) -> [UInt8] {
    var seen: [UInt8] = []
    seen.reserveCapacity(text.count)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar.isASCII {
        seen.append(UInt8(truncatingIfNeeded: scalar.value).asciiLowercased)
      } else if scalar.isUnseen {
        if scalar.properties.isWhitespace { seen.append(UInt8(ascii: " ")) }
      } else {
        for letter in scalar.properties.lowercaseMapping.unicodeScalars {
          if let twin = latinTwin(of: letter.value) {
            seen.append(twin)
          } else {
            seen += String(Character(letter)).utf8
          }
        }
      }
    }
    return seen
  }

  /// The same with nothing but letters and digits, for words that differ in marks and spaces only.
  package static func letters(of text: some Collection<UInt8>) -> [UInt8] {
    let seen = of(text)
    if seen.allSatisfy({ $0 < 0x80 }) { return seen.filter(\.isASCIILetterOrDigit) }
    var letters: [UInt8] = []
    for scalar in String(decoding: seen, as: UTF8.self).unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      letters += String(Character(scalar)).utf8
    }
    return letters
  }

  private static func latinTwin(of value: UInt32) -> UInt8? {
    switch value {
    // Of full width.
    case 0xFF01...0xFF5E: UInt8(truncatingIfNeeded: value - 0xFEE0).asciiLowercased
    // Letters of formulas: thirteen alphabets of capitals and small ones.
    case 0x1D400...0x1D6A3: UInt8(ascii: "a") + UInt8(truncatingIfNeeded: (value - 0x1D400) % 26)
    // In circles.
    case 0x24D0...0x24E9: UInt8(ascii: "a") + UInt8(truncatingIfNeeded: value - 0x24D0)
    // Full stops.
    case 0x2024, 0x3002, 0xFE52, 0xFF61: UInt8(ascii: ".")
    default: twins[value]
    }
  }

  /// Small letters of other scripts.
  private static let twins: [UInt32: UInt8] = {
    var twins: [UInt32: UInt8] = [:]
    for (letters, latin) in [
      ("а", "a"), ("ԁ", "d"), ("е", "e"), ("һн", "h"), ("іι", "i"), ("ı", "i"), ("ј", "j"),
      ("кκ", "k"),
      ("ӏⅼ", "l"), ("м", "m"), ("ո", "n"), ("оοօ", "o"), ("рρ", "p"), ("ԛ", "q"), ("ѕ", "s"),
      ("тτ", "t"),
      ("υս", "u"), ("ѵν", "v"), ("ԝѡω", "w"), ("хχ", "x"), ("уγ", "y"), ("α", "a"), ("вβ", "b"),
      ("сϲ", "c"),
      ("ε", "e"), ("ɡ", "g"),
    ] {
      for letter in letters.unicodeScalars { twins[letter.value] = latin.utf8.first }
    }
    return twins
  }()
}
