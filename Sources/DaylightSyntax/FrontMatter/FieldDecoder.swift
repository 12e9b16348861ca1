/// Decodes the fields of a YAML mapping one by one, by name and type.
///
/// Nothing is thrown: a field that is missing or of another type is reported, and decodes as nil or
/// empty. Decode each name once, then call ``finish()``: names that were never requested are
/// unknown.
package struct FieldDecoder {
  /// The location of findings that have no field of their own, such as a missing one.
  package let location: SourceLocation
  package private(set) var diagnostics: [Diagnostic] = []

  private let fields: [YAMLNode.Field]
  private var isTaken: [Bool]
  private var names: [String] = []
  /// What the fields describe, for messages: “page”, “service”.
  private let subject: String
  private let foreignNames: ForeignNames
  /// Whether something other than a mapping was written: then no field is reported as missing.
  private var isUnreadable = false
  /// The notes of a decoder that is run over nothing, to learn which fields there are.
  private(set) var table: FieldTable?

  /// A decoder that reads nothing and notes what it is asked for.
  init(notingFieldsOf subject: String) {
    self.init(nil, of: subject, at: .file(""))
    table = FieldTable(of: subject)
  }

  /// Decodes the fields of a document or of a value. An empty document has no fields.
  ///
  /// - Parameter foreignNames: the names that other programs use for the fields.
  package init(
    _ node: YAMLNode?, of subject: String, at location: SourceLocation,
    foreignNames: ForeignNames = [:]
  ) {
    self.location = location
    self.subject = subject
    self.foreignNames = foreignNames
    switch node?.content {
    case .mapping(let fields): self.fields = fields
    case nil: fields = []
    case _ where node?.isEmpty == true: fields = []
    case let content?:
      fields = []
      isUnreadable = true
      var line: String?
      if case .scalar(let text, _) = content { line = YAMLNode.nameAndValue(in: text.onOneLine) }
      diagnostics = [
        .wrongType(
          "the \(subject)", "names with values", content, at: node?.location ?? location,
          help:
            "write \(line.map { "‘\($0)’, and so on" } ?? "‘name: value’"), each on a line of its own"
        )
      ]
    }
    isTaken = Array(repeating: false, count: fields.count)
    // A page has about as many.
    names.reserveCapacity(32)
  }

  /// The field of a name, which counts as known from now on. Nil if it is absent; a field without a
  /// value is returned.
  package mutating func field(_ name: String) -> YAMLNode.Field? {
    names.append(name)
    guard let index = fields.firstIndex(where: { $0.key == name }) else { return nil }
    isTaken[index] = true
    return fields[index]
  }

  /// The field of a name, if it has a value.
  mutating func filledField(_ name: String) -> YAMLNode.Field? {
    guard let field = field(name), !field.value.isEmpty else { return nil }
    return field
  }

  /// Notes a field for editors, if this decoder takes notes.
  mutating func note(_ name: String, _ about: String?, _ form: @autoclosure () -> FieldForm) {
    guard table != nil else { return }
    table?.note(name, about, form())
  }

  /// The same for a group of fields inside this one.
  mutating func noteGroup<Value>(
    _ name: String, _ about: String?, of subject: String, inList: Bool = false,
    _ body: (inout FieldDecoder) -> Value
  ) {
    guard table != nil else { return }
    let group = FieldForm.group(FieldTable(of: subject, body))
    table?.note(name, about, inList ? .list(group) : group)
  }

  /// Reports a name that is valid elsewhere but not here.
  package mutating func refuse(_ name: String, because reason: String, help: String) {
    table?.noteRefusal(name, because: reason, help: help)
    guard let index = fields.firstIndex(where: { $0.key == name }) else { return }
    isTaken[index] = true
    report(
      .misplacedKey(name, because: reason, at: fields[index].keyLocation, help: help))
  }

  package mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic.namingUnseen())
  }

  package mutating func report(_ more: [Diagnostic]) { diagnostics += more }

  package mutating func reportMissing(_ name: String, help: String? = nil) {
    // What is missing from nothing is required.
    table?.noteRequired(name)
    guard !isUnreadable else { return }
    let place = fields.first { $0.key == name }?.keyLocation ?? location
    report(.missingField(name, of: subject, at: place, help: help))
  }

  /// Reports a field that is missing although another is written, which needs it.
  package mutating func require(
    _ name: String, with others: String..., help: String
  ) {
    if table != nil {
      for other in others { table?.noteCompanion(name, of: other) }
    } else if !hasText(name), others.contains(where: hasText) {
      reportMissing(name, help: help)
    }
  }

  private func hasText(_ name: String) -> Bool {
    fields.contains { $0.key == name && !$0.value.isEmpty && $0.value.line?.isEmpty != true }
  }

  /// Reports the names that were never requested, and returns all findings.
  package mutating func finish() -> [Diagnostic] {
    for (field, isTaken) in zip(fields, isTaken) where !isTaken {
      let help = foreignNames.help(for: field, known: names) { name in
        fields.contains { $0.key == name && !$0.value.isEmpty }
      }
      report(.unknownKey(field.key, of: subject, known: names, at: field.keyLocation, help: help))
    }
    isTaken = Array(repeating: true, count: fields.count)
    return diagnostics
  }

  /// All fields that were not decoded yet.
  private mutating func remainingFields() -> [YAMLNode.Field] {
    let remaining = zip(fields, isTaken).compactMap { $1 ? nil : $0 }
    isTaken = Array(repeating: true, count: fields.count)
    return remaining
  }

  /// The groups under names that the author chooses: all fields that were not decoded yet.
  ///
  /// - Parameter form: what the names have to look like. It is the caller who checks it.
  package mutating func namedGroups<Value>(
    of subject: String, named form: TextForm? = nil,
    _ body: (Located<String>, inout FieldDecoder) -> Value
  ) -> [Value] {
    if table != nil {
      let group = FieldTable(of: subject) { body(Located("", at: $0.location), &$0) }
      table?.noteOthers(named: form, .group(group))
    }
    return remainingFields().map { field in
      let name = Located(field.key, at: field.keyLocation)
      return decode(field.value, of: subject, at: field.keyLocation) { body(name, &$0) }
    }
  }

  /// The texts under names that the author chooses, each required.
  package mutating func namedTexts() -> [(name: Located<String>, text: Located<String>)] {
    table?.noteOthers(named: nil, .text(nil))
    return remainingFields().map {
      (Located($0.key, at: $0.keyLocation), requiredText($0.key))
    }
  }

  /// Decodes an entry that is of one kind if it has the field, and of another if it does not.
  package mutating func variant<Value>(
    by name: String, about: String,
    _ first: (Located<String>, inout FieldDecoder) -> Value,
    otherwise second: (inout FieldDecoder) -> Value
  ) -> Value {
    if table != nil {
      let tables = [
        FieldTable(of: subject) { decoder -> Value in
          let name = decoder.requiredText(name, about: about)
          return first(name, &decoder)
        },
        FieldTable(of: subject, second),
      ]
      table?.noteVariants(by: name, tables)
    }
    guard let text = text(name, about: about) else { return second(&self) }
    return first(text, &self)
  }

  /// Decodes a value that is itself a mapping, and includes its findings.
  package mutating func decode<Value>(
    _ node: YAMLNode, of subject: String, at location: SourceLocation? = nil,
    foreignNames: ForeignNames = [:], _ body: (inout FieldDecoder) -> Value
  ) -> Value {
    var decoder = FieldDecoder(
      node, of: subject, at: location ?? node.location, foreignNames: foreignNames)
    let value = body(&decoder)
    diagnostics += decoder.finish()
    return value
  }
}

extension Rule {
  package static let unknownKey = Rule(
    "unknown-key", .error, "A name that has no meaning where it is written.",
    why: "A misspelt name has no effect, and nobody would notice: a draft would be published, a "
      + "date forgotten.",
    bad: "---\ntitle: Rest\nsumary: Why rest helps\n---\nRest is allowed.",
    good: "---\ntitle: Rest\nsummary: Why rest helps\n---\nRest is allowed.",
    fix: "Use the name that the message suggests, or put a name of your own under `extra`.",
    in: .page)
  package static let misplacedKey = Rule(
    "misplaced-key", .error, "A name that is valid, but not for this kind of page.",
    why: "The name would have no effect on this kind of page.",
    bad: "---\ntitle: Rest\nsequence: true\n---\nRest is allowed.",
    good: "---\ntitle: Rest\n---\nRest is allowed.",
    fix: "Move the line to the page that the message names, or delete it.", in: .page)
  package static let missingField = Rule(
    "missing-field", .error, "A required name that is missing or has no value.",
    why: "The page or entry cannot be shown without it.",
    bad: "---\nsummary: Why rest helps\n---\nRest is allowed.",
    good: "---\ntitle: Rest\nsummary: Why rest helps\n---\nRest is allowed.",
    fix: "Write the name that the message gives, with a value after its colon.", in: .page)
}

extension Diagnostic {
  fileprivate static func unknownKey(
    _ name: String, of subject: String, known: [String], at location: SourceLocation, help: String?
  ) -> Self {
    let help =
      if let help {
        help
      } else if let nearest = nearestMatch(to: name, in: known) {
        "did you mean ‘\(nearest)’?"
      } else {
        "known names: \(known.joined(separator: ", "))"
      }
    return Diagnostic(
      .unknownKey, "‘\(name)’ has no meaning in this \(subject)", at: location, help: help)
  }

  fileprivate static func misplacedKey(
    _ name: String, because reason: String, at location: SourceLocation, help: String
  ) -> Self {
    Diagnostic(.misplacedKey, "‘\(name)’ does not belong here: \(reason)", at: location, help: help)
  }

  fileprivate static func missingField(
    _ name: String, of subject: String, at location: SourceLocation, help: String?
  ) -> Self {
    Diagnostic(
      .missingField, "‘\(name)’ is missing from this \(subject)", at: location,
      help: help ?? "write ‘\(name): ’ and a value")
  }
}
