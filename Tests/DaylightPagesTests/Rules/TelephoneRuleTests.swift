import DaylightSite
import TestSupport
import Testing

/// The helpline of these sites has the number 01632 960111, its emergency number is 999.
@Suite struct TelephoneRuleTests {
  @Test(arguments: [
    "01632 960111", "01632 960 111", "+44 1632 960111", "+44 (0)1632 960111", "0044 1632 960111",
    "01632-960111", "(01632) 960111", "01632\u{A0}960111", "01632 **960111**", "01632960111",
    "01632 960111, 24 hours a day", "01632 960111 24/7", "999", "999 from any phone",
  ])
  func `the number of a helpline is fine however it is written`(number: String) async {
    await SiteFixture(page: "You can call \(number).").build().expectNoFindings()
  }

  @Test(arguments: [
    "01632 960112", "01632 960121", "01632 960011", "01632 96011", "01632 9601111",
    "+44 1632 960171",
    "01632960119", "01623 960111",
  ])
  func `a number with a wrong digit is an error`(number: String) async {
    await SiteFixture(page: "Night Line: ⟦1⟧\(number)⟦/1⟧.").build()
      .expectFindings(
        .init(
          "wrong-number", at: 1,
          help:
            "write ‘01632 960111’; if it is another line, write that line into content/help.yaml"))
  }

  @Test(arguments: [
    "Ring ⟦1⟧020 7946 0345⟦/1⟧.", "It is ⟦1⟧0300 123 4567⟦/1⟧, free.",
    "Call ⟦1⟧116 006⟦/1⟧ any time.",
    "Dial ⟦1⟧101⟦/1⟧ for the police.", "Text HELLO to ⟦1⟧70007⟦/1⟧.",
    "⟦1⟧1-800-555-0123⟦/1⟧ is open.",
    "⟦1⟧1800 555 012⟦/1⟧", "Ring ⟦1⟧0300 (123) 4567⟦/1⟧.", "(⟦1⟧555) 555-0123⟦/1⟧",
    "Their number is ⟦1⟧555 0123⟦/1⟧.",
  ])
  func `a number that help.yaml does not have is a warning`(text: String) async {
    await SiteFixture(page: text).build().expectFindings(.init("unlisted-number", at: 1))
  }

  @Test(arguments: [
    "In 2026 2 of 3 rooms had a window.", "On 01.02.2026 10 people came.", "ISBN 0 306 40615 2",
    "Its ISBN is 978-0-306-40615-7, or 0306406152.",
    "It costs £1 000 000.", "From 09.00 to 17.00, 2026-05-31.", "Pages 105-120, 1993–2005.",
    "0.1234567890", "We rang 300 people.", "They called 120 times.", "A text of 160 characters",
    "The room is 020 on floor 3.", "Account 12-34-56 12345678", "24/7", "HCPC 123456",
    "Limit a text to 160 characters.",
  ])
  func `other digits are fine`(text: String) async {
    await SiteFixture(page: text).build().expectNoFindings()
  }

  @Test func `the number of a link is read too`() async {
    await SiteFixture(page: "Call ⟦1⟧[Night Line](tel:+441632960112)⟦/1⟧ now.").build()
      .expectFindings(
        .init(
          "wrong-number", at: 1,
          help: "write ‘tel:+441632960111’; if it is another line, write that line into "
            + "content/help.yaml"
        ))
    await SiteFixture(page: "Call [Night Line](tel:+441632960111) now.").build().expectNoFindings()
  }

  @Test func `a summary is read too`() async {
    let site = await SiteFixture(
      page: "Text.", frontMatter: "summary: ⟦1⟧Call 01632 960112.⟦/1⟧"
    ).build()
    site.expectFindings(.init("wrong-number", at: 1))
  }

  @Test func `the number of the practice is known`() async {
    let site = await SiteFixture(
      page: "Ring 01632 960999.",
      "-- content/site.yaml --\nname: R\npractice: {name: R, phone: \"+44 1632 960999\"}\n"
    ).build()
    site.expectNoFindings()
  }
}
