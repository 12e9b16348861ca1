import DaylightModel
import DaylightSyntax
import TestSupport
import Testing

@Suite struct ChecklistPassTests {
  private static let path = "content/checklists/signs.md"

  private func site(_ body: String, _ more: String = "") async -> FixtureBuild {
    await SiteFixture("-- \(Self.path) --\n---\ntitle: Signs\n---\n\(body)\n\(more)").build()
  }

  private func checklist(_ body: String, _ more: String = "") async -> Checklist? {
    let site = await site(body, more)
    site.expectNoFindings()
    return site.page(Self.path)?.checklist
  }

  private func text(_ html: HTML?) -> String {
    html?.text ?? ""
  }

  @Test func `headings are groups and task items are signs with their readings`() async {
    let list = await checklist(
      """
      ## What *happens*

      - [ ] I watch my words. [Help](../help.md)
      - [ ] I feel alone. [Home](../index.md)

      ## What I feel

      - [ ] I am tired. [Help](../help.md)
      """)
    #expect(list?.groups.map { text($0.title) } == ["What <em>happens</em>", "What I feel"])
    #expect(list?.groups.map(\.id) == ["c1", "c2"])
    #expect(
      list?.groups.first?.items.map { text($0.label) } == ["I watch my words.", "I feel alone."])
    #expect(list?.groups.first?.items.map(\.id) == ["c1-1", "c1-2"])
    let reading = list?.groups.first?.items.first?.readings.first
    #expect(reading?.title == "Help" && reading?.path == "help/index.html")
  }

  @Test func `groups and items leave the body, and what is before them stays`() async {
    let site = await site("Take your time.\n\n## Group\n\n- [ ] I am tense. [Help](../help.md)\n")
    #expect(site.body(of: Self.path) == "<p>Take your time.</p>\n")
    #expect(site.page(Self.path)?.headings == [])
  }

  @Test(arguments: [
    "[A](../help.md) [B](../index.md)", "[A](../help.md), [B](../index.md)",
    "[A](../help.md) and [B](../index.md)", "[A](../help.md)\n  [B](../index.md).",
    "[A](../help.md) · [B](../index.md)",
  ])
  func `an item may close with several readings`(readings: String) async {
    let list = await checklist("## G\n\n- [ ] I am tense. \(readings)\n")
    #expect(list?.groups.first?.items.first.map { text($0.label) } == "I am tense.")
    #expect(list?.groups.first?.items.first?.readings.map(\.title) == ["A", "B"])
  }

  @Test func `a link in the middle of an item belongs to its label`() async {
    let list = await checklist("## G\n\n- [ ] I [feel](../index.md) alone. [Help](../help.md)\n")
    #expect(
      list?.groups.first?.items.first.map { text($0.label) }
        == "I <a href=\"../../index.html\">feel</a> alone.")
  }

  @Test func `an item may run over lines and hold emphasis`() async {
    let list = await checklist("## G\n\n- [ ] I *often*\n  feel alone.\n  [Help](../help.md)\n")
    #expect(
      list?.groups.first?.items.first.map { text($0.label) } == "I <em>often</em>\nfeel alone.")
  }

  @Test func `a reading may be a term`() async {
    let list = await checklist(
      "## G\n\n- [ ] I am tense. [Bond](term:bond)\n",
      "-- content/glossary/bond.md --\n---\nterm: Bond\nsummary: A.\nevidence: popular\n---\n")
    #expect(list?.groups.first?.items.first?.readings.map(\.path) == ["glossary/bond/index.html"])
  }

  @Test func `text after the last group is kept apart, with anchors, tables and words`() async {
    let site = await site(
      """
      ## G

      - [ ] I am tense. [Help](../help.md)

      ## After

      A bond.

      > [!NOTE]
      > Rest.

      | A |
      |---|
      | B |
      """,
      "-- content/glossary/bond.md --\n---\nterm: Bond\nsummary: A.\nevidence: popular\n---\n")
    let closing = text(site.page(Self.path)?.checklist?.closing)
    #expect(site.body(of: Self.path) == "")
    #expect(closing.contains("<h2 id=\"after\" tabindex=\"-1\">"))
    #expect(closing.contains("<button type=\"button\" class=\"term\""))
    #expect(closing.contains("<div class=\"callout callout-note\""))
    #expect(closing.contains("<div class=\"table\""))
    #expect(site.page(Self.path)?.headings.map(\.anchor) == ["after"])
  }

  @Test func `text under a heading introduces its group, with words and callouts`() async {
    let site = await site(
      """
      First.

      ## G

      A bond, *often*.

      > [!NOTE]
      > Rest.

      - [ ] I am tense. [Help](../help.md)

      ## H

      - [ ] I am tense. [Help](../help.md)
      """,
      "-- content/glossary/bond.md --\n---\nterm: Bond\nsummary: A.\nevidence: popular\n---\n")
    site.expectNoFindings()
    let introductions = site.page(Self.path)?.checklist?.groups.map { text($0.introduction) } ?? []
    #expect(site.body(of: Self.path) == "<p>First.</p>\n")
    #expect(introductions.count == 2 && introductions.last == "")
    #expect(introductions.first?.hasPrefix("<p>A <button type=\"button\" class=\"term\"") == true)
    #expect(introductions.first?.contains("<div class=\"callout callout-note\"") == true)
  }

  @Test(arguments: [
    "⟦1⟧Text.⟦/1⟧\n\n", "⟦1⟧Text.⟦/1⟧\n\n## H\n\n", "⟦1⟧## A⟦/1⟧\n\nText.\n\n## H\n\n",
  ])
  func `text between items is an error`(between: String) async {
    let item = "- [ ] I am tense. [Help](../help.md)\n\n"
    let site = await site("## G\n\n\(item)\(between)\(item)")
    site.expectFindings(
      .init(
        "checklist-items", at: 1,
        "this text is between items of the checklist, where it would not be shown",
        help: "move it directly below the heading of a group or after the last item, or remove it"),
      except: ["empty-section"])
  }

  @Test func `a group may have several lists`() async {
    let list = await checklist(
      "## G\n\n- [ ] I do. [Help](../help.md)\n\n<!-- -->\n\n- [ ] I am. [Help](../help.md)\n")
    #expect(list?.groups.first?.items.map(\.id) == ["c1-1", "c1-2"])
  }

  @Test func `an item without a reading is an error`() async {
    let site = await site("## G\n\n⟦1⟧- [ ] I am tense.\n- [ ] I rest. [Help](../help.md)")
    site.expectFindings(
      .init(
        "checklist-item-without-link", at: 1, "this item leads to no page",
        help: "end it with a link: ‘… [Walking on eggshells](../signs/walking-on-eggshells.md)’"))
  }

  @Test func `a link to another site is no reading`() async {
    let site = await site("## G\n\n- [ ] I am tense. [The operator](https://example.org/)\n")
    site.expectFindings(.init("checklist-item-without-link"))
  }

  @Test func `an item that is ticked beforehand is an error`() async {
    let site = await site("## G\n\n- [x] I am tense. [Help](../help.md)\n")
    site.expectFindings(
      .init("ticked-item", "this item is ticked before anyone has read it", help: "write ‘- [ ]’"))
  }

  @Test func `items under no heading are an error`() async {
    let site = await site("- [ ] I am tense. [Help](../help.md)\n")
    site.expectFindings(
      .init("checklist-items", "these items are not under a heading"),
      .init("checklist-items", "this checklist has no items"))
  }

  @Test func `a checklist without items is an error`() async {
    let site = await site("## G\n\n- A sign\n")
    site.expectFindings(.init("checklist-items", "this checklist has no items"))
  }

  @Test func `an item that says nothing is an error`() async {
    let site = await site("## G\n\n- [ ] [Help](../help.md)\n")
    site.expectFindings(.init("checklist-items", "this item is empty"))
  }

  @Test func `an item that closes with a broken link is reported once`() async {
    let site = await SiteFixture(
      """
      -- content/checklists/a.md --
      ---
      title: A
      ---
      ## What I notice

      - [ ] I watch my words. ⟦1⟧[Words](../words.md)⟦/1⟧
      -- content/words.md --
      ---
      title: Words
      draft: true
      ---
      Text.
      """
    ).build()
    site.expectFindings(.init("broken-link", at: 1))
  }

  @Test func `nothing of an item is left out in silence`() async {
    let site = await site(
      "## G\n\n- [ ] I do. [Help](../help.md)\n\n  ⟦1⟧More.⟦/1⟧\n- ⟦3⟧Two without a box.\n- [ ] I may. [Help](../help.md)\n"
        .replacing("⟦3⟧", with: ""))
    site.expectFindings(
      .init("checklist-items", at: 1),
      .init(
        "checklist-items", at: nil,
        "this item of a checklist has no checkbox, and would not be shown",
        help: "begin it with ‘- [ ] ’"))
  }

  @Test func `HTML that a site allows is shown in each part of a checklist`() async {
    let site = await SiteFixture(
      """
      -- content/signs/fear.md --
      ---
      title: Fear
      ---
      Text.
      -- content/checklists/home.md --
      ---
      title: Home
      ---
      ## At <kbd>1</kbd>

      On <kbd>2</kbd>.

      - [ ] I <kbd>3</kbd> rest. [Fear](../signs/fear.md)

      After <kbd>4</kbd>.
      -- content/site.yaml --
      name: Room
      rawHTML: true

      """
    ).build()
    let checklist = site.page("content/checklists/home.md")?.checklist
    let group = checklist?.groups.first
    let parts = [
      group?.title, group?.introduction, group?.items.first?.label, checklist?.closing,
    ]
    for (number, part) in parts.enumerated() {
      #expect(part?.text.contains("<kbd>\(number + 1)</kbd>") == true)
    }
  }
}
