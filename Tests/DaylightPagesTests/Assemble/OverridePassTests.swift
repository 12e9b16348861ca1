import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct OverridePassTests {
  private let reason = "because the link is shown as an example"

  @Test func `an override takes the findings of its block away`() async {
    let site = await SiteFixture(
      page: "See [here](help.md). <!-- allow: vague-link \(reason) -->\n"
    ).build()
    site.expectNoFindings()
    #expect(site.body() == "<p>See <a href=\"../help/index.html\">here</a>. </p>\n")
  }

  @Test func `an override that stands alone is for the next block`() async {
    let site = await SiteFixture(
      page:
        "<!-- allow: vague-link \(reason) -->\n\nSee\n[here](help.md).\n\n⟦1⟧[here](help.md)⟦/1⟧"
    ).build()
    site.expectFindings(.init("vague-link", at: 1))
  }

  @Test func `an override is for its own rule only`() async {
    let site = await SiteFixture(
      page: "[here](help.md) ⟦1⟧[lost](lost.md)⟦/1⟧ <!-- allow: vague-link \(reason) -->\n"
    ).build()
    site.expectFindings(.init("broken-link", at: 1))
  }

  @Test func `overrides are listed with their reasons`() async {
    let site = await SiteFixture(
      page: "[here](help.md) <!-- allow: vague-link \(reason) -->\n"
    ).build()
    #expect(site.build.overrides.map(\.rule) == ["vague-link"])
    #expect(site.build.overrides.map(\.reason) == ["the link is shown as an example"])
  }

  @Test func `a link that leads nowhere cannot be allowed`() async {
    let site = await SiteFixture(
      page: "⟦1⟧[help](help.md#later)⟦/1⟧ ⟦2⟧<!-- allow: broken-anchor \(reason) -->⟦/2⟧\n"
    ).build()
    site.expectFindings(
      .init("broken-anchor", at: 1),
      .init(
        "invalid-override", at: 2, "‘broken-anchor’ protects the reader and cannot be overridden",
        help: "fix what it found"))
  }

  @Test func `front matter is no part of the block below it`() async {
    let site = await SiteFixture(
      page: "Text. <!-- allow: unknown-person \(reason) -->\n", frontMatter: "author: ⟦1⟧ada⟦/1⟧"
    ).build()
    site.expectFindings(.init("unknown-person", at: 1))
  }

  @Test func `while other errors hide what it may allow, none is called stale`() async {
    let site = await SiteFixture(
      page: "Text. <!-- allow: vague-link \(reason) -->\n\n⟦1⟧[lost](lost.md)⟦/1⟧\n"
    ).build()
    site.expectFindings(.init("broken-link", at: 1))
    #expect(site.build.overrides.isEmpty)
  }

  @Test func `an override that allows nothing is stale`() async {
    let site = await SiteFixture(
      page: "Text. ⟦1⟧<!-- allow: vague-link \(reason) -->⟦/1⟧\n"
    ).build()
    site.expectFindings(
      .init(
        "stale-override", at: 1,
        "nothing is left that this override of ‘vague-link’ would allow", help: "delete it"))
  }

  @Test func `an override of a rule that is off is not stale`() async {
    let site = await SiteFixture(
      page: "[here](help.md) <!-- allow: vague-link \(reason) -->\n",
      "-- content/site.yaml --\nname: A\nrules: {vague-link: off}\n"
    ).build()
    site.expectNoFindings()
  }

  @Test func `a rule that there is not is reported with the nearest`() async {
    let site = await SiteFixture(page: "Text. ⟦1⟧<!-- allow: vague-lnk \(reason) -->⟦/1⟧\n").build()
    site.expectFindings(
      .init(
        "invalid-override", at: 1, "no rule is called ‘vague-lnk’",
        help: "did you mean ‘vague-link’?"))
  }

  @Test func `of many rules that there are not, a hundred are reported with the nearest`() async {
    let comment = "Text. <!-- allow: vague-lnk \(reason) -->\n\n"
    let site = await SiteFixture(page: String(repeating: comment, count: 120)).build()
    let found = site.build.diagnostics.filter { $0.rule.id == "invalid-override" }
    #expect(found.count == 120)
    #expect(found.count { $0.help == "did you mean ‘vague-link’?" } == 100)
  }

  @Test func `overrides that stand one after another are all for the next block`() async {
    let site = await SiteFixture(
      page: "<!-- allow: vague-link \(reason) -->\n\n<!-- allow: stray-checkbox \(reason) -->\n"
        + "- [ ] [here](help.md)\n\n⟦1⟧[here](help.md)⟦/1⟧"
    ).build()
    site.expectFindings(.init("vague-link", at: 1))
  }

  @Test func `overrides in different lines of a block are all for the block`() async {
    let site = await SiteFixture(
      page: "- [ ] [here](help.md) <!-- allow: stray-checkbox \(reason) -->\n"
        + "  and <!-- allow: vague-link \(reason) -->\n\n⟦1⟧[here](help.md)⟦/1⟧"
    ).build()
    site.expectFindings(.init("vague-link", at: 1))
  }

  @Test func `a former name of a rule still works, and a note gives the new one`() async {
    let site = await SiteFixture(
      page: "- [ ] Later ⟦1⟧<!-- allow: stray-box because the box is part of a form -->⟦/1⟧\n"
    ).build()
    site.expectFindings(
      .init(
        "renamed-rule", at: 1, "‘stray-box’ is now called ‘stray-checkbox’",
        help: "write ‘stray-checkbox’: a later version will not know the former name"))
    #expect(site.build.overrides.map(\.rule) == ["stray-checkbox"])
  }

  @Test(arguments: ["", "because", "because I say so", "for no reason that I know of"])
  func `a reason has four words or more`(reason: String) async {
    let site = await SiteFixture(
      page: "⟦2⟧[here](help.md)⟦/2⟧ ⟦1⟧<!-- allow: vague-link \(reason) -->⟦/1⟧\n"
    ).build()
    site.expectFindings(
      .init("invalid-override", at: 1, "this override of ‘vague-link’ gives no reason"),
      .init("vague-link", at: 2))
  }

  @Test func `a rule that protects the reader cannot be overridden`() async {
    let site = await SiteFixture(
      page: "⟦2⟧[A](mailto:a@example.org)⟦/2⟧ ⟦1⟧<!-- allow: mail-link \(reason) -->⟦/1⟧\n"
    ).build()
    site.expectFindings(
      .init("invalid-override", at: 1, "‘mail-link’ protects the reader and cannot be overridden"),
      .init("mail-link", at: 2))
  }

  @Test func `a rule of the site's own language file can be overridden`() async {
    let site = await SiteFixture(
      page: "A toxic person. <!-- allow: labels \(reason) -->\n\nA ⟦1⟧toxic person⟦/1⟧.",
      """
      -- content/language.yaml --
      - id: labels
        phrases: [toxic person]
        level: warning
        why: It labels a person.
        instead: Say what they do.
        catches: [A toxic person., Toxic person!]
        passes: [A person., A toxic plant.]

      """
    ).build()
    site.expectFindings(
      .init("labels", at: 1, "‘toxic person’: It labels a person", help: "Say what they do."))
  }

  @Test func `other comments say nothing`() async {
    let site = await SiteFixture(page: "Text. <!-- a note to the editor -->\n").build()
    site.expectNoFindings()
    #expect(!site.body().contains("editor"))
  }
}
