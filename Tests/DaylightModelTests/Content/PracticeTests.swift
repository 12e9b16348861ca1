import DaylightModel
import DaylightSyntax
import TestSupport
import Testing

@Suite struct PracticeTests {
  /// Reads the lines as those below `practice`.
  @discardableResult
  private func decode(
    _ lines: String, _ rules: [String] = [],
    at place: Testing.SourceLocation = #_sourceLocation
  ) -> (practice: Practice?, findings: [Diagnostic]) {
    let indented = lines.split(separator: "\n").map { "  \($0)\n" }.joined()
    let source = BracketedSource(
      "name: A\npractice:\n  name: B\n\(indented)", path: "content/site.yaml")
    let decoded = SiteConfiguration.decode(source.file)
    expect(decoded.diagnostics, rules, in: source, sourceLocation: place)
    return (decoded.value.practice, decoded.diagnostics)
  }

  private func help(for lines: String, _ rule: String) -> String? {
    decode(lines, [rule]).findings.first?.help
  }

  @Test func `a name is enough`() {
    let practice = decode("").practice
    #expect(practice?.name.value == "B" && practice?.hasDetails == false)
    #expect(practice?.isSample == false && practice?.type == nil)
  }

  @Test func `the details are read whole`() {
    let practice = decode(
      """
      type: MedicalBusiness
      sample: true
      services:
        - {name: Talks, description: In a room.}
        - name: Groups
      fees:
        - {for: A talk, amount: £60, note: Or less.}
        - {for: The first, amount: free}
      reducedFees: Ask.
      insurance: None.
      hours: [Mon–Thu 09:00–12:00, Fri 9:30-13:00]
      locations:
        - {name: Here, address: 1 Street, directions: Up the hill., access: No steps.}
      area: Sampleton
      contact:
        text: "+44 1632 960124"
        email: hello@practice.example
        reply: We answer.
        callerID: No number.
        bill: A number.
        voicemail: None.
      booking: https://booking.example/us
      """
    ).practice
    #expect(practice?.type?.value.isPlace == true && practice?.isSample == true)
    #expect(practice?.services.map(\.name.value) == ["Talks", "Groups"])
    #expect(practice?.fees.map { $0.amount?.value.text } == ["£60", "free"])
    #expect(practice?.hours.map { $0.spans.map(\.text) } == [["09:00–12:00"], ["09:30–13:00"]])
    #expect(practice?.locations.first?.access.value == "No steps.")
    #expect(practice?.contact?.voicemail.value == "None.")
    #expect(practice?.booking?.value.host == "booking.example")
    #expect(practice?.hasDetails == true)
  }

  @Test(arguments: ["LocalBusines", "Therapist", "organization", "Person"])
  func `a type that search engines do not know is a finding`(type: String) {
    decode("type: ⟦\(type)⟧", ["unknown-value"])
  }

  @Test func `a contact says what it leaves behind`() {
    decode(
      "⟦⟦⟦⟦contact⟧⟧⟧⟧:\n  text: \"+44 1632 960124\"",
      ["missing-field", "missing-field", "missing-field", "missing-field"])
  }

  @Test func `a place says whether there are steps`() {
    decode("locations:\n  - ⟦address: 1 Street⟧", ["missing-field"])
  }

  @Test func `a booking page is encrypted`() {
    decode("booking: ⟦http://booking.example/⟧", ["invalid-url"])
    decode("booking: ⟦booking.example⟧", ["invalid-url"])
  }

  @Test(arguments: [
    "mailto:a@b.example", "a at b.example", "a@b", "@b.example", "a@", "Ann <a@b.example>",
    "a@b.example, c@d.example", "a b@c.example", "a@b..example", "a@@b.example",
  ])
  func `a mail address is one address alone`(email: String) {
    decode(
      "contact: {email: ⟦\"\(email)\"⟧, reply: a, callerID: b, bill: c, voicemail: d}",
      ["invalid-email"])
  }

  @Test func `the address in a longer text is proposed`() {
    let help = self.help(
      for: "contact: {email: ⟦mailto:a@b.example⟧, reply: a, callerID: b, bill: c, voicemail: d}",
      "invalid-email")
    #expect(help == "write ‘a@b.example’ alone")
    let link = self.help(
      for: "contact: {email: ⟦\"[a@b.example](mailto:a@b.example)\"⟧, reply: a, callerID: b, "
        + "bill: c, voicemail: d}", "invalid-email")
    #expect(link == "write ‘a@b.example’ alone")
  }

  @Test(arguments: [
    ("email", "contact"), ("openingHours", "‘hours’"), ("prices", "‘fees’"),
    ("team", "people.yaml"), ("concessions", "‘reducedFees’"), ("tel", "‘phone’"),
  ])
  func `other names of a detail lead to ours`(name: String, ours: String) {
    #expect(help(for: "⟦\(name)⟧: x", "unknown-key")?.contains(ours) == true)
  }
}
