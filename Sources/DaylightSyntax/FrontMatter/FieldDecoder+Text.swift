extension FieldDecoder {
  /// One piece of text; nil if it is empty or has no value.
  ///
  /// - Parameters:
  ///   - form: what editors are told that the text looks like. It is the caller who checks it.
  ///   - about: what the field says, for its author. All methods for fields have this.
  package mutating func text(
    _ name: String, as form: TextForm? = nil, about: String? = nil
  ) -> Located<String>? {
    note(name, about, .text(form))
    guard let field = filledField(name) else { return nil }
    return text(of: field.value, named: field.key)
  }

  /// Required text. If it is missing, that is reported and the text is empty.
  package mutating func requiredText(
    _ name: String, as form: TextForm? = nil, about: String? = nil, help: String? = nil
  ) -> Located<String> {
    note(name, about, .text(form))
    guard let field = filledField(name) else {
      reportMissing(name, help: help)
      return Located("", at: location)
    }
    guard let text = text(of: field.value, named: field.key) else {
      if case .scalar = field.value.content { reportMissing(name, help: help) }
      return Located("", at: field.value.location)
    }
    return text
  }

  /// A list of texts; empty if it has no value.
  package mutating func texts(
    _ name: String, as form: TextForm? = nil, about: String? = nil
  ) -> [Located<String>] {
    note(name, about, .list(.text(form)))
    var texts: [Located<String>] = []
    for element in elements(name, example: "[one, two]") {
      if let text = text(of: element, named: name) { texts.append(text) }
    }
    return texts
  }

  /// One piece of text, or a list of them.
  ///
  /// - Parameter form: what editors are told of each of them. It is the caller who checks it.
  package mutating func textOrTexts(
    _ name: String, as form: FieldForm = .text(nil), about: String? = nil
  ) -> [Located<String>] {
    note(name, about, .oneOrList(form))
    guard let field = filledField(name) else { return [] }
    guard case .scalar = field.value.content else {
      return elements(of: field, example: "[one, two]").compactMap { text(of: $0, named: name) }
    }
    return text(of: field.value, named: field.key).map { [$0] } ?? []
  }

  /// A list of texts, or one text whose lines are kept apart if they were written after `|`.
  package mutating func textOrBlock(_ name: String, about: String? = nil) -> [Located<String>] {
    note(name, about, .oneOrList(.text(nil)))
    guard let field = filledField(name) else { return [] }
    if case .scalar(let text, .literal) = field.value.content {
      return [Located(text, at: field.value.location)]
    }
    guard case .scalar = field.value.content else {
      return elements(of: field, example: "[one, two]").compactMap { text(of: $0, named: name) }
    }
    return text(of: field.value, named: field.key).map { [$0] } ?? []
  }

  /// The text of a value; nil if it is empty. Reports any other type.
  package mutating func text(of node: YAMLNode, named name: String) -> Located<String>? {
    guard case .scalar(_, let style) = node.content, let text = node.line else {
      report(
        .wrongType(
          "‘\(name)’", "text", node.content, at: node.location,
          help: "write one piece of text; in quotation marks if it begins with a bracket"))
      return nil
    }
    if style == .plain, let inner = text.betweenCurlyQuotes {
      report(.curlyQuotes(text, around: inner, of: name, at: node.location))
    }
    return text.isEmpty ? nil : Located(text, at: node.location)
  }
}

extension YAMLNode {
  /// The text of a scalar on one line, without invisible characters at its ends.
  var line: String? {
    if case .scalar(let text, _) = content { text.onOneLine } else { nil }
  }
}

extension String {
  /// The text between the curly quotation marks that this begins and ends with, if it contains no
  /// others: straight ones were meant, and a word processor made them curly.
  var betweenCurlyQuotes: String? {
    let marks: [(open: Character, close: Character)] = [
      ("“", "”"), ("”", "”"), ("„", "“"), ("„", "”"), ("‘", "’"), ("’", "’"), ("‚", "‘"),
    ]
    // All of them begin with this byte, and counting characters is slow.
    guard utf8.first == 0xE2, count > 2, let first, let last else { return nil }
    let inner = dropFirst().dropLast()
    let isWhole = marks.contains { $0 == (first, last) } && !inner.contains { "“”„‘‚".contains($0) }
    return isWhole ? String(inner) : nil
  }
}

extension Rule {
  package static let curlyQuotes = Rule(
    "curly-quotes", .warning, "A value between curly quotation marks, which are printed with it.",
    why: "A word processor makes straight quotation marks curly. YAML does not know these, so "
      + "readers see them, and a colon between them ends the value.",
    bad: "---\ntitle: “Shame”\n---\nRest is allowed.",
    good: "---\ntitle: Shame\n---\nRest is allowed.",
    fix: "Write the value without the marks. Where readers are to see them, put straight ones "
      + "around all of it: \"“Shame”\".", in: .page)
}

extension Diagnostic {
  fileprivate static func curlyQuotes(
    _ text: String, around inner: String, of key: String, at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .curlyQuotes, "the quotation marks of ‘\(key)’ are curly, so they are part of its value",
      at: location,
      help: "write ‘\(inner)’ without them; where they are meant to be seen, write \"\(text)\"")
  }
}
