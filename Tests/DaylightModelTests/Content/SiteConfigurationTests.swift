import DaylightModel
import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct SiteConfigurationTests {
  private func decode(_ text: String, _ rules: [String]) -> SiteConfiguration {
    let source = BracketedSource(text, path: "content/site.yaml")
    let decoded = SiteConfiguration.decode(source.file)
    let levels = decoded.value.levels(among: .pipeline, strict: false)
    expect(decoded.diagnostics + levels.diagnostics, rules, in: source)
    return decoded.value
  }

  @Test func `the settings are read whole`() {
    let site = decode(
      """
      name: Reading Room
      shortName: Room
      baseURL: https://Resources.example.org/reading/
      language: en-GB
      practice:
        name: A Practice
        address: 1 Street
        phone: "+44 1632 960123"
        url: https://practice.example.org/
        type: Organization
      exit: {url: https://www.metoffice.gov.uk/}
      navigation: [signs/index.md]
      footer: [about.md]
      helpRegion: gb-eng
      safetyPage: safe-browsing.md
      discreet: false
      feed: true
      openGraph: true
      openGraphPicture: lamp
      history: normal
      glossary: section
      links: folder
      rawHTML: true
      robots: noindex
      reviewGraceDays: 10
      hosting: {logDays: 14}
      rules:
        vague-link: note
        reading-grade: off
      """, [])
    #expect(site.name.value == "Reading Room" && site.shortName == "Room")
    #expect(site.baseURL?.value.host == "resources.example.org")
    #expect(site.baseURL?.value.rest == "/reading/")
    #expect(site.language == "en-GB")
    #expect(site.practice?.name.value == "A Practice")
    #expect(site.practice?.phone?.value == "+44 1632 960123")
    #expect(site.exit?.value.text == "https://www.metoffice.gov.uk/")
    #expect(site.navigation.map(\.value) == ["signs/index.md"])
    #expect(site.footer.map(\.value) == ["about.md"])
    #expect(site.helpRegion?.value == "gb-eng" && site.safetyPage?.value == "safe-browsing.md")
    #expect(!site.isDiscreet && site.hasFeed && site.hasOpenGraph && site.allowsRawHTML)
    #expect(site.openGraphPicture?.value == "lamp")
    #expect(site.history == .normal && site.glossary == .section)
    #expect(site.links == .folder && site.robots == .noindex)
    #expect(site.reviewGraceDays == 10 && site.logDays?.value == 14)
    #expect(site.ruleLevels.map(\.rule) == ["vague-link", "reading-grade"])
    #expect(site.ruleLevels.map(\.level) == [.note, .off])
  }

  @Test func `a name is enough`() {
    let site = decode("name: A\n", [])
    #expect(site.shortName == "A" && site.language == "en" && site.baseURL == nil)
    #expect(site.exit?.value.text == SiteConfiguration.defaultExit)
    #expect(site.isDiscreet && !site.hasFeed && !site.hasOpenGraph && !site.allowsRawHTML)
    #expect(site.history == .singleEntry && site.glossary == .first && site.links == .file)
    #expect(site.robots == .index && site.reviewGraceDays == 30 && site.ruleLevels.isEmpty)
  }

  @Test func `an empty file is missing its name`() {
    _ = decode("⟦⟧", ["missing-field"])
  }

  @Test func `unknown names and words are findings, nested ones too`() {
    _ = decode(
      """
      name: A
      ⟦baseUrl⟧: https://example.org/
      practice:
        name: B
        ⟦adress⟧: C
      exit:
        ⟦link⟧: https://example.com/
      history: ⟦single⟧
      rules:
        ⟦broken-lnk⟧: error
        long-sentence: ⟦loud⟧
      """,
      [
        "unknown-key", "unknown-key", "unknown-key", "unknown-value", "unknown-rule",
        "unknown-value",
      ])
  }

  @Test(arguments: [
    "resources.example.org", "/reading/", "ftp://example.org/", "https://", "https:/example.org",
    "https://exa mple.org", "https://user@example.org/", "https://example.org:port/",
    "https://-a.org/", "https://example.org/?a=b", "https://example.org/#a",
  ])
  func `the base address is a whole web address`(address: String) {
    _ = decode("name: A\nbaseURL: ⟦\"\(address)\"⟧\n", ["invalid-url"])
  }

  @Test(arguments: [
    "https://www.google.com/", "https://google.co.uk/", "https://mail.google.com/",
    "https://www.youtube.com/", "https://www.amazon.de/", "https://m.facebook.com/",
    "https://www.tiktok.com/", "https://outlook.live.com/", "https://x.com/",
    "https://mail.yahoo.co.uk",
    "http://www.bbc.co.uk/weather", "https://example.org/", "https://www.example.org/weather",
    "https://practice.example.com/",
    "https://www.bbc.co.uk/weather?utm_source=reading", "https://www.bbc.co.uk/weather?ref=abc",
    "https://www.bbc.co.uk/weather#from-example.org", "https://www.bbc.co.uk:8443/weather",
    "https://www.metoffice.gov.uk/forecast.pdf", "https://weather.example/app.apk",
    "https://www.womensaid.org.uk/", "https://news.example/domestic-violence/",
    "https://stop-abuse.example/", "https://127.0.0.1/", "https://192.168.0.1/logout",
    "https://localhost/", "https://router.local/", "https://bit.ly/3xyz",
    "https://www.messenger.com/",
    "https://web.telegram.org/", "https://www.snapchat.com/", "https://www.tinder.com/",
    "https://archive.example.net/web/https://practice.example.com/", "https://vk.com/",
  ])
  func `the exit leads to no place that gives a reader away`(address: String) {
    _ = decode(
      """
      name: A
      baseURL: https://www.example.org/reading/
      practice: {name: B, url: https://practice.example.com/}
      exit: {url: ⟦"\(address)"⟧}
      """, ["unsafe-exit"])
  }

  @Test(arguments: [
    "https://www.bbc.co.uk/weather", "https://www.metoffice.gov.uk/", "https://netbox.com/",
    "https://www.wetter.de/", "https://home.weather.example/local", "https://1.weather.example/",
    "https://hinges.example.com/", "https://www.4.cn/",
    "https://example.com/google", "https://weather.example/forecast/index.html",
  ])
  func `a dull public page is a good exit`(address: String) {
    _ = decode("name: A\nbaseURL: https://example.org/\nexit: {url: \(address)}\n", [])
  }

  @Test func `each host that remembers comes with its reason`() {
    let file = SourceFile(
      path: "content/site.yaml", text: "name: A\nexit: {url: https://www.youtube.com/}\n")
    #expect(
      SiteConfiguration.decode(file).diagnostics.map(\.message) == [
        "‘www.youtube.com’ is not a safe destination: it shows what was watched before, and may"
          + " start to play"
      ])
  }

  @Test func `numbers that make no sense are findings`() {
    _ = decode(
      "name: A\nreviewGraceDays: ⟦-1⟧\npractice:\n  name: B\n  phone: ⟦call us⟧\n",
      ["wrong-type", "invalid-phone"])
  }

  @Test func `a page in the menu twice is a warning`() {
    _ = decode("name: A\nnavigation: [a.md, ⟦a.md⟧]\n", ["warning repeated-entry"])
  }
}
