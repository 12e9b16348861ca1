package import DaylightSyntax

/// Determines which forms belong to which term, and reports two terms that claim the same one.
///
/// The term, its abbreviation and its aliases, and the plural and possessive of each.
///
/// A term that is matched exactly gets only the forms of its own spelling. A generated form that
/// another term lists belongs to that other term.
package enum GlossaryForms {
  /// The term, its abbreviation and its aliases, and of each the plural and possessive.
  ///
  /// A term that is matched exactly gets the forms of its own spelling only. A generated form that
  /// another term has written out belongs to that other term.
  static func terms(
    of documents: [(document: Document, term: TermFrontMatter, link: String)], _ language: Language
  ) -> Diagnosed<[Glossary.Term]> {
    let otherForms = language.forms ?? { _ in [] }
    var claims: [String: Located<String>] = [:]
    var diagnostics: [Diagnostic] = []
    for (_, term, _) in documents {
      for form in written(term) {
        let key = PhraseMatcher.key(of: form.value, spelling: language.spelling)
        if let first = claims[key], first.location.path != form.location.path {
          diagnostics.append(.ambiguousForm(form, first: first))
        } else if claims[key] == nil {
          claims[key] = form
        }
      }
    }
    var generated = claims
    let terms = documents.map { document, term, link in
      var forms = written(term)
      var known = Set(forms.map(\.value))
      for form in written(term) {
        for other in otherForms(form.value) {
          let key = PhraseMatcher.key(of: other, spelling: language.spelling)
          if let owner = generated[key], owner.location.path != form.location.path { continue }
          generated[key] = generated[key] ?? Located(other, at: form.location)
          if known.insert(other).inserted { forms.append(Located(other, at: form.location)) }
        }
      }
      // `Wut` is also written `WUT` in a German text, but `Id` is not an `ID`.
      if term.match == nil, isExact(term), language.spelling.capitalizesNouns {
        forms += forms.map { Located($0.value.uppercased(), at: $0.location) }
      }
      return Glossary.Term(
        slug: slug(of: document), source: document.file.path, name: term.term.value,
        abbreviation: term.abbreviation.map(\.value).flatMap { $0.isEmpty ? nil : $0 },
        summary: term.summary.value, link: link,
        isLinkedAutomatically: term.isLinkedAutomatically, scope: term.glossary?.value,
        isExact: isExact(term), forms: forms.filter { !$0.value.isEmpty },
        exceptions: term.exceptions.flatMap { [$0.value] + otherForms($0.value) })
    }
    return Diagnosed(terms.sorted { $0.slug < $1.slug }, diagnostics)
  }

  /// The name of the file without its ending.
  package static func slug(of document: Document) -> String {
    String(document.file.path.split(separator: "/").last?.dropLast(3) ?? "")
  }

  private static func written(_ term: TermFrontMatter) -> [Located<String>] {
    [term.term] + (term.abbreviation.map { [$0] } ?? []) + term.forms
  }

  /// A term written mostly in capitals matches only so, or `REST` would be found in every `rest`; and
  /// so does a very short one that begins with a capital, or `Id` would be found in `ID`.
  private static func isExact(_ term: TermFrontMatter) -> Bool {
    if let match = term.match { return match.value == .exact }
    let text = term.term.value.unicodeScalars
    let letters = text.filter(\.properties.isAlphabetic)
    let capitals = letters.count { $0.properties.isUppercase }
    let isShortWord = text.count <= 3 && letters.count == text.count
    return letters.count > 1
      && (capitals * 4 >= letters.count * 3
        || isShortWord && text.first?.properties.isUppercase == true)
  }
}

extension Rule {
  package static let ambiguousForm = Rule(
    "ambiguous-term", .error, "Two entries of the glossary that claim the same words.",
    why: "A word in a text can lead to one entry only.",
    bad: "love-bombing.md and flattery.md, both with `aliases: [love-bombed]`",
    good: "`aliases: [love-bombed]` in love-bombing.md alone",
    fix: "Leave the words in one of the two entries.", in: .described)
}

extension Diagnostic {
  fileprivate static func ambiguousForm(_ form: Located<String>, first: Located<String>) -> Self {
    Diagnostic(
      .ambiguousForm, "‘\(form.value)’ belongs to two entries of the glossary", at: form.location,
      notes: [.init("the other is here", at: first.location)],
      help: "leave it in one of them")
  }
}
