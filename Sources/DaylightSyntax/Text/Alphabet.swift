/// The letters of a language in their order, for lists from A to Z.
///
/// An accented letter is listed under its base letter unless the language counts it as a letter of
/// its own: É is under E in French, Ö under O in German and after Z in Swedish. Text in another
/// script comes after the letters of the language, by code point. The letters of each language are
/// those that Unicode's CLDR sorts separately (common/collation, type "standard").
package struct Alphabet: Sendable {
  /// The letters that a list from A to Z shows at its head.
  package let letters: [String]
  private let order: [String: Int]
  private let firstLettersOfPairs: Set<Character>
  /// Turkish and Azeri write ı for the small I, and İ for the capital i.
  private let hasDotlessI: Bool

  /// - Parameter language: a language tag such as `sv` or `en-GB`.
  package init(language: String) {
    let language = String(language.lowercased().prefix { $0 != "-" })
    hasDotlessI = ["tr", "az"].contains(language)
    let letters = Self.letters(of: language)
    order = Dictionary(
      letters.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    firstLettersOfPairs = Set(letters.filter { $0.count > 1 }.compactMap(\.first))
    let hasDotlessI = hasDotlessI
    self.letters = letters.map { Self.capitalized($0, hasDotlessI) }
  }

  /// The heading for a text in a list from A to Z: a letter, `0–9`, or `#` for a text without
  /// letters and digits.
  package func heading(of text: String) -> String {
    guard let first = elements(of: text).first else { return "#" }
    switch first {
    case .letter(let number): return letters[number]
    case .digit: return "0–9"
    case .other(let scalar): return String(scalar).uppercased()
    }
  }

  /// A sort key that compares texts word by word, first without accents, then with them, so that
  /// entries for one word stay together.
  package func key(of text: String) -> [Word] {
    lowercased(text).split { $0 == " " || $0 == "-" || $0 == "\u{A0}" }.map { word in
      Word(elements: elements(of: String(word)), text: String(word))
    }
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

  /// The letters and digits of a text; everything else is ignored.
  private func elements(of text: String) -> [Element] {
    var elements: [Element] = []
    let characters = Array(lowercased(text))
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
    if let latin = Self.latinBase(of: scalar) { return [element(of: latin)] }
    return scalar.isWordCharacter && scalar != "_" && !scalar.isMark ? [.other(scalar)] : []
  }

  private func element(of scalar: Unicode.Scalar) -> Element {
    order[String(scalar)].map { .letter($0) } ?? .other(scalar)
  }

  /// Unicode's name of é is LATIN SMALL LETTER E WITH ACUTE, which contains its base.
  private static func latinBase(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let prefix = "LATIN SMALL LETTER "
    guard (0xC0..<0x250).contains(scalar.value) || (0x1E00..<0x1F00).contains(scalar.value),
      let name = scalar.properties.name, name.hasPrefix(prefix)
    else { return nil }
    let words = name.dropFirst(prefix.count).split(separator: " ")
    guard words.count > 1, words[1] == "WITH", words[0].unicodeScalars.count == 1 else {
      return nil
    }
    return words[0].lowercased().unicodeScalars.first
  }

  private func lowercased(_ text: String) -> String {
    guard hasDotlessI else { return text.lowercased() }
    return String(text.map { $0 == "I" ? "ı" : $0 == "İ" ? "i" : $0 }).lowercased()
  }

  private static func capitalized(_ letter: String, _ hasDotlessI: Bool) -> String {
    if hasDotlessI, letter == "i" { return "İ" }
    return letter.prefix(1).uppercased() + letter.dropFirst()
  }
}

extension Alphabet {
  private static func letters(of language: String) -> [String] {
    if let whole = otherScripts[language] { return whole.map { String($0) } }
    var letters = "abcdefghijklmnopqrstuvwxyz".map { String($0) }
    for line in tailorings[language] ?? [] {
      let words = line.split(separator: " ").map(String.init)
      letters.removeAll { words.dropFirst().contains($0) }
      guard let place = words.first.flatMap(letters.firstIndex) else { continue }
      letters.insert(contentsOf: words.dropFirst(), at: place + 1)
    }
    return letters
  }

  /// For languages in Latin script, the letters that follow another.
  private static let tailorings: [String: [String]] = [
    "az": ["c ç", "e ə", "g ğ", "h x ı", "k q", "o ö", "s ş", "u ü"],
    "bs": croatian, "hr": croatian,
    "cs": ["c č", "h ch", "r ř", "s š", "z ž"],
    "cy": ["c ch", "d dd", "f ff", "g ng", "l ll", "p ph", "r rh", "t th"],
    "da": ["z æ ø å"], "fo": ["z æ ø å"], "nb": ["z æ ø å"], "nn": ["z æ ø å"],
    "no": ["z æ ø å"],
    "eo": ["c ĉ", "g ĝ", "h ĥ", "j ĵ", "s ŝ", "u ŭ"],
    "es": ["n ñ"], "eu": ["n ñ"], "gl": ["n ñ"],
    "et": ["s š z ž", "w õ ä ö ü"],
    "fi": ["z å ä ö"], "sv": ["z å ä ö"],
    "hu": [
      "c cs", "d dz dzs", "g gy", "l ly", "n ny", "o ö", "s sz", "t ty", "u ü", "z zs",
    ],
    "is": ["a á", "d ð", "e é", "i í", "o ó", "u ú", "y ý", "z þ æ ö å"],
    "lt": ["c č", "i y", "s š", "z ž"],
    "lv": ["c č", "g ģ", "i y", "k ķ", "l ļ", "n ņ", "r ŗ", "s š", "z ž"],
    "pl": ["a ą", "c ć", "e ę", "l ł", "n ń", "o ó", "s ś", "z ź ż"],
    "ro": ["a ă â", "i î", "s ș", "t ț"],
    "sk": ["a ä", "c č", "h ch", "o ô", "s š", "z ž"],
    "sl": ["c č ć", "d đ", "s š", "z ž"],
    "sq": [
      "c ç", "d dh", "e ë", "g gj", "l ll", "n nj", "r rr", "s sh", "t th", "x xh", "z zh",
    ],
    "tr": ["c ç", "g ğ", "h ı", "o ö", "s ş", "u ü"],
    "vi": ["a ă â", "d đ", "e ê", "o ô ơ", "u ư"],
  ]

  private static let croatian = ["c č ć", "d dž đ", "l lj", "n nj", "s š", "z ž"]

  private static let otherScripts: [String: String] = [
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "be": "абвгдежзійклмнопрстуўфхцчшыьэюя",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "el": "αβγδεζηθικλμνξοπρστυφχψω",
    "fa": "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    "he": "אבגדהוזחטיכלמנסעפצקרשת",
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
  ]

  /// Letters that are listed as others unless a language counts them separately.
  private static let substitutes: [Unicode.Scalar: String] = [
    "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "ı": "i", "ə": "e", "ŋ": "n",
    "ё": "е", "ѝ": "и", "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ϊ": "ι", "ΐ": "ι", "ό": "ο",
    "ύ": "υ", "ϋ": "υ", "ΰ": "υ", "ώ": "ω", "ς": "σ", "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ",
    "ץ": "צ", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ي", "ى": "ي", "ة": "ه",
  ]
}
