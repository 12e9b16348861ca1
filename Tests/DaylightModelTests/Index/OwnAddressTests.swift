import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct OwnAddressTests {
  private func site(_ address: String, base: String = "https://t.example.org/") -> SiteFixture {
    SiteFixture(
      page: "See [the old page](⟦1⟧\(address)⟦/1⟧).", frontMatter: "aliases: [/was/]",
      """
      -- content/site.yaml --
      name: A
      baseURL: \(base)
      -- content/s/p.md --
      ---
      title: P
      ---
      Text.
      -- content/s/d.md --
      ---
      title: D
      draft: true
      ---
      Text.
      """)
  }

  @Test(arguments: [
    "https://t.example.org/nowhere/", "http://t.example.org/nowhere", "https://www.t.example.org/x",
    "https://t.example.org:8443/nowhere/", "HTTPS://T.Example.Org/nowhere/?a=b#c",
  ])
  func `an address of the site that leads nowhere is a broken link`(address: String) async {
    let build = await site(address).build()
    #expect(build.rules == ["broken-link"])
    #expect(
      build.build.diagnostics.first?.message
        == "‘\(address)’ is this site’s own address, and leads nowhere in it")
  }

  @Test(arguments: [
    ("https://t.example.org/s/p/", "s/p.md"), ("https://t.example.org/s/p", "s/p.md"),
    ("http://t.example.org/s/p/index.html", "s/p.md"), ("https://t.example.org", "index.md"),
    ("https://www.t.example.org/s/", "s/index.md"), ("https://t.example.org/was/", "page.md"),
    ("https://t.example.org/s/p/#part", "s/p.md#part"),
  ])
  func `one that leads to a page is answered with its file`(address: String, file: String) async {
    let build = await site(address).build()
    #expect(build.rules == ["broken-link"])
    #expect(build.build.diagnostics.first?.help == "link to the file instead: ‘\(file)’")
  }

  @Test func `one of a draft is said to be a draft`() async {
    let build = await site("https://t.example.org/s/d/").build()
    #expect(
      build.build.diagnostics.map(\.message) == [
        "the page at ‘https://t.example.org/s/d/’ is a draft, and not published"
      ])
  }

  @Test(arguments: [
    "https://example.org/nowhere/", "https://other.t.example.org/", "https://t.example.org.uk/",
  ])
  func `another host is elsewhere`(address: String) async {
    await site(address).build().expectNoFindings()
  }

  @Test func `what is above the folder of the site is elsewhere`() async {
    let build = await site("https://t.example.org/contact/", base: "https://t.example.org/room/")
      .build()
    build.expectNoFindings()
  }

  @Test func `a host with an umlaut is the one a browser goes to, in settings and in links`() async
  {
    let build = await site("https://bücher.example/a", base: "https://münchen.example/").build()
    build.expectNoFindings()
    #expect(build["sitemap.xml"]?.contains("https://xn--mnchen-3ya.example/") == true)
    #expect(build["page/index.html"]?.contains(#"href="https://xn--bcher-kva.example/a""#) == true)
    #expect(build["page/index.html"]?.contains("(xn--bcher-kva.example)") == true)
  }

  @Test func `the site’s own address with an umlaut is known as its own`() async {
    let build = await site("https://MÜNCHEN.example/s/p/", base: "https://münchen.example/").build()
    #expect(build.build.diagnostics.map(\.help) == ["link to the file instead: ‘s/p.md’"])
  }
}
