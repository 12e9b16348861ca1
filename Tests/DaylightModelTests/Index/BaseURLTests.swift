import DaylightModel
import Testing

@Suite struct BaseURLTests {
  @Test(arguments: [
    ("https://example.org", "https://example.org/", "example.org", "/"),
    ("https://example.org/", "https://example.org/", "example.org", "/"),
    ("https://example.org/read", "https://example.org/read/", "example.org", "/read/"),
    ("http://localhost:4000/a/b/", "http://localhost:4000/a/b/", "localhost", "/a/b/"),
  ])
  func `a base ends with a slash, and knows its host and path`(
    text: String, whole: String, host: String, path: String
  ) {
    let base = BaseURL(text)
    #expect(base?.text == whole && base?.host == host && base?.path == path)
  }

  @Test(arguments: [
    "", "https://", "example.org", "//example.org", "ftp://example.org", "https://a b",
    "https://a/?q",
    "https://a/#b", "https://a/\"", "https://a/<b>", "https://a\\b", "https://a/\n",
    "https://a_b.org/", "https://a!b.org/", "https://a..org/", "https://-a.org/",
    "https://a.org:x/",
    "https://a.org:99999/", "https://me@a.org/", "https:///a/",
  ])
  func `anything else is no base`(text: String) { #expect(BaseURL(text) == nil) }

  @Test func `addresses are put behind it`() {
    let base = BaseURL("https://example.org/read")
    #expect(base?.absolute(Route("signs/fear/")) == "https://example.org/read/signs/fear/")
    #expect(base?.absolute(Route("")) == "https://example.org/read/")
  }
}
