import DaylightModel
import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct EditorSchemaTests {
  /// Everything that is decoded, as editors are told it.
  private let tables: [(name: String, table: FieldTable)] =
    [
      ("site", SiteConfiguration.fields), ("help", HelpDirectory.fields),
      ("sources", SourceRegistry.fields), ("people", People.fields),
      ("language", LanguageRules.fields),
    ] + PageKind.withFiles.map { ($0.rawValue, $0.frontMatter) }

  /// The names in calls such as `fields.text("title"`, on one line or two. Swift has no list of what a
  /// decoder reads, so the sources are read.
  private var namesInSources: Set<String> {
    let readers = [
      "text", "requiredText", "texts", "textOrTexts", "flag", "integer", "date", "word",
      "requiredWord", "words", "nested", "list", "openMap", "ruleLevels", "webAddress", "colour",
      "dialledNumber", "feeAmount", "openingHours", "read", "variant",
    ]
    let files = Golden.files(inFolder: "../../../Sources/DaylightModel").filter {
      $0.key.hasSuffix(".swift")
    }
    var names: Set<String> = []
    for (_, bytes) in files {
      let source = String(decoding: bytes, as: UTF8.self)
      for reader in readers {
        for rest in source.split(separator: ".\(reader)(").dropFirst() {
          let argument = rest.drop { $0.isWhitespace }
          // `variant(by: "list"`
          let value = argument.hasPrefix("by: ") ? argument.dropFirst(4) : argument
          guard value.first == "\"" else { continue }
          names.insert(String(value.dropFirst().prefix { $0 != "\"" }))
        }
      }
    }
    return names
  }

  @Test func `the schemas have every field that a decoder reads, and no other`() {
    let known = Set(
      tables.flatMap(\.table.paths).compactMap {
        $0.split(separator: ".").last.map(String.init)
      })
    // Old addresses have another name in the glossary, which is a value there.
    #expect(namesInSources.union(["redirects"]) == known.subtracting(["*"]))
  }

  @Test func `every field says in a sentence what it is for`() {
    for (name, table) in tables { expectSentences(in: table, "\(name)") }
  }

  private func expectSentences(in table: FieldTable, _ path: String) {
    for field in table.fields {
      let about = field.about ?? ""
      #expect(about.hasSuffix(".") && about.count < 160, "\(path).\(field.name): \(about)")
      for inner in groups(in: field.form) { expectSentences(in: inner, "\(path).\(field.name)") }
    }
    for inner in (table.variants?.tables ?? []) + groups(in: table.others?.form) {
      expectSentences(in: inner, path)
    }
  }

  private func groups(in form: FieldForm?) -> [FieldTable] {
    switch form {
    case .group(let table)?: [table]
    case .list(let element)?, .oneOrList(let element)?: groups(in: element)
    case .text, .flag, .number, .date, .word, .anyNames, .ruleLevels, nil: []
    }
  }

  @Test func `every word has a meaning in a sentence`() {
    func words(in form: FieldForm) -> [WordMeaning] {
      switch form {
      case .word(let words): words
      case .list(let element), .oneOrList(let element): words(in: element)
      default: []
      }
    }
    for (name, table) in tables {
      for field in table.fields {
        for word in words(in: field.form) {
          #expect(word.meaning.hasSuffix("."), "\(name).\(field.name): \(word.word)")
        }
      }
    }
  }

  @Test func `there is a schema for each data file, each kind of page, and all pages`() {
    let names = EditorSchema.all(rules: .pipeline).map(\.name)
    #expect(
      names == [
        "site", "help", "sources", "people", "language", "front-matter", "front-matter-home",
        "front-matter-page", "front-matter-not-found", "front-matter-help",
        "front-matter-questions", "front-matter-section", "front-matter-article",
        "front-matter-path", "front-matter-checklist", "front-matter-glossary",
        "front-matter-term", "front-matter-practice", "front-matter-person",
      ])
  }

  @Test func `schemas are the same bytes every time`() {
    #expect(
      EditorSchema.all(rules: .pipeline).map(\.bytes)
        == EditorSchema.all(rules: .pipeline).map(\.bytes))
  }

  @Test func `a schema says what a field is, allows and needs`() {
    let people = EditorSchema.all(rules: .pipeline).first { $0.name == "people" }
    let text = String(decoding: people?.bytes ?? [], as: UTF8.self)
    #expect(text.contains(#""$schema": "http://json-schema.org/draft-07/schema#""#))
    #expect(
      text.contains(
        """
              "newClients": {
                "description": "Whether there is room for new clients.",
                "type": "string",
                "enum": [
                  "yes",
                  "waiting-list",
                  "no"
                ],
                "enumDescriptions": [
                  "There is room.",
                  "There is a waiting list.",
                  "There is none."
                ]
              }
        """))
    #expect(
      text.contains(
        """
                "then": {
                  "required": [
                    "photoAlt"
                  ]
                }
        """))
    #expect(text.contains("\"additionalProperties\": false"))
  }
}
