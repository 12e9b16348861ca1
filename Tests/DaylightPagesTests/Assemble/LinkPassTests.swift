import DaylightSite
import DaylightSyntax
import DaylightTheme
import TestSupport
import Testing

@Suite struct LinkPassTests {
  private static let other = """
    -- content/signs/fear.md --
    ---
    title: Fear
    ---
    ## What it does

    Text.
    -- content/glossary/shame.md --
    ---
    term: Shame
    summary: A feeling.
    evidence: popular
    autolink: false
    ---

    """

  private func link(_ reference: String) async -> String {
    let site = await SiteFixture(page: "[text](\(reference))", Self.other).build()
    site.expectNoFindings(except: ["unused-term"])
    return site.body()
  }

  @Test(arguments: [
    ("signs/fear.md", "../signs/fear/index.html"),
    ("./signs/../signs/fear.md", "../signs/fear/index.html"),
    ("signs/fear.md#what-it-does", "../signs/fear/index.html#what-it-does"),
    ("signs/index.md", "../signs/index.html"), ("index.md", "../index.html"),
    ("help.md", "../help/index.html"), ("page.md", "../page/index.html"),
    ("term:shame", "../glossary/shame/index.html"),
    ("glossary/shame.md", "../glossary/shame/index.html"),
    ("signs/fear.md#", "../signs/fear/index.html"),
    ("signs/%66ear.md", "../signs/fear/index.html"),
  ])
  func `a path is written as the way from page to page`(reference: String, address: String) async {
    #expect(await link(reference) == "<p><a href=\"\(address)\">text</a></p>\n")
  }

  @Test func `a backslash after a bare address breaks the line`() async {
    let address =
      "<a class=\"external\" href=\"https://a.example/b\" rel=\"noreferrer\">"
      + "https://a.example/b</a>"
    for (text, expected) in [
      ("https://a.example/b\\\nnext", "\(address)<br />\nnext"),
      ("https://a.example/b).\\\nnext", "\(address)).<br />\nnext"),
      ("https://a.example/b\\\\\nnext", "\(address)\\\\\nnext"),
      ("https://a.example/b\\", "\(address)\\"),
    ] {
      let site = await SiteFixture(page: text).build()
      #expect(site.body() == "<p>\(expected)</p>\n")
    }
  }

  @Test func `a link that leaves the site keeps its title`() async {
    let site = await SiteFixture(page: "[a](https://a.example 'Said \"a\"')").build()
    #expect(
      site.body().contains("href=\"https://a.example\" title=\"Said &quot;a&quot;\" rel="))
  }

  @Test func `links on the 404 page start from the root of the host`() async {
    let site = await SiteFixture(
      "-- content/404.md --\n---\ntitle: Not here\n---\n[home](index.md) [help](help.md)\n"
        + "-- content/site.yaml --\nname: A\nlinks: folder\nbaseURL: https://example.org/pages/\n"
    ).build()
    site.expectNoFindings()
    #expect(
      site.body(of: "content/404.md")
        == "<p><a href=\"/pages/\">home</a> <a href=\"/pages/help/\">help</a></p>\n")
  }

  @Test func `the home page links to itself where links name folders`() async {
    let site = await SiteFixture(
      "-- content/index.md --\n---\ntitle: Home\n---\n[home](index.md) [help](help.md)\n"
        + "-- content/site.yaml --\nname: A\nlinks: folder\n"
    ).build()
    site.expectNoFindings()
    #expect(
      site.body(of: "content/index.md")
        == "<p><a href=\"./\">home</a> <a href=\"./help/\">help</a></p>\n")
  }

  @Test func `links may name folders instead of files`() async {
    let site = await SiteFixture(
      page: "[fear](signs/fear.md#what-it-does) [home](index.md)",
      Self.other + "-- content/site.yaml --\nname: A\nlinks: folder\n"
    ).build()
    #expect(
      site.body()
        == "<p><a href=\"../signs/fear/#what-it-does\">fear</a> <a href=\"../\">home</a></p>\n")
  }

  @Test func `a link to a place on the page stays there`() async {
    let site = await SiteFixture(page: "## Fear\n\n[up](#fear)").build()
    site.expectNoFindings()
    #expect(site.body().contains("<a href=\"#fear\">up</a>"))
  }

  @Test func `a link to another site says where it leads and sends nothing along`() async {
    #expect(
      await link("https://www.mind.org.uk/a?b=1&c=2") == """
        <p><a class="external" href="https://www.mind.org.uk/a?b=1&amp;c=2" rel="noreferrer">\
        text <span class="host">(mind.org.uk)</span></a></p>

        """)
  }

  @Test func `a host that the text names is not said again`() async {
    let site = await SiteFixture(page: "<https://mind.org.uk/help>").build()
    #expect(!site.body().contains("host"))
  }

  @Test func `a telephone number may be dialled`() async {
    #expect(
      await link("tel:+441632960111") == "<p><a href=\"tel:+441632960111\">text</a></p>\n")
  }

  @Test func `a reference link is resolved like any other`() async {
    let site = await SiteFixture(page: "[fear][1]\n\n[1]: signs/fear.md\n", Self.other).build()
    #expect(site.body() == "<p><a href=\"../signs/fear/index.html\">fear</a></p>\n")
  }

  @Test func `a file beside a page may be linked`() async {
    var fixture = SiteFixture(page: "[sheet](files/my%20map.png)")
    fixture.attach("content/files/my map.png")
    let site = await fixture.build()
    site.expectNoFindings()
    #expect(site.body() == "<p><a href=\"../files/my%20map.png\">sheet</a></p>\n")
    #expect(site.build.artifacts.contains { $0.content == .copy(of: "content/files/my map.png") })
  }

  @Test(arguments: [
    (
      "signs/faer.md", "no page at ‘signs/faer.md’", "did you mean ‘signs/fear.md’?"
    ),
    (
      "nowhere.md", "no page at ‘nowhere.md’",
      "write the path of a page that exists, seen from this one, or remove the link"
    ),
    ("fear.md", "no page at ‘fear.md’", "did you mean ‘signs/fear.md’?"),
    ("signs/fear", "no page at ‘signs/fear’", "did you mean ‘signs/fear.md’?"),
    ("signs/", "no page at ‘signs/’", "did you mean ‘signs/index.md’?"),
    (
      "/signs/fear/", "‘/signs/fear/’ is an address of the finished site",
      "did you mean ‘signs/fear.md’?"
    ),
    (
      "/nowhere/", "‘/nowhere/’ is an address of the finished site",
      "write the path of a page that exists, seen from this one, or remove the link"
    ),
    (
      "sheet.png", "no file at ‘sheet.png’",
      "put the picture into the folder of this page, and write its name: ‘![…](sheet.png)’"
    ),
    ("term:shme", "the glossary has no ‘term:shme’", "did you mean ‘term:shame’?"),
    (
      "term:nothing", "the glossary has no ‘term:nothing’",
      "add the term to ‘content/glossary’"
    ),
    (
      "../../etc/passwd", "‘../../etc/passwd’ leads out of ‘content’",
      "link only to pages and files inside ‘content’"
    ),
    (
      "../templates/base.mustache", "‘../templates/base.mustache’ leads out of ‘content’",
      "link only to pages and files inside ‘content’"
    ),
    ("", "this link leads nowhere", "write where it leads between the round brackets"),
    ("#", "this link leads nowhere", "write where it leads between the round brackets"),
    ("<>", "this link leads nowhere", "write where it leads between the round brackets"),
    ("https://", "this link leads nowhere", "write where it leads between the round brackets"),
    (
      "www.nhs.uk", "‘www.nhs.uk’ is not a whole web address",
      "write ‘https://www.nhs.uk’, from ‘https://’ on"
    ),
    (
      "nhs.uk/conditions", "‘nhs.uk/conditions’ is not a whole web address",
      "write ‘https://nhs.uk/conditions’, from ‘https://’ on"
    ),
    (
      "https:/nhs.uk", "‘https:/nhs.uk’ is not a whole web address",
      "write ‘https://nhs.uk’, from ‘https://’ on"
    ),
    (
      "htps://nhs.uk", "‘htps://nhs.uk’ is not a whole web address",
      "write ‘https://nhs.uk’, from ‘https://’ on"
    ),
    (
      "//nhs.uk/a", "‘//nhs.uk/a’ is not a whole web address",
      "write ‘https://nhs.uk/a’, from ‘https://’ on"
    ),
    (
      "//host.example/a?b#c", "‘//host.example/a?b#c’ is not a whole web address",
      "write ‘https://host.example/a?b#c’, from ‘https://’ on"
    ),
    (
      "//signs/fear.md", "‘//signs/fear.md’ is an address of the finished site",
      "did you mean ‘signs/fear.md’?"
    ),
    (
      "C:/Users/anna/bench.jpg",
      "‘C:/Users/anna/bench.jpg’ is a place on your own computer, where no reader can go",
      "put the picture into the folder of this page, and write its name: ‘![…](bench.jpg)’"
    ),
    (
      "file:///home/anna/site/about.md",
      "‘file:///home/anna/site/about.md’ is a place on your own computer, where no reader can go",
      "write the path of the page seen from this one, such as ‘about.md’"
    ),
    (
      "signs\\\\fear.md", "the path ‘signs\\fear.md’ has backslashes", "write ‘signs/fear.md’"
    ),
    ("signs/fear.html", "no page at ‘signs/fear.html’", "did you mean ‘signs/fear.md’?"),
    (
      "signs/fear/index.html", "no page at ‘signs/fear/index.html’",
      "did you mean ‘signs/fear.md’?"
    ),
    ("../signs/fear/", "no page at ‘../signs/fear/’", "did you mean ‘signs/fear.md’?"),
    ("Signs/Fear.md", "no page at ‘Signs/Fear.md’", "did you mean ‘signs/fear.md’?"),
    (
      "/signs/fear.html", "‘/signs/fear.html’ is an address of the finished site",
      "did you mean ‘signs/fear.md’?"
    ),
    (
      "/signs/fear.md", "‘/signs/fear.md’ is an address of the finished site",
      "did you mean ‘signs/fear.md’?"
    ),
    (
      "team/index.md", "no page at ‘team/index.md’",
      "write the path of a page that exists, seen from this one, or remove the link"
    ),
    (
      "signs/year.md", "no page at ‘signs/year.md’", "did you mean ‘signs/fear.md’?"
    ),
    (
      "signs/a.md", "no page at ‘signs/a.md’",
      "write the path of a page that exists, seen from this one, or remove the link"
    ),
    (
      "{{site.url}}/anna",
      "‘{{site.url}}/anna’ contains a template tag, which only works in templates",
      "write the path of a page that exists, seen from this one, or remove the link"
    ),
  ])
  func `a link that leads nowhere is an error`(
    reference: String, message: String, help: String
  ) async {
    let site = await SiteFixture(page: "A ⟦1⟧[text](\(reference))⟦/1⟧ B", Self.other).build()
    site.expectFindings(
      .init("broken-link", at: 1, message, help: help), except: ["unused-term"])
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x",
    "java&#10;script:alert(1)", "ftp://example.org/",
  ])
  func `a link that runs or opens anything else is unsafe`(reference: String) async {
    let site = await SiteFixture(page: "A ⟦1⟧[text](\(reference))⟦/1⟧ B").build()
    site.expectFindings(
      .init("unsafe-link", at: 1, help: "link to a page of this site, or to an ‘https://’ address"))
  }

  @Test func `a mail link leaves a trace`() async {
    let site = await SiteFixture(
      page:
        "⟦1⟧[Write](mailto:a@example.org)⟦/1⟧, ⟦2⟧<b@example.org>⟦/2⟧ or ⟦3⟧mailto:c@example.org⟦/3⟧."
    )
    .build()
    site.expectFindings(
      .init("mail-link", at: 1, "a mail link leaves a trace on the reader’s device"),
      .init("mail-link", at: 2), .init("mail-link", at: 3))
  }

  @Test(arguments: [
    "Write to team@practice.example.org.", "*team@practice.example.org*",
    "(team@practice.example.org)",
    "- a.b+c@practice.example.org, or team@practice.example.org",
    "| team@practice.example.org |\n|---|\n| a |",
    "> Write to <!-- a -- b --> team@practice.example.org!",
  ])
  func `a plain mail address stays plain text`(markdown: String) async {
    let site = await SiteFixture(page: markdown).build()
    site.expectNoFindings()
    #expect(site.body().contains("team@practice.example.org"))
    #expect(!site.body().contains("<a"))
  }

  @Test(arguments: [
    ("“https://www.example.org/”", "https://www.example.org/", "”"),
    ("https://www.example.org/x…", "https://www.example.org/x", "…"),
    ("https://www.example.org/。", "https://www.example.org/", "。"),
    ("https://www.example.org/。然后继续", "https://www.example.org/", "。然后继续"),
    ("见https://www.example.org然后", "https://www.example.org", "然后"),
    ("«https://www.example.org/»", "https://www.example.org/", "»"),
    ("https://www.example.org/a.”", "https://www.example.org/a", ".”"),
    ("https://www.example.org’s", "https://www.example.org", "’s"),
    ("https://www.example.org/—it", "https://www.example.org/", "—it"),
    ("（https://www.example.org/）", "https://www.example.org/", "）"),
    ("\"https://www.example.org/\"", "https://www.example.org/", "&quot;"),
    ("https://www.example.org/a_(b)", "https://www.example.org/a_(b)", ""),
    ("(https://www.example.org/a_(b))", "https://www.example.org/a_(b)", ")"),
    ("https://www.example.org–it", "https://www.example.org", "–it"),
    ("https://www.example.org/a; b", "https://www.example.org/a", "; b"),
    ("https://www.example.org/a\u{A0}b", "https://www.example.org/a", "\u{A0}b"),
    ("https://de.example.org/Über", "https://de.example.org/%C3%9Cber", ""),
    ("https://example.org/1939–45", "https://example.org/1939%E2%80%9345", ""),
    ("(www.example.org“", "http://www.example.org", "“"),
  ])
  func `a bare address ends where a reader would end it`(
    markdown: String, address: String, after: String
  ) async {
    let site = await SiteFixture(page: markdown).build()
    site.expectNoFindings()
    #expect(site.body().contains("href=\"\(address)\""))
    #expect(site.body().contains("</a>\(after)"))
  }

  @Test(arguments: [
    ("draft: true", "is a draft, and not published"),
    ("published: 2026-07-01", "is not published before 2026-07-01"),
    ("expires: 2026-06-01", "expired on 2026-06-01"),
  ])
  func `a page that is not shown today cannot be linked`(field: String, reason: String) async {
    let site = await SiteFixture(
      page: "⟦1⟧[Later](later.md)⟦/1⟧",
      "-- content/later.md --\n---\ntitle: Later\n\(field)\n---\nText.\n"
    ).build()
    site.expectFindings(
      .init(
        "broken-link", at: 1, "the page at ‘later.md’ \(reason)",
        help: "remove the link for now, or publish that page"))
  }

  @Test func `links in headings, lists, tables, footnotes and callouts are checked`() async {
    let site = await SiteFixture(
      page: """
        ## ⟦1⟧[a](a-missing.md)⟦/1⟧

        - ⟦2⟧[b](b-missing.md)⟦/2⟧

        | ⟦3⟧[c](c-missing.md)⟦/3⟧ |
        |---|
        | *⟦4⟧[d](d-missing.md)⟦/4⟧*[^1] |

        > [!NOTE]
        > ⟦5⟧[e](e-missing.md)⟦/5⟧

        [^1]: ⟦6⟧[f](f-missing.md)⟦/6⟧
        """
    ).build()
    site.expectFindings(
      .init("broken-link", at: 1), .init("broken-link", at: 2), .init("broken-link", at: 3),
      .init("broken-link", at: 4), .init("broken-link", at: 5), .init("broken-link", at: 6))
  }

  @Test(arguments: [
    "See ⟦1⟧[a\nsign](gone.md)⟦/1⟧ here.", "> See ⟦1⟧[a\n> sign](gone.md)⟦/1⟧ here.",
    "- See **⟦1⟧[a\n  sign](gone.md)⟦/1⟧** here.", "See ⟦1⟧[**the\nwhole**\npage](gone.md)⟦/1⟧.",
    "See *the\npage ⟦1⟧[fear](gone.md)⟦/1⟧*.",
  ])
  func `a link over several lines has its place where it begins`(markdown: String) async {
    await SiteFixture(page: markdown).build().expectFindings(.init("broken-link", at: 1))
  }
}
