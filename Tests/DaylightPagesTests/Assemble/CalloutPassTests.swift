import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct CalloutPassTests {
  private func body(_ markdown: String) async -> String {
    let site = await SiteFixture(page: markdown).build()
    site.expectNoFindings()
    return site.body()
  }

  @Test(arguments: ["NOTE", "SAFETY", "HELP", "note", "Safety"])
  func `a quotation that opens with a marker is a callout`(marker: String) async {
    let kind = marker.lowercased()
    #expect(
      await body("> [!\(marker)]\n> Take *care*.\n") == """
        <div class="callout callout-\(kind)" role="note">
        <p class="callout-title">\(kind.prefix(1).uppercased() + kind.dropFirst())</p>
        <p>Take <em>care</em>.</p>
        </div>

        """)
  }

  @Test func `a content note leads to the next heading`() async {
    #expect(
      await body("> [!CONTENT]\n> Violence.\n\nText.\n\n## After\n\nText.\n") == """
        <div class="callout callout-content" role="note">
        <p class="callout-title">Content</p>
        <p>Violence.</p>
        <p class="callout-skip"><a href="#after">Skip this part</a></p>
        </div>
        <p>Text.</p>
        <h2 id="after" tabindex="-1">
        After
        </h2>
        <p>Text.</p>

        """)
  }

  @Test func `a content note without a heading below it has nothing to skip to`() async {
    #expect(await !body("## Before\n\n> [!CONTENT]\n> Violence.\n\nText.\n").contains("skip"))
  }

  @Test func `a callout may hold several blocks`() async {
    let html = await body("> [!NOTE]\n> One.\n>\n> - Two\n")
    #expect(html.contains("<p>One.</p>\n<ul>\n<li>Two</li>\n</ul>\n</div>"))
  }

  @Test(arguments: [
    "> [!NOTE] Take *care*.\n", "> [!note] Take *care*.\n", "> [!Note]  Take *care*.\n",
    ">[!NOTE] Take *care*.\n", "> [!\u{A0}NOTE] Take *care*.\n", "> [! NOTE ] Take *care*.\n",
    "> [!NOTE]- Take *care*.\n",
    "> [!NOTE]+\n> Take *care*.\n", "> [!NOTE]\\\n> Take *care*.\n",
    "> [!NOTE]\n>\n> Take *care*.\n", "> [!NOTE] <!-- a -- b --> Take *care*.\n",
    "> [!NOTE]\r\n> Take *care*.\r\n",
  ])
  func `text on the line of the marker is the text of the callout`(markdown: String) async {
    #expect(
      await body(markdown) == """
        <div class="callout callout-note" role="note">
        <p class="callout-title">Note</p>
        <p>Take <em>care</em>.</p>
        </div>

        """)
  }

  @Test(arguments: [
    ("> [!SAFETY] ⟦1⟧-⟦/1⟧ a", "‘> - …’"), ("> [!SAFETY] ⟦1⟧-⟦/1⟧ a\n> - b", "‘> - …’"),
    ("> [!SAFETY] ⟦1⟧*⟦/1⟧ a", "‘> * …’"), ("> [!SAFETY] ⟦1⟧1.⟦/1⟧ a", "‘> 1. …’"),
    ("> [!SAFETY] ⟦1⟧2)⟦/1⟧ a", "‘> 2) …’"), ("> [!SAFETY] ⟦1⟧#⟦/1⟧ a", "‘> # …’"),
    ("> [!SAFETY] ⟦1⟧##⟦/1⟧ a", "‘> ## …’"), ("> [!SAFETY] ⟦1⟧>⟦/1⟧ a", "‘> > …’"),
    ("> [!SAFETY] ⟦1⟧-⟦/1⟧ [ ] a", "‘> - …’"), ("> [!SAFETY] ⟦1⟧---⟦/1⟧\n> a", "‘> --- …’"),
    ("> [!SAFETY] ⟦1⟧|⟦/1⟧ a | b |\n> |---|---|\n> | c | d |", "‘> | …’"),
    ("> > [!NOTE] ⟦1⟧+⟦/1⟧ a", "‘> + …’"),
  ])
  func `a block cannot begin on the line of the marker`(markdown: String, written: String) async {
    let site = await SiteFixture(page: markdown).build()
    site.expectFindings(.init("stray-markdown", at: 1))
    #expect(site.build.diagnostics.first?.help?.contains(written) == true)
  }

  @Test(arguments: [
    "> [!SAFETY] -5 degrees", "> [!SAFETY] \\- a", "> [!SAFETY] 1\\. a", "> [!SAFETY] – a",
    "> [!SAFETY] *Now* close it.", "> [!SAFETY] #1 on the list", "> [!SAFETY] 1999 was bad.",
    "> [!SAFETY]\n> - a\n> - b", "> [!SAFETY]- a", "> [!SAFETY] **a** b",
  ])
  func `other text on the line of the marker is text`(markdown: String) async {
    #expect(await body(markdown).contains("callout-safety"))
  }

  @Test func `text on the line of the marker may cite and refer to notes`() async {
    let site = await SiteFixture(
      page: "> [!NOTE] See [@smith2001], and more[^n] [@smith2001].\n\n[^n]: The note.\n",
      "-- content/sources.yaml --\nsmith2001: {title: A work, year: 2001, kind: book}\n"
    ).build()
    site.expectNoFindings(except: ["source-unchecked"])
    #expect(site.body().contains("<p>See,<sup><a class=\"citation\""))
    #expect(site.body().contains("id=\"cite-smith2001-2\""))
  }

  @Test func `text on the line of the marker goes on on the next`() async {
    let html = await body("> [!SAFETY] Use a device\n> that nobody else can open.\n")
    #expect(html.contains("callout-safety"))
    #expect(html.contains("<p>Use a device\nthat nobody else can open.</p>"))
  }

  @Test(arguments: [
    "> > [!NOTE] Text.\n", "- Item\n\n  > [!NOTE] Text.\n",
    "> [!HELP] Help.\n>\n> > [!NOTE] Text.\n",
  ])
  func `a callout may lie within something else`(markdown: String) async {
    let html = await body(markdown)
    #expect(html.contains("callout-note") && !html.contains("[!"))
  }

  @Test(arguments: [
    "> ⟦1⟧[!NOTE]⟦/1⟧\n", "> ⟦1⟧[!NOTE]⟦/1⟧\n\nText.\n", "> ⟦1⟧[!NOTE]⟦/1⟧ <!-- text -->\n",
    "> ⟦1⟧[!NOTE]⟦/1⟧ &nbsp;\n",
  ])
  func `a callout without text is an error`(markdown: String) async {
    let site = await SiteFixture(page: markdown).build()
    site.expectFindings(
      .init(
        "empty-callout", at: 1, "the callout ‘[!NOTE]’ is empty",
        help: "write its text on the lines below, each after ‘> ’, or delete it"))
  }

  @Test(arguments: [
    "> Quoted.\n", "> `[!NOTE]`\n", "> \\[!NOTE] Text.\n", "> [\\!NOTE] Text.\n",
    "\\[!NOTE]\n", "She said fine [!] and left.\n", "~~~\n> [!NOTE]\n~~~\n", "Wow [!!] and [?].\n",
  ])
  func `anything else stays what it was`(markdown: String) async {
    #expect(await !body(markdown).contains("callout"))
  }

  @Test(arguments: [
    "⟦1⟧[!NOTE]⟦/1⟧ Mind this.\n", "> Text first\n> ⟦1⟧[!NOTE]⟦/1⟧ more\n",
    "> ⟦1⟧[!NOTE⟦/1⟧ Mind this.\n",
    "> **⟦1⟧[!NOTE]⟦/1⟧** Mind this.\n", "- ⟦1⟧[!NOTE]⟦/1⟧ Mind this.\n",
    "> [!NOTE] One.\n>\n> ⟦1⟧[!HELP]⟦/1⟧ Two.\n", "> [!NOTE] One.\n> ⟦1⟧[!HELP]⟦/1⟧ Two.\n",
    "## ⟦1⟧[!NOTE]⟦/1⟧ Mind\n\nText.\n", "| ⟦1⟧[!NOTE]⟦/1⟧ a |\n|---|\n| b |\n",
    "⟦1⟧[！NOTE]⟦/1⟧ Mind this.\n", "Text ⟦1⟧[! warning ]⟦/1⟧ more.\n",
    "[Link ⟦1⟧[!TIP]⟦/1⟧](index.md)\n", "> ⟦1⟧[!NOTE]⟦/1⟧: Mind\n",
    "> ⟦1⟧[!NOTE]⟦/1⟧: Mind\n> this\n",
    "> ⟦1⟧[!NOTE]⟦/1⟧(index.md) Mind.\n", "> ⟦1⟧【!NOTE】⟦/1⟧ Mind.\n",
    "&#91;!NOTE] no, ⟦1⟧[!NOTE]⟦/1⟧ Mind.\n".replacing("&#91;!NOTE] no", with: "No"),
  ])
  func `a marker where no callout begins is an error at its place`(markdown: String) async {
    await SiteFixture(page: markdown).build().expectFindings(.init("stray-callout", at: 1))
  }

  @Test func `findings on the line of the marker have their place`() async {
    let site = await SiteFixture(page: "> [!NOTE] See ⟦1⟧[a](missing.md)⟦/1⟧ ⟦2⟧[@nobody]⟦/2⟧.")
      .build()
    site.expectFindings(.init("broken-link", at: 1), .init("unknown-source"))
  }

  @Test func `findings inside a callout have their place`() async {
    let site = await SiteFixture(
      page: "> [!NOTE]\n> See ⟦1⟧[a](missing.md)⟦/1⟧ or\n> ⟦2⟧[b](lost.md)⟦/2⟧."
    )
    .build()
    site.expectFindings(.init("broken-link", at: 1), .init("broken-link", at: 2))
  }

  @Test(arguments: ["> ⟦1⟧[!see @smith2001]⟦/1⟧\n> Text.", "> ⟦1⟧[!NOTE @smith2001]⟦/1⟧ Text."])
  func `a marker that cites something is a kind that there is not`(markdown: String) async {
    let site = await SiteFixture(
      page: markdown,
      "-- content/sources.yaml --\nsmith2001: {title: A work, year: 2001, kind: book}\n"
    ).build()
    site.expectFindings(.init("unknown-callout", at: 1), except: ["source-unchecked"])
  }

  @Test func `a kind that there is not is reported with the nearest`() async {
    let site = await SiteFixture(page: "> ⟦1⟧[!SAFTY]⟦/1⟧\n> Take care.\n").build()
    site.expectFindings(
      .init(
        "unknown-callout", at: 1, "there is no callout ‘[!SAFTY]’",
        help: "did you mean ‘[!SAFETY]’?"))
  }

  @Test func `a kind that resembles none is reported with all`() async {
    let site = await SiteFixture(page: "> ⟦1⟧[!IMPORTANT]⟦/1⟧ Take care.\n").build()
    site.expectFindings(
      .init(
        "unknown-callout", at: 1, "there is no callout ‘[!IMPORTANT]’",
        help: "write one of ‘[!NOTE]’, ‘[!SAFETY]’, ‘[!CONTENT]’, ‘[!HELP]’"))
  }
}
