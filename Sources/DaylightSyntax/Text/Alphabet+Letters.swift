extension Alphabet {
  /// By the first part of a language tag. A language that is not known has the Latin ones.
  static func letters(of language: String) -> [String] {
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
  static let substitutes: [Unicode.Scalar: String] = [
    "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "ı": "i", "ə": "e", "ŋ": "n",
    "ё": "е", "ѝ": "и", "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ϊ": "ι", "ΐ": "ι", "ό": "ο",
    "ύ": "υ", "ϋ": "υ", "ΰ": "υ", "ώ": "ω", "ς": "σ", "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ",
    "ץ": "צ", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ي", "ى": "ي", "ة": "ه",
    // Persian and Arabic have their own code points for these two letters.
    "ی": "ي", "ي": "ی", "ک": "ك", "ك": "ک",
  ]
}
