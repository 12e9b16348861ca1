import DaylightSyntax

/// The words of the two exits, which nothing else may seem to say.
struct ExitWords: Sendable, Hashable {
  /// Their letters, as people see them.
  private let letters: [[UInt8]]
  /// The first letters of each.
  private let firsts: [UInt8]
  /// In bytes, with room for marks and spaces between the letters, and for letters of other scripts.
  private let longest: Int

  init(_ words: String...) {
    letters = words.map { SeenText.letters(of: $0.utf8) }.filter { !$0.isEmpty }
    firsts = letters.map { $0[0] }
    longest = 4 * (words.map(\.utf8.count).max() ?? 0) + 16
  }

  /// Whether words look like those of an exit, whatever their case, their spaces and the marks between
  /// them.
  func contain(_ words: some Collection<UInt8>) -> Bool {
    guard words.count <= longest,
      let first = words.first(where: { $0 > 0x7F || $0.isASCIILetterOrDigit })
    else { return false }
    if first <= 0x7F {
      // Nearly all begin with another letter.
      guard firsts.contains(first.asciiLowercased) else { return false }
    }
    return letters.contains(SeenText.letters(of: words))
  }
}
