import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct StrayCalloutTests {
  @Test(arguments: [
    "!SAFETY", "!safety", "! SAFETY", "!!! SAFETY", "!SAFTY", "!SAFETY]", "[SAFETY]", "[Safety]",
    "[SAFETY!]", "[SAFETY:]", "[SAFTY]", "[SAFETY", "SAFETY]", "[!] SAFETY", "[!SAFETY",
    "![SAFETY]", "(!SAFETY)", "{!SAFETY}", "{SAFETY}", "[[!SAFETY]]", "[!SAFETY]]", "[¡SAFETY]",
    "[SA\u{AD}FETY]",
    "［!SAFETY］", "［！SAFETY］", "【SAFETY】", "〔!SAFETY〕", "「!SAFETY」", "！SAFETY", "[！SAFETY]",
  ])
  func `a misspelt marker that begins a quotation is an error that says what to write`(
    marker: String
  ) async {
    let site = await SiteFixture(page: "> ⟦1⟧\(marker)⟦/1⟧ Close this page.").build()
    site.expectFindings(.init("stray-callout", at: 1))
    #expect(
      site.build.diagnostics.first?.help?.hasPrefix("write ‘[!SAFETY]’ instead") == true,
      "\(marker)")
  }

  @Test(arguments: [
    "> **⟦1⟧[SAFETY]⟦/1⟧** Close it.", "> ⟦1⟧[!**SAFETY**]⟦/1⟧ Close it.",
    "> Close it.\n> ⟦1⟧[SAFETY]⟦/1⟧ Now.", "- ⟦1⟧!SAFETY⟦/1⟧ Close it.",
    "## ⟦1⟧[SAFETY]⟦/1⟧ Close it\n\nText.",
    "| ⟦1⟧[SAFETY]⟦/1⟧ a | b |\n|---|---|\n| c | d |",
    "| a | b |\n|---|---|\n| ⟦1⟧!SAFETY⟦/1⟧ c | d |",
    "> > ⟦1⟧[SAFETY]⟦/1⟧ Close it.", "- Item\n\n  > ⟦1⟧[SAFETY]⟦/1⟧ Close it.",
    "Text[^1].\n\n[^1]: ⟦1⟧[SAFETY]⟦/1⟧ Close it.", "> [!NOTE] One.\n> ⟦1⟧[SAFETY]⟦/1⟧ Two.",
    "⟦1⟧[SAFETY]⟦/1⟧ Close it.", "Close it.\n⟦1⟧!SAFETY⟦/1⟧ Now.", "> ⟦1⟧[WARNING]⟦/1⟧ Close it.",
    "&gt; ⟦1⟧[!SAFETY]⟦/1⟧ Close it.", "\\> ⟦1⟧[SAFETY]⟦/1⟧ Close it.",
    "> ⟦1⟧\"!SAFETY⟦/1⟧\" Close it.",
  ])
  func `a misspelt marker that begins any line is an error at its place`(markdown: String) async {
    await SiteFixture(page: markdown).build().expectFindings(.init("stray-callout", at: 1))
  }

  @Test(arguments: [
    ("| ⟦1⟧[!SAFETY]⟦/1⟧ a |\n|---|\n| b |", "no callout can be in a table: write ‘> [!SAFETY]’"),
    ("## ⟦1⟧[!SAFETY]⟦/1⟧ Close it\n\nText.", "write ‘> [!SAFETY]’ in the place of the heading"),
    ("⟦1⟧[!SAFETY]⟦/1⟧ Close it.", "write ‘> [!SAFETY]’, and ‘> ’ before each line"),
    ("> Text\n> ⟦1⟧[!SAFETY]⟦/1⟧ more", "begin the quotation with ‘[!SAFETY]’"),
    ("> [!NOTE] One.\n>\n> ⟦1⟧[SAFETY]⟦/1⟧ Two.", "for a callout of its own, write a line without"),
  ])
  func `what to write depends on where the marker is`(markdown: String, help: String) async {
    let site = await SiteFixture(page: markdown).build()
    site.expectFindings(.init("stray-callout", at: 1))
    #expect(site.build.diagnostics.first?.help?.hasPrefix(help) == true)
  }

  @Test(arguments: [
    "> ⟦1⟧[SAFETY]: Careful⟦/1⟧", "⟦1⟧[!SAFETY]: Careful⟦/1⟧", "Text.\n\n⟦1⟧[!SAFTY]: Careful⟦/1⟧",
  ])
  func `a marker with a colon, which would vanish, is an error`(markdown: String) async {
    await SiteFixture(page: markdown).build().expectFindings(.init("stray-callout", at: 1))
  }

  @Test func `a marker in angle brackets is told what a callout is`() async {
    let site = await SiteFixture(page: "> ⟦1⟧<!SAFETY>⟦/1⟧ Close it.").build()
    site.expectFindings(
      .init(
        "visible-comment", at: 1,
        help: "for a callout write ‘> [!SAFETY]’; put a backslash before ‘<’ if it is meant to be "
          + "seen"))
  }

  @Test(arguments: [
    "> \\[!NOTE\\] x", "> \\[SAFETY] x", "> \\!SAFETY x", "> `[SAFETY]` x", "> !\\[SAFETY] x",
    "> [She] said.", "> [Note: names were changed] x", "> (NOTE) x", "> Safety first!", "> NOTE: x",
    "> SAFETY FIRST", "Call now! NOTE the time", "> [CONTEXT] x", "> [NOT] all", "> [SAFER] x",
    "> [SAFE] x",
    "!important words", "> [...] and so on", "wow [!] and [?!] fine", "> [1] x",
    "see [NOTE] below", "> [S]afety is x", "> “[Safety] first,” she said.", "! Note that",
    "[!] and so on", "> [NOTE 1] x",
    "> [Help](help.md) is here", "See [help].\n\n[help]: help.md", "¡Help!",
  ])
  func `what is no marker stays silent`(markdown: String) async {
    await SiteFixture(page: markdown).build().expectNoFindings()
  }

  @Test(arguments: ["![Help](no bracket", "[Note] (help.md)", "![Note](my note.png)"])
  func `a link or picture that did not work is told as one`(markdown: String) async {
    #expect(await SiteFixture(page: markdown).build().rules == ["stray-markdown"])
  }
}
