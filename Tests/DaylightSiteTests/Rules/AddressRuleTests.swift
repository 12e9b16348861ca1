import DaylightSite
import TestSupport
import Testing

@Suite struct AddressRuleTests {
  private func page(_ path: String, _ fields: String = "") -> String {
    "-- content/\(path) --\n---\ntitle: A \(path)\n\(fields)\n---\nText.\n"
  }

  @Test func `two files that make one address are an error`() async {
    let site = await SiteFixture(page("My Page.md") + page("my-page.md")).build()
    site.expectFindings(
      .init(
        "address-collision", "something else is already published at ‘my-page/index.html’",
        help: "rename one of the two files, or remove the old address"))
  }

  @Test func `addresses that differ by case alone are one`() async {
    let site = await SiteFixture(
      page("a.md", "aliases: [/Old/]") + page("b.md", "aliases: [⟦1⟧/old/⟦/1⟧]")
    )
    .build()
    site.expectFindings(
      .init(
        "address-collision", at: 1, "something else is already published at ‘old/index.html’"))
  }

  @Test func `an old address may not be that of a page`() async {
    let site = await SiteFixture(page("a.md", "aliases: [⟦1⟧/b/⟦/1⟧]") + page("b.md")).build()
    site.expectFindings(.init("address-collision", at: 1))
  }

  @Test func `an old address may be a file`() async {
    let site = await SiteFixture(page("a.md", "aliases: [/old.html, /older]")).build()
    site.expectNoFindings()
    #expect(site["old.html"] != nil && site["older/index.html"] != nil)
  }

  @Test(arguments: ["/old.htm", "/old/page.php", "/picture.png"])
  func `an old address may be no other kind of file`(address: String) async {
    let site = await SiteFixture(page("a.md", "aliases: [⟦1⟧\(address)⟦/1⟧]")).build()
    site.expectFindings(
      .init(
        "invalid-address", at: 1,
        "‘\(address)’ cannot be an old address of this page: a page’s name ends in ‘.html’",
        help: "write it as in /old/address/ or /old/address.html"))
  }

  @Test(arguments: [
    "robots.txt", "sitemap.xml", "feed.xml", "glossary.json", "_headers", ".htaccess",
  ])
  func `what Daylight writes itself cannot be taken`(name: String) async {
    let site = await SiteFixture(page("a.md", "aliases: [⟦1⟧/\(name)⟦/1⟧]")).build()
    site.expectFindings(
      .init("address-collision", at: 1, "Daylight itself writes ‘\(name)’"))
  }

  @Test func `the icon of the host belongs to the theme`() async {
    var fixture = SiteFixture(page("a.md"))
    fixture.attach("content/favicon.ico")
    await fixture.build().expectFindings(
      .init(
        "address-collision", "Daylight itself writes ‘favicon.ico’",
        help: "move it to ‘templates/assets’, where the icons of the site are"))
  }

  @Test func `a file may not lie where a page is published`() async {
    var fixture = SiteFixture(page("a.md"))
    fixture.attach("content/a/index.html")
    let site = await fixture.build()
    site.expectFindings(.init("unsafe-file"))
  }

  @Test func `a file may not have the name of a page's folder`() async {
    var fixture = SiteFixture(page("cname.md"))
    fixture.attach("content/a.png")
    fixture.attach("content/CNAME")
    let site = await fixture.build()
    site.expectFindings(
      .init("address-collision", "something else is already published at ‘cname’"))
  }

  @Test(arguments: ["topics.md", "topics/index.md"])
  func `the page of topics cannot be taken`(path: String) async {
    let site = await SiteFixture(page(path) + page("s/a.md", "topics: [shame]")).build()
    site.expectFindings(.init("address-collision"))
  }

  @Test func `a name that makes no address is an error`() async {
    let site = await SiteFixture(page("🙂.md") + page("con.md")).build()
    site.expectFindings(
      .init(
        "unusable-name", "no address can be made of this file’s name",
        help: "rename it with letters, digits and hyphens"),
      .init("unusable-name"))
  }
}
