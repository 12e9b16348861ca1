package import DaylightSyntax

/// How to reach the practice without a form, and what that leaves behind.
///
/// What a phone or a bill shows can give a reader away, so all who say how to reach them say it.
package struct PracticeContact: Sendable, Hashable {
  /// A number for text messages.
  package var text: Located<String>?
  package var email: Located<String>?
  /// Who answers, when, and how soon.
  package var reply: Located<String>
  /// What the reader’s phone shows when the practice calls.
  package var callerID: Located<String>
  /// What a phone bill or a bank statement shows.
  package var bill: Located<String>
  /// Whether the practice leaves messages.
  package var voicemail: Located<String>

  init(from fields: inout FieldDecoder) {
    text = fields.dialledNumber("text", about: "A number for text messages, in quotation marks.")
    email = fields.text("email", as: .mail, about: "A mail address. It is not a link.")
    reply = fields.requiredText(
      "reply", about: "Who answers, when, and how soon.",
      help: "say who answers, when, and how soon")
    callerID = fields.requiredText(
      "callerID", about: "What a reader’s phone shows when you call.",
      help: "say what a phone shows when you call, such as ‘a withheld number’")
    bill = fields.requiredText(
      "bill", about: "What a phone bill shows, and a bank statement after a payment.",
      help: "say what a phone bill shows, and a bank statement after a payment")
    voicemail = fields.requiredText(
      "voicemail", about: "Whether you leave messages, and what they say.",
      help: "say whether you leave messages, and what they say")
    if let email, !email.value.isMailAddress { fields.report(.invalidEmail(email)) }
  }
}

extension TextForm {
  fileprivate static let dialledNumber = Self(
    "^[-+0-9 ().]+$", "Write digits and spaces, with the country first, as in +44 1632 960123.",
    mayBeNumber: true)
  fileprivate static let mail = Self(
    "^[^@\\s:;,<>()\\[\\]/]+@[^@\\s.:;,<>()\\[\\]/]+(\\.[^@\\s.:;,<>()\\[\\]/]+)+$",
    "Write one address alone, as in hello@example.org.")
}

extension FieldDecoder {
  /// A telephone number as people write it, with the country first.
  mutating func dialledNumber(_ name: String, about: String) -> Located<String>? {
    let number = text(name, as: .dialledNumber, about: about)
    if let number, !number.value.utf8.allSatisfy({ $0.isOne(of: "+0123456789 ()-.") }) {
      report(.undiallablePhone(number))
    }
    return number
  }
}

extension String {
  /// Whether this is one address for mail, and no more.
  fileprivate var isMailAddress: Bool {
    let parts = split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return false }
    let domain = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return domain.count > 1 && domain.allSatisfy { !$0.isEmpty }
      && !contains { $0.isWhitespace || ":;,<>()[]/".contains($0) }
  }
}

extension Rule {
  package static let invalidPhone = Rule(
    "invalid-phone", .error, "A telephone number that is not written so that it can be dialled.",
    why: "A tap on the practice’s number would ring nobody.",
    bad: "practice:\n  name: Riverside\n  phone: ask at the desk",
    good: "practice:\n  name: Riverside\n  phone: \"+44 1632 960123\"",
    fix: "Write digits and spaces, with the country first.", in: .settings)
  package static let invalidEmail = Rule(
    "invalid-email", .error, "A mail address that nobody can write to.",
    why: "What readers write would reach nobody, or somebody else.",
    bad: "practice:\n  name: Riverside\n  contact: {email: hello at riverside, reply: a, "
      + "callerID: b, bill: c, voicemail: d}",
    good: "practice:\n  name: Riverside\n  contact: {email: hello@riverside.example, reply: a, "
      + "callerID: b, bill: c, voicemail: d}",
    fix: "Write one address alone, without `mailto:`, a name or brackets.", in: .settings)
}

extension Diagnostic {
  fileprivate static func undiallablePhone(_ phone: Located<String>) -> Self {
    Diagnostic(
      .invalidPhone, "‘\(phone.value)’ is not a telephone number", at: phone.location,
      help: "write digits and spaces, with the country first, as in +44 1632 960123")
  }

  fileprivate static func invalidEmail(_ email: Located<String>) -> Self {
    let address = email.value.split { " <>()[],;:".contains($0) }.map(String.init).first {
      $0.isMailAddress
    }
    return Diagnostic(
      .invalidEmail, "‘\(email.value)’ is not a mail address", at: email.location,
      help: address.map { "write ‘\($0)’ alone" } ?? "write one address, as in hello@example.org")
  }
}
