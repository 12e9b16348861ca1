extension Language {
  /// Forms of terms only: nobody has collected the words for the other rules yet.
  static let arabic: Self = {
    var arabic = Self(subtag: "ar")
    arabic.forms = ArabicForms.forms
    return arabic
  }()
}

/// The forms of Arabic terms.
enum ArabicForms {
  /// The form of a term with the article after the preposition ل, which replaces its alef: `للإساءة`
  /// for `الإساءة`, and `لليل` for `الليل`.
  static func forms(of term: String) -> [String] {
    let letters = term.unicodeScalars.drop(while: \.isIgnorable)
    guard let alef = letters.first, alef == "ا" || alef == "ٱ",
      case let lam = letters.dropFirst().drop(while: \.isIgnorable), lam.first == "ل"
    else { return [] }
    let next = lam.dropFirst().first { !$0.isIgnorable }
    return [(next == "ل" ? "" : "ل") + String(lam)]
  }
}
