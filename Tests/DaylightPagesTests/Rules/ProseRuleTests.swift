import DaylightSite
import TestSupport
import Testing

@Suite struct ProseRuleTests {
  /// A sentence of so many words.
  private static func words(_ count: Int) -> String {
    "We " + Array(repeating: "walk", count: count - 1).joined(separator: " ") + "."
  }

  private func article(_ body: String, _ fields: String = "summary: A walk.\n") async
    -> FixtureBuild
  {
    await SiteFixture(
      "-- content/signs/walk.md --\n---\ntitle: ⟦9⟧Walk⟦/9⟧\n\(fields)---\n\(body)\n"
    ).build()
  }

  @Test(arguments: [26, 40])
  func `a sentence of more than 25 words is a note where it is`(count: Int) async {
    let site = await SiteFixture(page: "Short.\n⟦1⟧\(Self.words(count))⟦/1⟧ Short.").build()
    site.expectFindings(
      .init(
        "long-sentence", at: 1, "this sentence has \(count) words",
        help: "make two or three sentences of it, each with one thought"))
    #expect(site.severities == ["note"])
  }

  @Test func `one of more than 40 is a warning, whatever is around it`() async {
    let short = Array(repeating: "We walk.", count: 5).joined(separator: " ")
    let site = await SiteFixture(page: "\(short)\n\n⟦1⟧\(Self.words(80))⟦/1⟧").build()
    site.expectFindings(.init("long-sentence", at: 1), except: ["reading-grade"])
    #expect(site.severities.contains("warning"))
  }

  @Test(arguments: [
    words(25), words(13) + " " + words(13), "> " + words(30), "- " + words(20) + "\n- " + words(20),
    words(23).dropLast() + " e.g. here.", "We walk – " + words(23), "Well-known " + words(24),
  ])
  func `shorter sentences, quotations and items are fine`(text: String) async {
    await SiteFixture(page: text).build().expectNoFindings()
  }

  @Test func `a paragraph of six sentences is a note`() async {
    let six = "Rest. Drink. Walk. Write. Sleep. Sing."
    await SiteFixture(page: "Text.\n\n⟦1⟧\(six)").build().expectFindings(
      .init("long-paragraph", at: 1, "this paragraph has 6 sentences and 6 words"))
  }

  @Test func `a wall of text is a warning`() async {
    let wall = Array(repeating: Self.words(22), count: 7).joined(separator: " ")
    let site = await SiteFixture(page: "⟦1⟧\(wall)").build()
    site.expectFindings(
      .init("long-paragraph", at: 1, "this paragraph has 7 sentences and 154 words"))
    #expect(site.severities == ["warning"])
  }

  @Test(arguments: [
    "Rest. Drink. Walk. Write. Sleep.", "Rest. Drink. Walk.\n\nWrite. Sleep. Sing.",
    "> Rest. Drink. Walk. Write. Sleep. Sing.",
    "- Rest.\n- Drink.\n- Walk.\n- Write.\n- Sing.\n- Go.",
    "See Dr. Lee, e.g. at 3.30 p.m., at the N.H.S. clinic, or St. John. Rest.",
  ])
  func `five sentences, quotations and lists are fine`(text: String) async {
    await SiteFixture(page: text).build().expectNoFindings()
  }

  @Test func `more than 300 words without a heading are a warning where they get too long`() async {
    let paragraph = Array(repeating: Self.words(20), count: 4).joined(separator: " ")
    let some = Array(repeating: paragraph, count: 3).joined(separator: "\n\n")
    let site = await SiteFixture(
      page: "Text.\n\n## Walks\n\n\(some)\n\n⟦1⟧\(paragraph)\n\n\(paragraph)"
    ).build()
    site.expectFindings(
      .init("long-section", at: 1, "the 400 words under ‘Walks’ have no heading between them"))
    await SiteFixture(page: "\(some)\n\n### More\n\n\(some)").build()
      .expectNoFindings(except: ["skipped-heading"])
  }

  private static let hundred = Array(repeating: words(20), count: 5).joined(separator: " ")

  @Test(arguments: [
    "## ⟦1⟧What it is", "- ⟦1⟧One\n- Two", "| ⟦1⟧A |\n|---|\n| B |", "> ⟦1⟧Others say so.",
  ])
  func `a page that begins with anything but a paragraph is a warning`(beginning: String) async {
    await article("\(beginning)\n\n\(Self.hundred)").expectFindings(
      .init("missing-opening", at: 1, "the page begins without saying what it is about"))
  }

  @Test(arguments: [
    "What this is about.\n\n## What it is", "> [!CONTENT]\n> Fear.\n\nWhat this is about.",
    "> [!SAFETY]\n> Use a safe device.\n\n*What* this is about.",
  ])
  func `a paragraph at the top is fine, and a callout may come before it`(beginning: String) async {
    await article("\(beginning)\n\n\(Self.hundred)").expectNoFindings()
  }

  @Test func `a short page may begin as it likes`() async {
    await article("## What it is\n\nRest.").expectNoFindings()
  }

  @Test func `an article without a summary is a note`() async {
    await article(Self.hundred, "").expectFindings(.init("missing-summary", at: 9))
    await article("Rest.", "").expectNoFindings()
  }

  private static let long = [hundred, hundred].joined(separator: "\n\n")

  @Test func `an article that leads nowhere is a warning at its end`() async {
    await article("\(Self.long)\n\n⟦1⟧The end.").expectFindings(
      .init("missing-next-step", at: 1, "the article ends without a next step"))
    await article("\(Self.long)\n\nSee [above](#top).\n\n## Top\n\n⟦1⟧The end.")
      .expectFindings(.init("missing-next-step", at: 1))
  }

  @Test(arguments: [
    "Read [who can help](../help.md).", "> [!HELP]\n> Talk to someone.",
    "## A next step\n\nOpen a window.", "Call [Night Line](tel:+441632960111).",
    "See [the operator](https://www.example.org/).", "## What you can do today\n\nRest.",
  ])
  func `a link, a callout for help or a small step is enough`(end: String) async {
    await article("\(Self.long)\n\n\(end)").expectNoFindings()
  }

  @Test func `next in the front matter is enough, and a short article needs none`() async {
    await article(Self.long, "summary: A walk.\nnext: ../help.md\n").expectNoFindings()
    await article("Rest.").expectNoFindings()
  }

  @Test(arguments: [
    "You are ⟦1⟧NOT⟦/1⟧ to blame.", "⟦1⟧NEVER⟦/1⟧ wait.", "Please ⟦1⟧LEAVE THE BUILDING⟦/1⟧ now.",
    "## ⟦1⟧WHAT HELPS PEOPLE⟦/1⟧\n\nRest.", "It ⟦1⟧MUST STOP⟦/1⟧.",
    "- ⟦1⟧TRAUMA BONDING⟦/1⟧ hurts.",
  ])
  func `words in capitals are a warning`(text: String) async {
    await SiteFixture(page: text).build().expectFindings(.init("capitals", at: 1))
  }

  @Test(arguments: [
    "EMDR and PTSD are names.", "The NHS, NICE and WHO agree.", "She studied DARVO.", "I am A.",
    "A STOP sign", "> DO NOT ENTER THE BUILDING", "UK, USA, EU", "DSM-5-TR", "The LGBT+ line",
  ])
  func `abbreviations and quotations are fine`(text: String) async {
    await SiteFixture(page: text).build().expectNoFindings()
  }

  @Test func `a title in capitals is a warning`() async {
    let site = await SiteFixture(
      "-- content/signs/walk.md --\n---\ntitle: ⟦1⟧WALKING ON EGGSHELLS⟦/1⟧\n---\nText.\n"
    ).build()
    site.expectFindings(.init("capitals", at: 1))
  }
}
