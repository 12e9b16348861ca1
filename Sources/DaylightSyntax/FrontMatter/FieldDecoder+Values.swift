extension FieldDecoder {
  /// One piece of text; nil if it is empty or has no value.
  package mutating func text(_ name: String) -> Located<String>? {
    guard let field = filledField(name) else { return nil }
    return text(of: field.value, named: field.key)
  }

  /// Required text. If it is missing, that is reported and the text is empty.
  package mutating func requiredText(_ name: String, help: String? = nil) -> Located<String> {
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

  /// `true` or `false`.
  package mutating func flag(_ name: String) -> Located<Bool>? {
    guard let field = filledField(name) else { return nil }
    switch field.value.line {
    case "true": return Located(true, at: field.value.location)
    case "false": return Located(false, at: field.value.location)
    default:
      report(
        .wrongType(
          "‘\(field.key)’", "true or false", field.value.content, at: field.value.location,
          help: field.value.line?.flagOfOthers.map { "write \($0)" } ?? "write true or false"))
      return nil
    }
  }

  /// A whole number, with or without a sign.
  package mutating func integer(_ name: String) -> Located<Int>? {
    guard let field = filledField(name) else { return nil }
    if let number = field.value.line.flatMap({ Int($0) }) {
      return Located(number, at: field.value.location)
    }
    report(
      .wrongType(
        "‘\(field.key)’", "a whole number", field.value.content, at: field.value.location,
        help: "write digits only, such as 3"))
    return nil
  }

  /// A date, written `YYYY-MM-DD`.
  ///
  /// - Parameter flagHelp: what to write instead of a flag, which other programs have under the name.
  package mutating func date(
    _ name: String, flagHelp: (Bool) -> String? = { _ in nil }
  ) -> Located<CalendarDate>? {
    guard let field = filledField(name) else { return nil }
    let place = field.value.location
    guard let text = field.value.line, let (year, month, day) = CalendarDate.fields(ofISO: text)
    else {
      // A date followed by a time, as other programs write it.
      let day = field.value.line.flatMap { CalendarDate(iso: String($0.prefix(10))) }
      report(
        .wrongType(
          "‘\(field.key)’", "a date", field.value.content, at: place,
          help: day.map { "write the day alone: \($0.iso)" }
            ?? field.value.line?.flagOfOthers.flatMap(flagHelp)
            ?? "write year, month and day as in 2025-03-09"))
      return nil
    }
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      report(.invalidDate(text, year: year, month: month, at: place))
      return nil
    }
    return Located(date, at: place)
  }

  /// One of a few words: the cases of an enumeration.
  package mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ name: String, as type: Word.Type = Word.self
  ) -> Located<Word>? {
    guard let field = filledField(name) else { return nil }
    return word(of: field.value, named: field.key)
  }

  /// The word that a value represents; reports any other value.
  package mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    of node: YAMLNode, named name: String
  ) -> Located<Word>? {
    guard let text = text(of: node, named: name) else { return nil }
    guard let word = Word(rawValue: text.value) else {
      report(
        .unknownWord(
          text.value, of: name, known: Word.allCases.map(\.rawValue), at: text.location))
      return nil
    }
    return Located(word, at: text.location)
  }

  /// One of a few words, required.
  package mutating func requiredWord<Word: RawRepresentable<String> & CaseIterable>(
    _ name: String, as type: Word.Type = Word.self
  ) -> Located<Word>? {
    let before = diagnostics.count
    let word = word(name, as: type)
    if word == nil, diagnostics.count == before {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      reportMissing(name, help: "write ‘\(name): ’ and one of \(words)")
    }
    return word
  }

  /// A list of texts; empty if it has no value.
  package mutating func texts(_ name: String) -> [Located<String>] {
    var texts: [Located<String>] = []
    for element in elements(name, example: "[one, two]") {
      if let text = text(of: element, named: name) { texts.append(text) }
    }
    return texts
  }

  /// One piece of text, or a list of them.
  package mutating func textOrTexts(_ name: String) -> [Located<String>] {
    guard let field = filledField(name) else { return [] }
    guard case .scalar = field.value.content else {
      return elements(of: field, example: "[one, two]").compactMap { text(of: $0, named: name) }
    }
    return text(of: field.value, named: field.key).map { [$0] } ?? []
  }

  /// A list of words: cases of an enumeration.
  package mutating func words<Word: RawRepresentable<String> & CaseIterable>(
    _ name: String, as type: Word.Type = Word.self
  ) -> [Located<Word>] {
    var words: [Located<Word>] = []
    for element in elements(name, example: "[one, two]") {
      if let word: Located<Word> = word(of: element, named: name) { words.append(word) }
    }
    return words
  }

  /// A list of mappings, each decoded in turn.
  package mutating func list<Value>(
    _ name: String, of subject: String, foreignNames: ForeignNames = [:],
    _ body: (inout FieldDecoder) -> Value?
  ) -> [Value] {
    var values: [Value] = []
    for element in elements(name, example: "each item on a line of its own after ‘- ’") {
      let value = decode(element, of: subject, foreignNames: foreignNames, body)
      if let value { values.append(value) }
    }
    return values
  }

  /// A document that is a list of mappings, each decoded in turn.
  package static func list<Value>(
    _ node: YAMLNode?, of subject: String, _ body: (inout FieldDecoder) -> Value?
  ) -> Diagnosed<[Value]> {
    guard let node, !node.isEmpty else { return Diagnosed([]) }
    guard case .sequence(let elements) = node.content else {
      return Diagnosed(
        [],
        [
          .wrongType(
            "this file", "a list", node.content, at: node.location,
            help: "begin each \(subject) with ‘- ’ at the start of a line")
        ])
    }
    var result = Diagnosed<[Value]>([])
    for element in elements {
      var decoder = FieldDecoder(element, of: subject, at: element.location)
      if let value = body(&decoder) { result.value.append(value) }
      result.diagnostics += decoder.finish()
    }
    return result
  }

  /// A mapping inside this one.
  package mutating func nested<Value>(
    _ name: String, of subject: String, _ body: (inout FieldDecoder) -> Value
  ) -> Value? {
    guard let field = filledField(name) else { return nil }
    return decode(field.value, of: subject, at: field.keyLocation, body)
  }

  /// A mapping whose names the author chooses, undecoded.
  package mutating func openMap(_ name: String) -> [YAMLNode.Field] {
    guard let field = filledField(name) else { return [] }
    if case .mapping(let fields) = field.value.content { return fields }
    report(
      .wrongType(
        "‘\(field.key)’", "names with values", field.value.content, at: field.value.location,
        help: "write ‘name: value’ lines below it, each indented"))
    return []
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

  private mutating func elements(_ name: String, example: String) -> [YAMLNode] {
    filledField(name).map { elements(of: $0, example: example) } ?? []
  }

  private mutating func elements(of field: YAMLNode.Field, example: String) -> [YAMLNode] {
    if case .sequence(let elements) = field.value.content { return elements }
    report(
      .wrongType(
        "‘\(field.key)’", "a list", field.value.content, at: field.value.location,
        help: "write it as a list: \(example)"))
    return []
  }
}

extension YAMLNode {
  /// The text of a scalar on one line, without invisible characters at its ends.
  var line: String? {
    if case .scalar(let text, _) = content { text.onOneLine } else { nil }
  }
}

extension String {
  /// What other programs, and people, mean by a word such as `yes`; nil for any other word.
  var flagOfOthers: Bool? {
    switch lowercased() {
    case "true", "yes", "on", "1": true
    case "false", "no", "off", "0": false
    default: nil
    }
  }

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
  package static let wrongType = Rule(
    "wrong-type", .error, "A value of the wrong type for its name.",
    why: "The value cannot be understood, so it would have no effect.",
    bad: "---\ntitle: Rest\norder: first\n---\nRest is allowed.",
    good: "---\ntitle: Rest\norder: 1\n---\nRest is allowed.",
    fix: "Write the value in the form that the message shows.", in: .page)
  package static let invalidDate = Rule(
    "invalid-date", .error, "A date that does not exist.",
    why: "A page would be published, or would expire, on a day that does not exist.",
    bad: "---\ntitle: Rest\npublished: 2026-02-30\n---\nRest is allowed.",
    good: "---\ntitle: Rest\npublished: 2026-02-28\n---\nRest is allowed.",
    fix: "Correct the day or the month.", in: .page)
  package static let unknownWord = Rule(
    "unknown-word", .error, "A value that is not one of the words its name allows.",
    why: "The value means nothing to Daylight, so it would have no effect.",
    bad: "---\ntitle: Rest\nglossary: some\n---\nRest is allowed.",
    good: "---\ntitle: Rest\nglossary: first\n---\nRest is allowed.",
    fix: "Write one of the words that the message lists.", in: .page)
}

extension Diagnostic {
  static func wrongType(
    _ what: String, _ wanted: String, _ found: YAMLNode.Content, at location: SourceLocation,
    help: String
  ) -> Self {
    let found =
      switch found {
      case .scalar(let text, _): "‘\(text)’"
      case .sequence: "a list"
      case .mapping: "a group of names with values"
      }
    return Diagnostic(
      .wrongType, "\(what) should be \(wanted), but \(found) is written here", at: location,
      help: help)
  }

  fileprivate static func curlyQuotes(
    _ text: String, around inner: String, of key: String, at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .curlyQuotes, "the quotation marks of ‘\(key)’ are curly, so they are part of its value",
      at: location,
      help: "write ‘\(inner)’ without them; where they are meant to be seen, write \"\(text)\"")
  }

  fileprivate static func invalidDate(
    _ text: String, year: Int, month: Int, at location: SourceLocation
  ) -> Self {
    let help =
      if year < 1 {
        "years begin with 0001"
      } else if !(1...12 ~= month) {
        "months go from 01 to 12, after the year"
      } else {
        "this month has \(CalendarDate.days(inMonth: month, of: year)) days"
      }
    return Diagnostic(
      .invalidDate, "there is no date ‘\(text)’", at: location, help: help)
  }

  fileprivate static func unknownWord(
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
      .unknownWord, "‘\(word)’ is not a value that ‘\(key)’ allows", at: location, help: help)
  }
}
