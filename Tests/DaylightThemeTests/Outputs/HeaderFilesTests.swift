import DaylightSite
import TestSupport
import Testing

@Suite struct HeaderFilesTests {
  @Test(arguments: [
    ("https://example.org/", "/404.html"), ("https://example.org/a/b", "/a/b/404.html"),
  ])
  func `hosts are told where the 404 page lies below their root`(
    baseURL: String, path: String
  ) async {
    let site = await SiteFixture("-- content/site.yaml --\nname: A\nbaseURL: \(baseURL)\n").build()
    #expect(site[".htaccess"]?.contains("\nErrorDocument 404 \(path)\n") == true)
    #expect(site["nginx-headers.conf"]?.contains("\nerror_page 404 \(path);\n") == true)
    #expect(site["caddy-headers.conf"]?.contains("\trewrite * \(path)\n") == true)
  }

  @Test func `Apache is asked for nothing that the usual permission does not cover`() async throws {
    let site = await SiteFixture("").build()
    let lines = try #require(site[".htaccess"]).split(separator: "\n")
    let directives = Set(lines.compactMap { $0.split(separator: " ").first })
    #expect(
      directives == [
        "#", "ErrorDocument", "AddDefaultCharset", "AddType", "<IfModule", "Header", "<If", "</If>",
        "RedirectMatch", "AddOutputFilterByType", "</IfModule>",
      ])
  }

  @Test func `every page is under a rule that keeps no copy, and no asset is`() async throws {
    let site = await SiteFixture(
      page: "Text.", frontMatter: "aliases: [/old/address/]",
      "-- content/signs/fear.md --\n---\ntitle: Fear\n---\nText.\n"
    ).build()
    let rules = try #require(site["_headers"]).split(separator: "\n/").map { "/" + $0 }
    let unkept = rules.filter { $0.contains("no-store") }.compactMap {
      $0.split(separator: "\n").first
    }
    #expect(
      unkept == ["/", "/404.html", "/help/*", "/index.html", "/old/*", "/page/*", "/signs/*"])
    #expect(rules.last?.hasPrefix("/assets/*\n  Cache-Control: public, max-age=") == true)
    #expect(!(try #require(rules.first)).contains("Cache-Control"))
  }
}
