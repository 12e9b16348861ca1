import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct PracticeRuleTests {
  private static let page = "-- content/practice/index.md --\n---\ntitle: Us\n---\nText.\n"
  private static let people = "-- content/people.yaml --\n- {id: sam, name: Sam, role: therapist}\n"
  private static let settings = "-- content/site.yaml --\nname: A\npractice:\n  name: "

  private func person(_ name: String) -> String {
    "-- content/practice/\(name).md --\n---\ntitle: Sam\n---\n"
  }

  @Test func `a page whose name is an id is fine`() async {
    await SiteFixture(Self.page + Self.people + person("sam")).build().expectNoFindings()
  }

  @Test(arguments: [("samm", "rename the file to ‘sam.md’"), ("jo", "‘id: jo’"), ("Sam", "sam.md")])
  func `a page whose name is the id of nobody is a finding`(name: String, help: String) async {
    let build = await SiteFixture(Self.page + Self.people + person(name)).build()
    #expect(build.rules == ["unknown-person"])
    #expect(build.build.diagnostics.first?.help?.contains(help) == true)
  }

  @Test(arguments: [
    ("practice/sam.png", []), ("practice/sma.png", ["broken-link"]),
    ("https://example.org/sam.png", ["external-image"]), ("practice/sam.md", ["external-image"]),
    ("../practice/sam.png", ["broken-link"]), ("/practice/sam.png", ["broken-link"]),
  ])
  func `a photo is a picture of this site`(photo: String, rules: [String]) async {
    var site = SiteFixture(
      Self.page + person("sam")
        + "-- content/people.yaml --\n- {id: sam, name: Sam, role: therapist, "
        + "photo: \"\(photo)\", photoAlt: Sam by a window}\n")
    site.attach("content/practice/sam.png")
    #expect(await site.build().rules == rules)
  }

  @Test func `the words of a photo say what it shows`() async {
    var site = SiteFixture(
      Self.page + person("sam")
        + "-- content/people.yaml --\n- {id: sam, name: Sam, role: therapist, "
        + "photo: practice/sam.png, photoAlt: photo}\n")
    site.attach("content/practice/sam.png")
    #expect(await site.build().rules == ["vague-alt"])
  }

  @Test func `a section that invites needs the page of the practice`() async {
    let section = "-- content/signs/index.md --\n---\ntitle: Signs\ninvitation: true\n---\n"
    #expect(await SiteFixture(section).build().rules == ["missing-page"])
    await SiteFixture(section + Self.page).build().expectNoFindings()
    let off = section.replacing("invitation: true", with: "invitation: false")
    await SiteFixture(off).build().expectNoFindings()
  }

  @Test func `only a section invites`() async {
    let build = await SiteFixture(
      Self.page + "-- content/signs/a.md --\n---\ntitle: A\ninvitation: true\n---\nText.\n"
    ).build()
    #expect(build.rules == ["misplaced-key"])
  }

  @Test(arguments: [
    "insurance: None.", "hours: [Mon 09:00–17:00]", "booking: https://b.example/",
    "fees: [{for: A talk, amount: £60}]",
  ])
  func `details that no page shows are a warning`(line: String) async {
    let site = Self.settings + "B\n  \(line)\n"
    #expect(await SiteFixture(site).build().rules == ["unshown-details"])
    await SiteFixture(site + Self.page).build().expectNoFindings()
    let draft = Self.page.replacing("title: Us", with: "title: Us\ndraft: true")
    await SiteFixture(site + draft).build().expectNoFindings()
  }

  @Test(arguments: ["address: 1 Street", "phone: \"+44 1632 960123\"", "type: LocalBusiness"])
  func `what every page shows needs no page`(line: String) async {
    await SiteFixture(Self.settings + "B\n  \(line)\n").build().expectNoFindings()
  }

  @Test func `opening hours need the names of the days`() async {
    let strings = SiteFixture.templates.first { $0.path == "templates/strings/en.yaml" }
    let text = String(decoding: strings?.bytes ?? [], as: UTF8.self)
    let without = text.split(separator: "\n").filter { $0 != "  - Sunday" }.joined(separator: "\n")
    let site = Self.settings + "B\n  hours: [Mon 09:00–17:00]\n" + Self.page
    let build = await SiteFixture(site + "-- templates/strings/en.yaml --\n\(without)\n").build()
    #expect(build.rules == ["missing-string"])
    #expect(build.build.diagnostics.first?.message == "the words ‘day.7’ are missing")
  }

  @Test func `a text may name the numbers of the practice`() async {
    let site =
      Self.settings + "B\n  phone: \"+44 1632 960123\"\n  contact: {text: \"+44 1632 960124\", "
      + "reply: a, callerID: b, bill: c, voicemail: d}\n" + Self.page
    let page = "-- content/a.md --\n---\ntitle: A\n---\nCall 01632 960124.\n"
    await SiteFixture(site + page).build().expectNoFindings()
    let other = page.replacing("960124", with: "960129")
    #expect(await SiteFixture(site + other).build().rules.contains { $0.hasSuffix("-number") })
  }
}
