/// The letters of a language in their order, for lists from A to Z.
///
/// An accented letter is listed under its base letter unless the language counts it as a letter of
/// its own: É is under E in French, Ö under O in German and after Z in Swedish. Text in another
/// script comes after the letters of the language, by code point. Differences that phrase search
/// ignores (`FoldedCharacter`) are ignored here too: case, width, vowel signs, invisible characters.
/// The letters of each language are those that Unicode's CLDR sorts separately (common/collation,
/// type "standard").
package struct Alphabet: Sendable {
  /// The letters that a list from A to Z shows at its head.
  package let letters: [String]
  private let order: [String: Int]
  /// The numbers of letters with an accent, by Unicode name: `E WITH CIRCUMFLEX`.
  private let orderByName: [Substring: Int]
  private let firstLettersOfPairs: Set<Character>
  private let hasDotlessI: Bool

  /// - Parameter language: a language tag such as `sv` or `en-GB`.
  package init(language: String) {
    let language = Language(tag: language)
    hasDotlessI = language.spelling.hasDotlessI
    let letters = Self.letters(of: language.subtag)
    order = Dictionary(
      letters.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    orderByName = Dictionary(
      letters.enumerated().compactMap { number, letter in
        letter.unicodeScalars.first.flatMap(Self.nameOfLatin).map { ($0, number) }
      }, uniquingKeysWith: { first, _ in first })
    firstLettersOfPairs = Set(letters.filter { $0.count > 1 }.compactMap(\.first))
    let hasDotlessI = hasDotlessI
    self.letters = letters.map { Self.capitalized($0, hasDotlessI) }
  }

  /// The heading for a text in a list from A to Z: a letter, `0–9`, or `#` for a text without
  /// letters and digits.
  package func heading(of text: String) -> String {
    guard let first = elements(of: plain(text)).first else { return "#" }
    switch first {
    case .letter(let number): return letters[number]
    case .digit: return "0–9"
    case .other(let scalar): return String(scalar).uppercased()
    }
  }

  /// A sort key that compares texts word by word, first without accents, then with them, so that
  /// entries for one word stay together.
  package func key(of text: String) -> [Word] {
    plain(text).split { $0 == " " || $0 == "-" }.map { word in
      Word(elements: elements(of: String(word)), text: String(word))
    }
  }

  /// The text in lower case, with one kind of space, hyphen and apostrophe, and without differences
  /// that are ignored.
  private func plain(_ text: String) -> String {
    let folding: CaseFolding = hasDotlessI ? .dotlessI : .common
    return Composition.composed(
      text.withUTF8Span { FoldedCharacter.text($0, folding: folding) })
  }

  /// The text with its first letter as a capital.
  package func capitalizing(_ text: String) -> String {
    text.isEmpty ? "" : Self.capitalized(text, hasDotlessI)
  }

  package struct Word: Comparable, Sendable {
    fileprivate let elements: [Element]
    fileprivate let text: String

    package static func < (left: Self, right: Self) -> Bool {
      if left.elements == right.elements { return left.text < right.text }
      return left.elements.lexicographicallyPrecedes(right.elements)
    }
  }

  fileprivate enum Element: Comparable, Sendable {
    case digit(Int)
    case letter(Int)
    case other(Unicode.Scalar)
  }

  /// The letters and digits of a plain text; everything else is ignored.
  private func elements(of text: String) -> [Element] {
    var elements: [Element] = []
    let characters = Array(text)
    var place = 0
    while place < characters.count {
      let character = characters[place]
      if let pair = pair(at: place, in: characters) {
        elements.append(.letter(pair.number))
        place += pair.count
        continue
      }
      place += 1
      if let number = order[String(character)] {
        elements.append(.letter(number))
      } else if let digit = character.wholeNumberValue {
        elements.append(.digit(digit))
      } else if let scalar = character.unicodeScalars.first {
        elements += base(of: scalar)
      }
    }
    return elements
  }

  /// A letter that is written with several, the longest first, such as `dzs` in Hungarian.
  private func pair(at place: Int, in text: [Character]) -> (number: Int, count: Int)? {
    guard firstLettersOfPairs.contains(text[place]) else { return nil }
    for count in [3, 2] where place + count <= text.count {
      if let number = order[String(text[place..<place + count])] { return (number, count) }
    }
    return nil
  }

  /// The letters under which a letter that the language does not have is listed.
  private func base(of scalar: Unicode.Scalar) -> [Element] {
    if let letters = Self.substitutes[scalar] {
      return letters.unicodeScalars.map { element(of: $0) }
    }
    if let latin = latinBase(of: scalar) { return [latin] }
    return scalar.isWordCharacter && scalar != "_" && !scalar.isMark ? [element(of: scalar)] : []
  }

  private func element(of scalar: Unicode.Scalar) -> Element {
    order[String(scalar)].map { .letter($0) } ?? .other(scalar)
  }

  /// The base of a letter whose accents are not part of the alphabet: in Vietnamese, Ê is that of ế.
  private func latinBase(of scalar: Unicode.Scalar) -> Element? {
    guard var name = Self.nameOfLatin(scalar) else { return nil }
    while true {
      if let number = orderByName[name] { return .letter(number) }
      guard let and = name.firstRange(of: " AND ") else { break }
      name = name[..<and.lowerBound]
    }
    guard let letter = name.split(separator: " ").first, letter.unicodeScalars.count == 1 else {
      return nil
    }
    return letter.lowercased().unicodeScalars.first.map { element(of: $0) }
  }

  /// Unicode's name of é is LATIN SMALL LETTER E WITH ACUTE, which contains its base: `E WITH ACUTE`.
  private static func nameOfLatin(_ scalar: Unicode.Scalar) -> Substring? {
    let prefix = "LATIN SMALL LETTER "
    guard (0xC0..<0x250).contains(scalar.value) || (0x1E00..<0x1F00).contains(scalar.value),
      let name = scalar.properties.name, name.hasPrefix(prefix), name.contains(" WITH ")
    else { return nil }
    return name.dropFirst(prefix.utf8.count)
  }

  private static func capitalized(_ letter: String, _ hasDotlessI: Bool) -> String {
    let first = hasDotlessI && letter.first == "i" ? "İ" : letter.prefix(1).uppercased()
    return first + letter.dropFirst()
  }
}
