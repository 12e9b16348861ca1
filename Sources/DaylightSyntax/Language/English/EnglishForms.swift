/// The plural and possessives of English terms.
package enum EnglishForms {
  /// The other forms that a term takes in a sentence: plural, possessive, and possessive of the
  /// plural, made from its last word. `trauma bond` gives `trauma bonds`, `trauma bond's` and
  /// `trauma bonds'`.
  ///
  /// Only the regular rules are applied. They may produce forms that nobody writes, which costs
  /// nothing. A word that ends in capitals, such as PTSD, takes a plain `s`. A term that does not
  /// end in a letter or digit has no forms.
  package static func forms(of term: String) -> [String] {
    guard let last = term.unicodeScalars.last, last.isWordCharacter, last != "_" else { return [] }
    let start = term.lastIndex { $0 == " " || $0 == "-" }.map(term.index(after:)) ?? term.startIndex
    let plural = term[..<start] + self.plural(of: String(term[start...]))
    var forms = [String(plural), term + "'s"]
    // Both are in use: the boss's, the boss'.
    if term.hasSuffix("s") { forms.append(term + "'") }
    forms.append(plural.hasSuffix("s") ? plural + "'" : plural + "'s")
    return forms
  }

  private static func plural(of word: String) -> String {
    if let irregular = irregular[word.lowercased()] {
      return String(word.prefix(1)) + irregular.dropFirst()
    }
    guard word.last?.isLowercase == true else { return word + "s" }
    if word.hasSuffix("sis") { return word.dropLast(2) + "es" }
    if ["s", "x", "z", "ch", "sh"].contains(where: word.hasSuffix) { return word + "es" }
    if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) {
      return word.dropLast() + "ies"
    }
    return word + "s"
  }

  private static let irregular = [
    "child": "children", "life": "lives", "man": "men", "person": "people", "self": "selves",
    "wife": "wives", "woman": "women",
  ]
}
