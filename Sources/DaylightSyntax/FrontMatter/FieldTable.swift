/// The fields that a decoder reads, noted by the decoder itself.
///
/// A decoder that is run over nothing, to take notes, asks for every field that it would read
/// (``FieldDecoder/init(notingFieldsOf:)``). So what editors are told of a file is what the program
/// reads of it, and a field is declared once.
package struct FieldTable: Sendable, Hashable {
  /// What the fields describe, as messages call it: “page”, “service”.
  package let subject: String
  /// In the order in which they are read, each once.
  package private(set) var fields: [Field] = []
  /// Names that have no place here although they have one elsewhere.
  package private(set) var refused: [Refusal] = []
  /// Names without which another is not complete.
  package private(set) var companions: [Companion] = []
  /// What is under names that the author chooses; nil if there are none.
  package private(set) var others: Others?
  /// The two kinds of entry, if a field decides which it is; then `fields` is empty.
  package private(set) var variants: Variants?

  /// Notes the fields that a decoder reads.
  package init<Value>(of subject: String, _ read: (inout FieldDecoder) -> Value) {
    var decoder = FieldDecoder(notingFieldsOf: subject)
    _ = read(&decoder)
    self = decoder.table ?? Self(of: subject)
  }

  init(of subject: String) { self.subject = subject }

  package struct Field: Sendable, Hashable {
    package let name: String
    /// What it says, for its author; nil only where nobody has written it yet.
    package let about: String?
    package let form: FieldForm
    package fileprivate(set) var isRequired = false
  }

  package struct Refusal: Sendable, Hashable {
    package let name: String
    package let reason: String
    package let help: String
  }

  package struct Companion: Sendable, Hashable {
    /// One that is missing where `name` is written.
    package let needed: String
    package let name: String
  }

  package struct Others: Sendable, Hashable {
    /// What a name has to look like; nil if it may be any.
    package let names: TextForm?
    package let form: FieldForm
  }

  package struct Variants: Sendable, Hashable {
    /// The field that the entries of the first kind have.
    package let name: String
    /// Those with the field, and the others. (An array, because a structure cannot hold itself.)
    package let tables: [FieldTable]
  }

  /// The fields with those inside them, by their paths: `contact`, `contact.reply`.
  package var paths: [String] {
    func paths(in form: FieldForm, at path: String) -> [String] {
      switch form {
      case .group(let table): table.paths.map { "\(path).\($0)" }
      case .list(let element), .oneOrList(let element): paths(in: element, at: path)
      case .text, .flag, .number, .date, .word, .anyNames, .ruleLevels: []
      }
    }
    let inner = variants?.tables.flatMap(\.paths) ?? []
    let other = others.map { ["*"] + paths(in: $0.form, at: "*") } ?? []
    return fields.flatMap { [$0.name] + paths(in: $0.form, at: $0.name) } + inner + other
  }
}

extension FieldTable {
  mutating func note(_ name: String, _ about: String?, _ form: FieldForm) {
    guard !fields.contains(where: { $0.name == name }) else { return }
    fields.append(Field(name: name, about: about, form: form))
  }

  mutating func noteRequired(_ name: String) {
    for index in fields.indices where fields[index].name == name { fields[index].isRequired = true }
  }

  mutating func noteRefusal(_ name: String, because reason: String, help: String) {
    refused.append(Refusal(name: name, reason: reason, help: help))
  }

  mutating func noteCompanion(_ needed: String, of name: String) {
    companions.append(Companion(needed: needed, name: name))
  }

  mutating func noteOthers(named names: TextForm?, _ form: FieldForm) {
    others = Others(names: names, form: form)
  }

  mutating func noteVariants(by name: String, _ tables: [FieldTable]) {
    variants = Variants(name: name, tables: tables)
  }
}

/// What kind of value a field has.
package indirect enum FieldForm: Sendable, Hashable {
  /// Text on one line; nil if it may say anything.
  case text(TextForm?)
  case flag
  case number
  case date
  case word([WordMeaning])
  case list(FieldForm)
  /// One value, or a list of them.
  case oneOrList(FieldForm)
  case group(FieldTable)
  /// Names and values that the author chooses.
  case anyNames
  /// The levels of rules, by the names of the rules.
  case ruleLevels

  /// One of the words of an enumeration.
  package static func word(of type: (some FieldWord).Type) -> Self { .word(type.meanings) }
}

/// What a text has to look like, as far as a pattern can tell. The decoder looks closer.
package struct TextForm: Sendable, Hashable {
  /// A regular expression that JavaScript, Python and others understand alike.
  package let pattern: String
  /// What to write, for the author whose text does not match.
  package let help: String
  /// Whether YAML may take such a text for a number.
  package let mayBeNumber: Bool

  package init(_ pattern: String, _ help: String, mayBeNumber: Bool = false) {
    self.pattern = pattern
    self.help = help
    self.mayBeNumber = mayBeNumber
  }
}

/// A word that a field allows, with its meaning.
package struct WordMeaning: Sendable, Hashable {
  package let word: String
  package let meaning: String
}

/// The words that a field allows: the cases of an enumeration, each with its meaning.
package protocol FieldWord: RawRepresentable<String>, CaseIterable {
  /// What the word means, in a few words that begin with a capital and end with a full stop. Editors
  /// show them.
  var meaning: String { get }
}

extension FieldWord {
  static var meanings: [WordMeaning] {
    allCases.map { WordMeaning(word: $0.rawValue, meaning: $0.meaning) }
  }
}
