extension FieldDecoder {
  /// One of a few words: the cases of an enumeration.
  package mutating func word<Word: FieldWord>(
    _ name: String, as type: Word.Type = Word.self, about: String? = nil
  ) -> Located<Word>? {
    note(name, about, .word(Word.meanings))
    guard let field = filledField(name) else { return nil }
    return word(of: field.value, named: field.key)
  }

  /// The word that a value represents; reports any other value.
  package mutating func word<Word: FieldWord>(
    of node: YAMLNode, named name: String
  ) -> Located<Word>? {
    guard let text = text(of: node, named: name) else { return nil }
    guard let word = Word(rawValue: text.value) else {
      report(
        .unknownValue(
          text.value, of: name, known: Word.allCases.map(\.rawValue), at: text.location))
      return nil
    }
    return Located(word, at: text.location)
  }

  /// One of a few words, required.
  package mutating func requiredWord<Word: FieldWord>(
    _ name: String, as type: Word.Type = Word.self, about: String? = nil
  ) -> Located<Word>? {
    let before = diagnostics.count
    let word = word(name, as: type, about: about)
    if word == nil, diagnostics.count == before {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      reportMissing(name, help: "write ‘\(name): ’ and one of \(words)")
    }
    return word
  }

  /// A list of words: cases of an enumeration.
  package mutating func words<Word: FieldWord>(
    _ name: String, as type: Word.Type = Word.self, about: String? = nil
  ) -> [Located<Word>] {
    note(name, about, .list(.word(Word.meanings)))
    var words: [Located<Word>] = []
    for element in elements(name, example: "[one, two]") {
      if let word: Located<Word> = word(of: element, named: name) { words.append(word) }
    }
    return words
  }
}

extension Rule {
  package static let unknownValue = Rule(
    "unknown-value", .error, "A value that is not one of the words its name allows.",
    why: "The value means nothing to Daylight, so it would have no effect.",
    bad: "---\ntitle: Rest\nglossary: some\n---\nRest is allowed.",
    good: "---\ntitle: Rest\nglossary: first\n---\nRest is allowed.",
    fix: "Write one of the words that the message lists.", in: .page, formerIDs: ["unknown-word"])
}

extension Diagnostic {
  package static func unknownValue(
    _ word: String, of key: String, known: [String], at location: SourceLocation
  ) -> Self {
    let list = known.joined(separator: ", ")
    let help =
      if let nearest = nearestMatch(to: word, in: known) {
        "did you mean ‘\(nearest)’? The words are \(list)"
      } else {
        "write one of \(list)"
      }
    return Diagnostic(
      .unknownValue, "‘\(word)’ is not a value that ‘\(key)’ allows", at: location, help: help)
  }
}
