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
  }

  @Test func `Apache is asked for nothing that the usual permission does not cover`() async throws {
    let site = await SiteFixture("").build()
    let lines = try #require(site[".htaccess"]).split(separator: "\n")
    let directives = Set(lines.compactMap { $0.split(separator: " ").first })
    #expect(
      directives == ["#", "ErrorDocument", "<IfModule", "Header", "<If", "</If>", "</IfModule>"])
  }
}
