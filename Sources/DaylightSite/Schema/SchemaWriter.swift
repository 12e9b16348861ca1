import DaylightSyntax

/// Writes the tables of decoders as JSON Schema.
///
/// Some words of it are not in the standard, and other readers pass over them: `enumDescriptions`,
/// `patternErrorMessage`, `deprecationMessage` and `doNotSuggest`, which editors show or obey.
struct SchemaWriter {
  private var json = JSONWriter(indented: true)
  private let rules: RuleBook

  private init(rules: RuleBook) { self.rules = rules }

  static func document(
    title: String, note: String, rules: RuleBook, _ body: (inout Self) -> Void
  ) -> [UInt8] {
    var writer = Self(rules: rules)
    writer.object { writer in
      writer.json.member("$schema", "http://json-schema.org/draft-07/schema#")
      writer.json.member("$comment", note)
      writer.json.member("title", title)
      body(&writer)
    }
    return writer.json.bytes + [UInt8(ascii: "\n")]
  }

  private mutating func object(_ key: String? = nil, _ body: (inout Self) -> Void) {
    let rules = rules
    func members(_ json: inout JSONWriter) { Self.with(&json, rules, body) }
    if let key { json.object(key, members) } else { json.object(members) }
  }

  // MARK: - Groups

  /// The members of a schema for a mapping.
  mutating func group(_ table: FieldTable) {
    json.member("type", "object")
    guard table.variants == nil else { return variants(table) }
    object("properties") { writer in
      for field in table.fields {
        writer.object(field.name) { writer in
          writer.json.member("description", field.about)
          writer.value(field.form, isRequired: field.isRequired)
        }
      }
      for refusal in table.refused {
        writer.object(refusal.name) { $0.refused(refusal) }
      }
    }
    let required = table.fields.filter(\.isRequired).map(\.name)
    if !required.isEmpty { json.member("required", required) }
    companions(of: table)
    guard let others = table.others else { return json.member("additionalProperties", false) }
    if let names = others.names {
      object("propertyNames") { $0.pattern(names) }
    }
    object("additionalProperties") { $0.value(others.form, isRequired: true) }
  }

  /// The members of a schema for a list of mappings.
  mutating func list(of table: FieldTable) {
    json.member("type", "array")
    object("items") { $0.group(table) }
  }

  /// A mapping that is of the first kind with one of the names of that kind.
  mutating func choice(
    of kinds: [(name: String, own: [String], table: FieldTable)],
    otherwise last: (name: String, table: FieldTable)
  ) {
    cases(kinds[...], otherwise: last.name)
    object("definitions") { writer in
      for (name, table) in kinds.map({ ($0.name, $0.table) }) + [last] {
        writer.object(name) { $0.group(table) }
      }
    }
  }

  private mutating func cases(
    _ kinds: ArraySlice<(name: String, own: [String], table: FieldTable)>,
    otherwise last: String
  ) {
    guard let kind = kinds.first else {
      return json.member("$ref", "#/definitions/\(last)")
    }
    object("if") { writer in
      writer.json.array("anyOf") { json in
        for name in kind.own { json.object { $0.member("required", [name]) } }
      }
    }
    object("then") { $0.json.member("$ref", "#/definitions/\(kind.name)") }
    object("else") { $0.cases(kinds.dropFirst(), otherwise: last) }
  }

  private mutating func variants(_ table: FieldTable) {
    guard let variants = table.variants else { return }
    object("if") { $0.json.member("required", [variants.name]) }
    for (key, table) in zip(["then", "else"], variants.tables) {
      object(key) { $0.group(table) }
    }
  }

  /// What has to be there beside another field, if that has a value. (`dependencies` of JSON Schema
  /// counts a name without a value.)
  private mutating func companions(of table: FieldTable) {
    guard !table.companions.isEmpty else { return }
    let rules = rules
    json.array("allOf") { json in
      for field in table.fields {
        let needed = table.companions.filter { $0.name == field.name }.map(\.needed)
        guard !needed.isEmpty else { continue }
        json.object { json in
          Self.with(&json, rules) { writer in
            writer.object("if") { writer in
              writer.json.member("required", [field.name])
              writer.object("properties") { writer in
                writer.object(field.name) { writer in
                  writer.object("not") { $0.json.member("type", "null") }
                }
              }
            }
            writer.object("then") { $0.json.member("required", needed) }
          }
        }
      }
    }
  }

  private mutating func refused(_ refusal: FieldTable.Refusal) {
    let message =
      "‘\(refusal.name)’ does not belong here: \(refusal.reason). \(refusal.help.sentence)"
    json.member("description", message)
    json.member("deprecationMessage", message)
    json.member("doNotSuggest", true)
    json.object("not") { _ in }
  }

  // MARK: - Values

  /// The members of a schema for a value.
  ///
  /// A date may have no value, because some are filled in later. Any other name without a value has
  /// no effect, so that an editor may ask for one.
  private mutating func value(_ form: FieldForm, isRequired: Bool) {
    switch form {
    case .text(let form):
      text(form, isRequired: isRequired)
    case .flag:
      json.member("type", "boolean")
    case .number:
      json.member("type", "integer")
    case .date:
      json.member("type", isRequired ? ["string"] : ["string", "null"])
      pattern(.date)
    case .word(let words):
      json.member("type", "string")
      json.member("enum", words.map(\.word))
      json.member("enumDescriptions", words.map(\.meaning))
    case .list(let element):
      json.member("type", "array")
      if isRequired { json.member("minItems", 1) }
      object("items") { $0.value(element, isRequired: true) }
    case .oneOrList(let element):
      let rules = rules
      json.array("anyOf") { json in
        for form in [element, .list(element)] {
          json.object { json in
            Self.with(&json, rules) { $0.value(form, isRequired: isRequired) }
          }
        }
      }
    case .group(let table):
      group(table)
    case .anyNames:
      json.member("type", "object")
    case .ruleLevels:
      ruleLevels()
    }
  }

  /// Lends what has been written so far to a writer of schemas.
  private static func with(
    _ json: inout JSONWriter, _ rules: RuleBook, _ body: (inout Self) -> Void
  ) {
    var writer = Self(rules: rules)
    swap(&writer.json, &json)
    body(&writer)
    swap(&writer.json, &json)
  }

  /// YAML takes `2026` and `60` for numbers, which are fine as text.
  private mutating func text(_ form: TextForm?, isRequired: Bool) {
    if form?.mayBeNumber ?? true {
      json.member("type", ["string", "number"])
    } else {
      json.member("type", "string")
    }
    if let form {
      pattern(form)
    } else if isRequired {
      json.member("minLength", 1)
    }
  }

  private mutating func pattern(_ form: TextForm) {
    json.member("pattern", form.pattern)
    json.member("patternErrorMessage", form.help)
  }

  /// Each rule by its name, with the levels that a site may give it.
  private mutating func ruleLevels() {
    json.member("type", "object")
    object("properties") { writer in
      for rule in writer.rules.all.sorted(by: { $0.id < $1.id }) {
        let levels = Rule.Level.allCases.filter {
          $0 >= rule.level || !writer.rules.locked.contains(rule.id)
        }
        let words = FieldForm.word(of: Rule.Level.self).words.filter { word in
          levels.contains { $0.rawValue == word.word }
        }
        for name in [rule.id] + rule.formerIDs {
          writer.object(name) { writer in
            writer.json.member("description", rule.summary)
            if name != rule.id {
              writer.json.member("deprecationMessage", "‘\(name)’ is now called ‘\(rule.id)’.")
              writer.json.member("doNotSuggest", true)
            }
            writer.value(.word(words), isRequired: true)
          }
        }
      }
    }
    json.member("additionalProperties", false)
  }
}

extension FieldForm {
  fileprivate var words: [WordMeaning] { if case .word(let words) = self { words } else { [] } }
}

extension TextForm {
  static let date = Self(
    "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
    "Write year, month and day, as in 2026-05-31.")
}

extension String {
  /// Help begins in lower case and has no full stop, as messages show it.
  fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
