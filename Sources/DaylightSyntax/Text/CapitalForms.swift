/// The spelling of a phrase in capitals if it differs from its letters one by one: `GRÖSSE` for
/// `Größe`, and in Greek without accents, `ΣΧΕΣΗ` for `σχέση`.
///
/// Phrases are otherwise compared by Unicode's simple case folding. Together with these forms that
/// amounts to full case folding for capitals only: `MASS` may be `Maß`, but `Mass` is not.
enum CapitalForms {
  static func forms(of phrase: String, _ spelling: Spelling) -> [String] {
    if phrase.utf8.allSatisfy({ $0 < 0x80 }) { return [] }
    let capitals =
      (spelling.hasDotlessI ? phrase.replacing("i", with: "İ") : phrase).uppercased()
    let key = PhraseMatcher.key(of: phrase, spelling: spelling)
    var forms: [String] = []
    for form in [capitals, withoutGreekAccents(capitals)] {
      guard !forms.contains(form), PhraseMatcher.key(of: form, spelling: spelling) != key
      else { continue }
      forms.append(form)
    }
    return forms
  }

  private static func withoutGreekAccents(_ capitals: String) -> String {
    var result = String.UnicodeScalarView()
    var isGreek = false
    for scalar in capitals.unicodeScalars {
      if scalar == acute, isGreek { continue }
      result.append(accented[scalar] ?? scalar)
      isGreek = (0x370...0x3FF).contains(scalar.value) || isGreek && scalar.isMark
    }
    return String(result)
  }

  private static let acute: Unicode.Scalar = "\u{301}"

  private static let accented: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{386}": "Α", "\u{388}": "Ε", "\u{389}": "Η", "\u{38A}": "Ι", "\u{38C}": "Ο",
    "\u{38E}": "Υ", "\u{38F}": "Ω",
  ]
}
