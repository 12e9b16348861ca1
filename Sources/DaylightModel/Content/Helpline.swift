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

  package enum Kind: String, Sendable, Hashable, FieldWord {
    case domesticAbuse = "domestic-abuse"
    case suicide, crisis, men, lgbt, youth, finder

    package var meaning: String {
      switch self {
      case .domesticAbuse: "For people who are harmed at home."
      case .suicide: "For people who think of suicide."
      case .crisis: "For any crisis."
      case .men: "For men."
      case .lgbt: "For LGBT+ people."
      case .youth: "For young people."
      case .finder: "A page that finds a line."
      }
    }
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
    name = fields.requiredText("name", about: "The name of the line, as its operator writes it.")
    kind = fields.requiredWord("kind", about: "Whom the line is for.")
    phone = fields.text(
      "phone",
      about: "The number as it is dialled, in quotation marks: + and the country first, or a short "
        + "number.")
    display = fields.text("display", about: "The number as people read it, in groups.")
    text = fields.nested("text", of: "text line", about: "A number that takes text messages.") {
      TextLine(
        to: $0.requiredText("to", about: "The number to send the text to."),
        keyword: $0.text("keyword", about: "The word to send."),
        display: $0.text("display", about: "The number as people read it, in groups."))
    }
    textphone = fields.text("textphone", about: "A number for textphones.")
    chat = fields.webAddress("chat", about: "The page on which readers can chat.")
    url = fields.webAddress("url", about: "The page for readers.")
    hours = fields.text(
      "hours", about: "When the line is open. One that never closes says exactly \"24/7\".")
    coverage = fields.text("coverage", about: "Where the line helps.")
    cost = fields.text("cost", about: "What a call or a text costs.")
    languages = fields.text("languages", about: "The languages in which the line helps.")
    source = fields.webAddress(
      "source", about: "The operator’s own page that these details come from.")
    verified = fields.date(
      "verified",
      about: "The day on which a person checked the details at the source. Empty until then.")
    billingNote = fields.text("billingNote", about: "What a bill shows.")
    billingSource = fields.webAddress(
      "billingSource", about: "The operator’s page that says what a bill shows.")
    whenClosed = fields.text(
      "whenClosed",
      about: "The name of a line of the region that is open 24/7. Needed if this one is not.")
    notes = fields.text("notes", about: "Anything else that readers should know.")
    if source == nil {
      fields.reportMissing("source", help: "write the address of the operator’s own page")
    }
    fields.require(
      "display", with: "phone", help: "write the number as people read it, in groups")
    // CRI-02: only the operator can say what a bill shows.
    fields.require(
      "billingSource", with: "billingNote",
      help: "write the operator’s page that says so, or leave the note out")
    fields.require(
      "hours", with: "phone", "text", "chat", help: "write when the line is open, such as 24/7")
  }
}
