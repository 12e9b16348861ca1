extension [UInt8] {
  /// Where a text first stands in the bytes.
  func offset(of text: some Collection<UInt8>) -> Int? {
    guard let first = text.first, count >= text.count else { return nil }
    for start in 0...(count - text.count) where self[start] == first {
      if self[start..<start + text.count].elementsEqual(text) { return start }
    }
    return nil
  }

  func holds(_ text: String) -> Bool { offset(of: text.utf8) != nil }

  var asciiLowercase: [UInt8] { map(asciiLowercased) }
}
