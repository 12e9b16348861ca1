extension HTMLScanner {
  /// Whether an attribute of the last tag is one word, whatever its case. White space around it
  /// counts, as it does for browsers: they do not know the word ` dialog`.
  package func hasAttribute(_ name: HTMLName, equalTo word: StaticString) -> Bool {
    guard let attribute = attribute(name) else { return false }
    // Most are written just so.
    if let value = attribute.value,
      word.withUTF8Buffer({ $0.elementsEqual(UnsafeBufferPointer(rebasing: bytes[value])) })
    {
      return true
    }
    return value(attribute).map(\.asciiLowercased).elementsEqual("\(word)".utf8)
  }

  /// Whether a word is among those of an attribute such as `rel` or `class`, whatever its case.
  package func hasAttribute(_ name: HTMLName, containing word: StaticString) -> Bool {
    guard let attribute = attribute(name), let range = attribute.value else { return false }
    let value = UnsafeBufferPointer(rebasing: bytes[range])
    if value.contains(UInt8(ascii: "&")) {
      return words(of: self.value(attribute)).contains("\(word)")
    }
    return word.withUTF8Buffer { word in
      var start = 0
      while start < value.count {
        var end = start
        while end < value.count, !value[end].isHTMLSpace { end += 1 }
        if end - start == word.count,
          word.indices.allSatisfy({ value[start + $0].asciiLowercased == word[$0] })
        {
          return true
        }
        start = end + 1
      }
      return false
    }
  }
}

/// Whether a value is one word, whatever its case and the white space around it.
package func isWord(_ value: [UInt8], _ word: String) -> Bool {
  let trimmed = value.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed()
  return trimmed.map(\.asciiLowercased).elementsEqual(word.utf8)
}

/// The words of a value such as that of `rel` or `class`, in lower case.
package func words(of value: [UInt8]) -> [String] {
  value.split(whereSeparator: \.isHTMLSpace).map {
    String(decoding: $0.map(\.asciiLowercased), as: UTF8.self)
  }
}
