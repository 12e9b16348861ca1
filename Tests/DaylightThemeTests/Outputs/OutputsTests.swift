import DaylightModel
import DaylightTheme
import TestSupport
import Testing

/// The files for machines.
@Suite struct OutputsTests {
  private func settings(_ more: String = "") -> String {
    "-- content/site.yaml --\nname: Reading & Room\nshortName: Room\nbaseURL: https://a.org/r/\n\(more)\n"
  }

  private func page(_ path: String, _ fields: String) -> String {
    "-- content/\(path) --\n---\n\(fields)\n---\nText.\n"
  }

  // MARK: Sitemap

  @Test func `the sitemap has the whole address of every page that may be found`() async {
    let site = await SiteFixture(
      settings() + page("b.md", "title: B\npublished: 2026-02-01") + page("a.md", "title: A")
        + page("c.md", "title: C\nnoindex: true")
    ).build()
    #expect(
      site["sitemap.xml"] == """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>https://a.org/r/</loc></url>
        <url><loc>https://a.org/r/a/</loc></url>
        <url><loc>https://a.org/r/b/</loc><lastmod>2026-02-01</lastmod></url>
        <url><loc>https://a.org/r/help/</loc></url>
        </urlset>

        """)
  }

  @Test func `without an address of its own a site has no sitemap and no feed`() async {
    let site = await SiteFixture("-- content/site.yaml --\nname: A\nfeed: true\n").build()
    #expect(site["sitemap.xml"] == nil && site["feed.xml"] == nil)
    #expect(site["robots.txt"] == "User-agent: *\nAllow: /\n")
  }

  @Test func `an address may be given from outside`() async {
    var fixture = SiteFixture(settings())
    fixture.options.baseURL = "https://b.org"
    let site = await fixture.build()
    #expect(site["sitemap.xml"]?.contains("<loc>https://b.org/</loc>") == true)
    #expect(
      site["index.html"]?.contains("<link rel=\"canonical\" href=\"https://b.org/\">") == true)
  }

  // MARK: Robots

  @Test func `crawlers are let in and shown the sitemap`() async {
    let site = await SiteFixture(settings()).build()
    #expect(
      site["robots.txt"] == "User-agent: *\nAllow: /\n\nSitemap: https://a.org/r/sitemap.xml\n")
  }

  @Test func `crawlers are asked to stay out`() async {
    let site = await SiteFixture(settings("robots: noindex")).build()
    #expect(site["robots.txt"] == "User-agent: *\nDisallow: /\n")
  }

  // MARK: Feed

  @Test func `there is no feed unless the site asks for one`() async {
    #expect(await SiteFixture(settings()).build()["feed.xml"] == nil)
  }

  @Test func `the feed has the dated articles, the newest first`() async {
    let site = await SiteFixture(
      settings("feed: true") + page("s/a.md", "title: Old\npublished: 2026-01-01\nsummary: A & b.")
        + page("s/b.md", "title: Long\nshortTitle: New\npublished: 2026-02-01\nauthor: ada")
        + page("s/c.md", "title: Undated") + page("d.md", "title: Page\npublished: 2026-03-01")
        + page("s/e.md", "title: Hidden\npublished: 2026-03-01\nnoindex: true")
        + "-- content/people.yaml --\n- {id: ada, name: Ada, role: author}\n"
    ).build()
    #expect(
      site["feed.xml"] == """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
        <title>Reading &amp; Room</title>
        <id>https://a.org/r/</id>
        <link rel="alternate" href="https://a.org/r/"/>
        <link rel="self" href="https://a.org/r/feed.xml"/>
        <updated>2026-02-01T00:00:00Z</updated>
        <author><name>Reading &amp; Room</name></author>
        <entry>
        <title>New</title>
        <id>https://a.org/r/s/b/</id>
        <link rel="alternate" href="https://a.org/r/s/b/"/>
        <published>2026-02-01T00:00:00Z</published>
        <updated>2026-02-01T00:00:00Z</updated>
        <author><name>Ada</name></author>
        </entry>
        <entry>
        <title>Old</title>
        <id>https://a.org/r/s/a/</id>
        <link rel="alternate" href="https://a.org/r/s/a/"/>
        <published>2026-01-01T00:00:00Z</published>
        <updated>2026-01-01T00:00:00Z</updated>
        <summary>A &amp; b.</summary>
        </entry>
        </feed>

        """)
  }

  @Test func `the feed holds the twenty newest`() async {
    let articles = (10..<35).map {
      page("s/a\($0).md", "title: A\($0)\npublished: 2025-01-\($0 - 9 < 10 ? "0" : "")\($0 - 9)")
    }
    let site = await SiteFixture(settings("feed: true") + articles.joined()).build()
    #expect(site["feed.xml"]?.ranges(of: "<entry>").count == 20)
    #expect(site["feed.xml"]?.contains("A34") == true && site["feed.xml"]?.contains("A14") == false)
  }

  // MARK: Glossary

  @Test func `the glossary is there for other programs`() async {
    let site = await SiteFixture(
      settings()
        + page(
          "glossary/b.md",
          "term: Bond\nsummary: A \"tie\".\nevidence: popular\naliases: [knot]\nabbreviation: BD\nnot: A rope.\nsee: [a]"
        )
        + page("glossary/a.md", "term: Aim\nsummary: An end.\nevidence: popular\nsee: [b]")
    ).build()
    #expect(
      site["glossary.json"] == """
        {
          "name": "Reading & Room",
          "language": "en",
          "terms": [
            {
              "slug": "a",
              "term": "Aim",
              "aliases": [],
              "definition": "An end.",
              "evidence": "popular",
              "see": [
                "b"
              ],
              "path": "glossary/a/"
            },
            {
              "slug": "b",
              "term": "Bond",
              "aliases": [
                "knot"
              ],
              "abbreviation": "BD",
              "definition": "A \\"tie\\".",
              "not": "A rope.",
              "evidence": "popular",
              "see": [
                "a"
              ],
              "path": "glossary/b/"
            }
          ]
        }

        """)
  }

  @Test func `a site without terms has no file of them`() async {
    #expect(await SiteFixture(settings()).build()["glossary.json"] == nil)
  }

  // MARK: Redirects

  @Test(arguments: [
    ("/old/address/", "old/address/index.html", "../../a/index.html"),
    ("/old", "old/index.html", "../a/index.html"), ("/old.html", "old.html", "a/index.html"),
    ("/x/old.html", "x/old.html", "../a/index.html"),
  ])
  func `an old address leads to the page`(old: String, file: String, target: String) async {
    let site = await SiteFixture(page("a.md", "title: A\naliases: [\(old)]")).build()
    #expect(
      site[file]?.contains("<meta http-equiv=\"refresh\" content=\"0; url=\(target)\">") == true)
    #expect(site[file]?.contains("<meta name=\"robots\" content=\"noindex\">") == true)
    #expect(site[file]?.contains("<a href=\"\(target)\">A</a>") == true)
  }

  @Test func `the page at an old address has the marks of its language`() async {
    let site = await SiteFixture(page("a.md", "title: It's \"over\"\naliases: [/old/]")).build()
    #expect(site["old/index.html"]?.contains(">It’s “over”</a>") == true)
  }

  @Test func `an old address names the new one as the true one`() async {
    let site = await SiteFixture(settings() + page("a.md", "title: A\naliases: [/old/]")).build()
    #expect(
      site["old/index.html"]?.contains("<link rel=\"canonical\" href=\"https://a.org/r/a/\">")
        == true)
  }

  @Test func `a term's old addresses are its redirects`() async {
    let site = await SiteFixture(
      page("glossary/b.md", "term: Bond\nsummary: A.\nevidence: popular\nredirects: [/words/bond/]")
    ).build()
    #expect(site["words/bond/index.html"] != nil)
  }

  // MARK: Headers

  @Test func `every host's file says every header, and the policy of the pages`() async {
    let site = await SiteFixture(page: "A").build()
    for (name, value) in [
      ("Referrer-Policy", "no-referrer"),
      ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
      ("Content-Security-Policy", SecurityPolicy.header),
    ] {
      #expect(site["_headers"]?.contains("  \(name): \(value)\n") == true, "\(name)")
      #expect(
        site[".htaccess"]?.contains("Header always set \(name) \"\(value)\"\n") == true, "\(name)")
      #expect(
        site["nginx-headers.conf"]?.contains("add_header \(name) \"\(value)\" always;\n") == true,
        "\(name)")
      #expect(
        site["caddy-headers.conf"]?.contains("\t\(name) \"\(value)\"\n") == true, "\(name)")
    }
    #expect(SecurityPolicy.header.hasPrefix(SecurityPolicy.notFound))
  }

  @Test func `assets alone may be kept by browsers`() async {
    let site = await SiteFixture(page: "A").build()
    #expect(
      site["_headers"]?.hasSuffix(
        "/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n")
        == true)
  }
}
