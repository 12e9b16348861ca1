package import DaylightSyntax

/// One helpline, or a page that finds one.
package struct Helpline: Sendable, Hashable {
  package var name: Located<String>
  /// Nil only if it is missing or misspelt, which is an error.
  package var kind: Located<Kind>?
  /// For dialling: `+` and digits, or a short number.
  package var phone: Located<String>?
  /// As people read it.
  package var display: Located<String>?
  package var text: TextLine?
  package var textphone: Located<String>?
  package var chat: Located<WebAddress>?
  package var url: Located<WebAddress>?
  package var hours: Located<String>?
  package var coverage: Located<String>?
  package var cost: Located<String>?
  package var languages: Located<String>?
  /// The operator’s own page that these details come from. Nil only if it is missing, which is an
  /// error.
  package var source: Located<WebAddress>?
  /// When a person checked the details at the source.
  package var verified: Located<CalendarDate>?
  package var billingNote: Located<String>?
  package var billingSource: Located<WebAddress>?
  /// The name of a helpline of the region that is open when this one is not.
  package var whenClosed: Located<String>?
  package var notes: Located<String>?

  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case domesticAbuse = "domestic-abuse"
    case suicide, crisis, men, lgbt, youth, finder
  }

  /// A number that takes text messages.
  package struct TextLine: Sendable, Hashable {
    package var to: Located<String>
    package var keyword: Located<String>?
    package var display: Located<String>?
  }

  package var isAlwaysOpen: Bool { hours?.value == "24/7" }
}

extension Helpline {
  init(from fields: inout FieldDecoder) {
    name = fields.requiredText("name")
    kind = fields.requiredWord("kind")
    phone = fields.text("phone")
    display = fields.text("display")
    text = fields.nested("text", of: "text line") {
      TextLine(
        to: $0.requiredText("to"), keyword: $0.text("keyword"), display: $0.text("display"))
    }
    textphone = fields.text("textphone")
    chat = fields.webAddress("chat")
    url = fields.webAddress("url")
    hours = fields.text("hours")
    coverage = fields.text("coverage")
    cost = fields.text("cost")
    languages = fields.text("languages")
    source = fields.webAddress("source")
    verified = fields.date("verified")
    billingNote = fields.text("billingNote")
    billingSource = fields.webAddress("billingSource")
    whenClosed = fields.text("whenClosed")
    notes = fields.text("notes")
    if source == nil {
      fields.reportMissing("source", help: "write the address of the operator’s own page")
    }
    if phone != nil, display == nil {
      fields.reportMissing("display", help: "write the number as people read it, in groups")
    }
    // CRI-02: only the operator can say what a bill shows.
    if billingNote != nil, billingSource == nil {
      fields.reportMissing(
        "billingSource", help: "write the operator’s page that says so, or leave the note out")
    }
    if hours == nil, phone != nil || text != nil || chat != nil {
      fields.reportMissing("hours", help: "write when the line is open, such as 24/7")
    }
  }
}
