import DaylightModel
import DaylightSyntax
import TestSupport
import Testing

@Suite struct HelpDirectoryTests {
  private func decode(_ text: String, _ rules: [String]) -> HelpDirectory {
    let source = BracketedSource(text, path: "content/help.yaml")
    let decoded = HelpDirectory.decode(source.file)
    expect(decoded.diagnostics, rules, in: source)
    return decoded.value
  }

  /// One region with a line that is always open, and one more service.
  private func region(_ service: String, id: String = "gb") -> String {
    """
    regions:
      - id: \(id)
        name: Britain
        emergency: {number: "999", note: Silent Solution}
        services:
          - name: Always
            kind: domestic-abuse
            phone: "+448082000247"
            display: 0808 2000 247
            hours: 24/7
            url: https://www.always.example/help
            source: https://always.example/contact
          - name: Other
            kind: men
    """ + service.split(separator: "\n").map { "\n        \($0)" }.joined() + "\n"
  }

  private let rest = "\nsource: https://other.example/"

  @Test func `regions and services are read whole`() {
    let directory = decode(
      region(
        """
        phone: "+448088010327"
        display: 0808 801 0327
        text: {to: "85258", keyword: HELLO, display: 852 58}
        textphone: 18001 0808 801 0327
        chat: https://chat.other.example/
        url: https://www.help.other.example/
        hours: Monday to Friday, 10am to 5pm
        coverage: Britain
        cost: free
        languages: English
        source: https://other.example/
        verified: 2025-01-01
        billingNote: It does not show on a bill.
        billingSource: https://other.example/bills
        whenClosed: Always
        notes: For men.
        """), [])
    #expect(directory.regions.map(\.id.value) == ["gb"])
    #expect(directory["gb"]?.emergency?.number.value == "999")
    let services = directory["gb"]?.helplines ?? []
    #expect(services.map(\.name.value) == ["Always", "Other"])
    #expect(services.map(\.isAlwaysOpen) == [true, false])
    #expect(services.first?.kind?.value == .domesticAbuse)
    #expect(services.last?.text?.keyword?.value == "HELLO")
    #expect(services.last?.whenClosed?.value == "Always")
    #expect(services.last?.verified?.value.iso == "2025-01-01")
  }

  @Test func `unknown names are findings at every depth`() {
    _ = decode(
      region(
        "url: https://other.example/\ntext: {to: \"85258\", ⟦keywrd⟧: A}\nhours: 24/7\n⟦fone⟧: 1"
          + rest) + "⟦region⟧: []\n", ["unknown-key", "unknown-key", "unknown-key"])
  }

  @Test(arguments: [
    "0808 801 0327", "808 801 0327", "+44 808 801 0327", "0808-801-0327", "(0808) 801 0327",
    "0808 801 0327 (free)",
  ])
  func `a number is shown in full or as it is dialled at home`(display: String) {
    _ = decode(
      region("phone: \"+448088010327\"\ndisplay: \"\(display)\"\nhours: 24/7" + rest), [])
  }

  @Test(arguments: ["0808 801 0328", "0808 801 032", "801 0327", "00 808 801 0327", "CALL US"])
  func `a number is shown with its own digits`(display: String) {
    _ = decode(
      region("phone: \"+448088010327\"\ndisplay: ⟦\"\(display)\"⟧\nhours: 24/7" + rest),
      ["helpline-number"])
  }

  @Test func `digits are shown in groups`() {
    _ = decode(
      region("phone: \"+448088010327\"\ndisplay: ⟦\"08088010327\"⟧\nhours: 24/7" + rest),
      ["helpline-number"])
  }

  @Test(arguments: [
    "08088010327", "+44 808 801 0327", "+0808801032", "+1234567", "+1234567890123456", "98", "+",
  ])
  func `a number can be dialled`(phone: String) {
    _ = decode(
      region("phone: ⟦\"\(phone)\"⟧\ndisplay: 0808\nhours: 24/7" + rest), ["helpline-number"])
  }

  @Test func `a short number of a country is a number`() {
    _ = decode(region("phone: \"116123\"\ndisplay: 116 123\nhours: 24/7" + rest), [])
    _ = decode(
      region("phone: \"116123\"\ndisplay: ⟦16 123⟧\nhours: 24/7" + rest), ["helpline-number"])
  }

  @Test func `the emergency number is no service`() {
    _ = decode(
      region("phone: ⟦\"999\"⟧\ndisplay: \"999\"\nhours: 24/7" + rest), ["helpline-number"])
  }

  @Test func `a text number can be dialled and is shown with its digits`() {
    _ = decode(
      region("text: {to: ⟦\"85 258\"⟧}\nhours: 24/7" + rest), ["helpline-number"])
    _ = decode(
      region("text: {to: \"85258\", display: ⟦852 59⟧}\nhours: 24/7" + rest), ["helpline-number"])
  }

  @Test func `one number belongs to one service`() {
    _ = decode(
      region("phone: ⟦\"+448082000247\"⟧\ndisplay: 0808 2000 247\nhours: 24/7" + rest),
      ["duplicate-number"])
  }

  @Test func `a service may stand in several regions`() {
    let again = """
        - id: gb-sct
          name: Scotland
          services:
            - name: Always
              kind: domestic-abuse
              phone: "+448082000247"
              display: 0808 2000 247
              hours: 24/7
              source: https://always.example/contact
      """
    let first = region("url: https://other.example/" + rest)
    _ = decode(first + again + "\n", [])
    _ = decode(
      first
        + again.replacing("name: Always", with: "name: Another").replacing(
          "\"+448082000247\"", with: "⟦\"+448082000247\"⟧") + "\n", ["duplicate-number"])
    _ = decode(first + again.replacing("gb-sct", with: "⟦gb⟧") + "\n", ["duplicate-id"])
  }

  @Test func `a short number may be another one's in another region`() {
    let first = region("phone: \"988\"\ndisplay: 988\nhours: 24/7" + rest)
    let again = """
        - id: ca
          name: Canada
          services:
            - {name: Line, kind: suicide, phone: "988", display: 9-8-8, hours: 24/7, source: "https://988.example/"}
            - {name: Twice, kind: crisis, phone: ⟦"988"⟧, display: 9-8-8, hours: 24/7, source: "https://988.example/"}
      """
    _ = decode(first + again + "\n", ["duplicate-number"])
  }

  @Test func `services of a region have names of their own`() {
    _ = decode(
      region("url: https://other.example/" + rest).replacing(
        "- name: Other", with: "- name: ⟦Always⟧"),
      ["duplicate-id"])
  }

  @Test func `a line that closes names one that does not`() {
    let line = "phone: \"+448088010327\"\ndisplay: 0808 801 0327" + rest
    _ = decode(region(line + "\nhours: ⟦weekdays⟧"), ["helpline-closed"])
    _ = decode(region(line + "\nhours: weekdays\nwhenClosed: Always"), [])
    _ = decode(region(line + "\nhours: weekdays\nwhenClosed: ⟦Allways⟧"), ["helpline-closed"])
    _ = decode(region(line + "\nhours: weekdays\nwhenClosed: ⟦Other⟧"), ["helpline-closed"])
    _ = decode(
      region(line + "\nhours: weekdays\nwhenClosed: ⟦Always⟧").replacing(
        "hours: 24/7", with: "hours: ⟦days⟧"), ["helpline-closed", "helpline-closed"])
  }

  @Test func `the source is the operator's own`() {
    for source in [
      "https://help.example/", "https://www.help.example/a", "https://www.line.help.example/",
    ] {
      _ = decode(region("url: https://line.help.example/\nsource: \(source)"), [])
    }
    for source in ["https://other.example/", "https://my.line.help.example/", "https://p.example/"]
    {
      _ = decode(
        region("url: https://line.help.example/\nsource: ⟦\(source)⟧"), ["helpline-source"])
    }
    _ = decode(region("chat: https://line.example/\nhours: 24/7\nsource: https://a.example/"), [])
  }

  @Test func `details that others rest on are required`() {
    let number = "phone: \"+448088010327\""
    _ = decode(
      region(number + "\ndisplay: 0808 801 0327" + rest).replacing(
        "- name: Other", with: "- ⟦name: Other⟧"),
      ["missing-field"])
    _ = decode(
      region(number + "\nhours: 24/7" + rest).replacing("- name: Other", with: "- ⟦name: Other⟧"),
      ["missing-field"])
    _ = decode(
      region("url: https://other.example/").replacing("- name: Other", with: "- ⟦name: Other⟧"),
      ["missing-field"])
    _ = decode(
      region("url: https://other.example/\nbillingNote: It is free." + rest).replacing(
        "- name: Other", with: "- ⟦name: Other⟧"), ["missing-field"])
  }

  @Test func `a service can be reached`() {
    _ = decode(
      region("coverage: Britain" + rest).replacing("- name: Other", with: "- name: ⟦Other⟧"),
      ["helpline-unreachable"])
  }

  @Test(arguments: [
    ("2025-01-01", nil), ("2025-04-30", nil), ("2025-05-01", "warning helpline-ageing"),
    ("2025-06-29", "warning helpline-ageing"), ("2025-06-30", "helpline-expired"),
    ("2030-01-01", "helpline-expired"), ("2024-12-31", "date-in-future"),
  ])
  func `a check ages at 120 days and expires at 180`(today: String, rule: String?) throws {
    let date = rule == nil ? "2025-01-01" : "⟦2025-01-01⟧"
    let source = BracketedSource(
      region("url: https://other.example/\nverified: \(date)" + rest).replacing(
        "name: Always", with: "verified: 2026-01-01\n        name: Always"))
    let directory = HelpDirectory.decode(source.file)
    #expect(directory.diagnostics == [])
    let findings = directory.value.findings(on: try day(today)).filter {
      $0.location?.start.line != 6
    }
    expect(findings, rule.map { [$0] } ?? [], in: source)
  }

  @Test func `a line that no one has checked is a note`() throws {
    let source = BracketedSource(
      region("url: https://other.example/\nverified: " + rest).replacing(
        "name: Always", with: "name: ⟦Always⟧"
      ).replacing("name: Other", with: "name: ⟦Other⟧"))
    let directory = HelpDirectory.decode(source.file)
    #expect(directory.diagnostics == [])
    expect(
      directory.value.findings(on: try day("2025-01-01")),
      ["note helpline-unverified", "note helpline-unverified"], in: source)
  }
}
