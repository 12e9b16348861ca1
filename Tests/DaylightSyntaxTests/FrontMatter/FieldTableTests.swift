import DaylightSyntax
import Testing

@Suite struct FieldTableTests {
  private enum Size: String, FieldWord {
    case small, large
    var meaning: String { "How large \(rawValue) is." }
  }

  private static let letters = TextForm("^[a-z]+$", "Write small letters.")

  private let table = FieldTable(of: "box") { fields -> Int in
    _ = fields.requiredText("name", about: "Its name.")
    _ = fields.text("code", as: letters, about: "Its code.")
    _ = fields.texts("tags")
    _ = fields.textOrTexts("owner")
    _ = fields.flag("isOpen")
    _ = fields.integer("count")
    _ = fields.date("made")
    _ = fields.requiredWord("size", as: Size.self)
    _ = fields.openMap("extra")
    _ = fields.nested("lid", of: "lid") { $0.requiredText("colour") }
    _ = fields.list("things", of: "thing") { $0.text("thing") }
    fields.require("code", with: "count", "made", help: "write the code")
    fields.refuse("lock", because: "boxes have none", help: "leave it out")
    return 1
  }

  @Test func `a decoder over nothing notes each field that it reads, with what it is`() {
    let forms = table.fields.prefix(9).map(\.form)
    #expect(
      forms == [
        .text(nil), .text(Self.letters), .list(.text(nil)), .oneOrList(.text(nil)), .flag, .number,
        .date, .word(of: Size.self), .anyNames,
      ])
    guard case .word(let words) = forms[7] else { return }
    #expect(words.map(\.word) == ["small", "large"])
    #expect(words.map(\.meaning) == ["How large small is.", "How large large is."])
    #expect(table.subject == "box")
    #expect(table.fields.first?.about == "Its name.")
  }

  @Test func `what is missing from nothing is required`() {
    #expect(table.fields.filter(\.isRequired).map(\.name) == ["name", "size"])
  }

  @Test func `groups have tables of their own`() {
    #expect(table.paths.suffix(4) == ["lid", "lid.colour", "things", "things.thing"])
    guard case .group(let lid)? = table.fields.first(where: { $0.name == "lid" })?.form else {
      Issue.record("no group")
      return
    }
    #expect(lid.subject == "lid" && lid.fields.map(\.isRequired) == [true])
  }

  @Test func `it notes what is needed together, and what is refused`() {
    #expect(table.companions.map(\.name) == ["count", "made"])
    #expect(table.companions.allSatisfy { $0.needed == "code" })
    #expect(table.refused.map(\.name) == ["lock"])
  }

  @Test func `names that the author chooses have one form`() {
    let table = FieldTable(of: "list") {
      $0.namedGroups(of: "work", named: Self.letters) { $1.text("title") }
    }
    #expect(table.others?.names == Self.letters && table.paths == ["*", "*.title"])
    let texts = FieldTable(of: "list") { $0.namedTexts().count }
    #expect(texts.others?.form == .text(nil))
  }

  @Test func `entries of two kinds are two tables`() {
    let table = FieldTable(of: "entry") { fields -> Int in
      fields.variant(by: "list", about: "A name.") { _, fields in
        fields.texts("words").count
      } otherwise: {
        $0.texts("phrases").count
      }
    }
    #expect(table.variants?.tables.map(\.paths) == [["list", "words"], ["phrases"]])
  }

  @Test func `a field that another needs is missing only beside it`() {
    func findings(_ text: String) -> [String] {
      let source = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
      var fields = FieldDecoder(YAMLNode.parse(source).value, of: "box", at: .file("a.yaml"))
      _ = fields.text("photo")
      _ = fields.text("alt")
      fields.require("alt", with: "photo", help: "say what it shows")
      return fields.finish().map(\.rule.id)
    }
    #expect(findings("photo: a.jpg\n") == ["missing-field"])
    #expect(findings("photo: a.jpg\nalt: ''\n") == ["missing-field"])
    #expect(findings("photo: a.jpg\nalt: A door\n") == [])
    #expect(findings("photo:\n") == [])
    #expect(findings("alt: A door\n") == [])
  }
}
