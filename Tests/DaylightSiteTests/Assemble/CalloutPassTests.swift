import DaylightSite
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
      await body("> [!CONTENT]\n> Violence.\n\nText.\n\n## After\n") == """
        <div class="callout callout-content" role="note">
        <p class="callout-title">Content</p>
        <p>Violence.</p>
        <p class="callout-skip"><a href="#after">Skip this part</a></p>
        </div>
        <p>Text.</p>
        <h2 id="after" tabindex="-1">
        After
        </h2>

        """)
  }

  @Test func `a content note without a heading below it has nothing to skip to`() async {
    #expect(await !body("## Before\n\n> [!CONTENT]\n> Violence.\n\nText.\n").contains("skip"))
  }

  @Test func `a callout may hold several blocks`() async {
    let html = await body("> [!NOTE]\n> One.\n>\n> - Two\n")
    #expect(html.contains("<p>One.</p>\n<ul>\n<li>Two</li>\n</ul>\n</div>"))
  }

  @Test func `a marker alone makes a callout with nothing but its title`() async {
    #expect(
      await body("> [!NOTE]\n") == """
        <div class="callout callout-note" role="note">
        <p class="callout-title">Note</p>
        </div>

        """)
  }

  @Test(arguments: [
    "> Quoted.\n", "> [!NOTE] on the same line\n", "> Text first\n> [!NOTE]\n", "[!NOTE]\n",
    "> [NOTE]\n", "> `[!NOTE]`\n",
  ])
  func `anything else stays what it was`(markdown: String) async {
    #expect(await !body(markdown).contains("callout"))
  }

  @Test func `findings inside a callout have their place`() async {
    let site = await SiteFixture(
      page: "> [!NOTE]\n> See ⟦1⟧[a](missing.md)⟦/1⟧ or\n> ⟦2⟧[b](lost.md)⟦/2⟧."
    )
    .build()
    site.expectFindings(.init("broken-link", at: 1), .init("broken-link", at: 2))
  }

  @Test func `a kind that there is not is reported with the nearest`() async {
    let site = await SiteFixture(page: "⟦1⟧> [!SAFTY]\n> Take care.⟦/1⟧\n").build()
    site.expectFindings(
      .init(
        "unknown-callout", at: 1, "there is no callout ‘[!SAFTY]’",
        help: "did you mean ‘[!SAFETY]’?"))
  }

  @Test func `a kind that resembles none is reported with all`() async {
    let site = await SiteFixture(page: "⟦1⟧> [!IMPORTANT]\n> Take care.⟦/1⟧\n").build()
    site.expectFindings(
      .init(
        "unknown-callout", at: 1, "there is no callout ‘[!IMPORTANT]’",
        help: "write one of ‘[!NOTE]’, ‘[!SAFETY]’, ‘[!CONTENT]’, ‘[!HELP]’"))
  }
}
