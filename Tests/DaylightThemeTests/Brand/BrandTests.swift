import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct BrandTests {
  private static let sheet =
    "-- templates/assets/site.css --\n:root { --accent: #1c5a5a; --paper: #fff; --serif: Georgia, serif; "
    + "--sans: sans-serif; }\nbody { font-family: var(--sans); }\nh1 { font-family: var(--serif); }\n"
  private static let drawing =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 40\"><path d=\"M0 0h9\"/></svg>"
  private static let fields =
    "{{#brand.logo}}{{path}} {{width}} {{height}} {{text}}{{/brand.logo}}"
    + "{{#brand.darkLogo}} {{path}}{{/brand.darkLogo}}{{#brand.hero}}{{path}} {{text}}{{/brand.hero}}"

  /// The start of a WOFF2 with one table.
  private static func font(table: UInt8 = 10, size: Int = 60) -> [UInt8] {
    var bytes = Array("wOF2".utf8) + [UInt8](repeating: 0, count: 8) + [0, 1]
    bytes += [UInt8](repeating: 0, count: 48 - bytes.count) + [table, 5, 5]
    return bytes + [UInt8](repeating: 0, count: max(0, size - bytes.count))
  }

  private func site(
    _ brand: String, files: [(String, [UInt8])] = [], template: String = Self.fields
  ) async -> FixtureBuild {
    var site = SiteFixture(
      page: "Text.",
      "-- content/site.yaml --\nname: Riverside\nbrand:\n"
        + brand.split(separator: "\n").map { "  \($0)\n" }.joined()
        + Self.sheet + SiteFixture.template("page", template))
    for (path, bytes) in files { site.attach(path, bytes: bytes) }
    return await site.build()
  }

  private func css(_ site: FixtureBuild) -> String {
    site.paths.first { $0.hasPrefix("assets/site.") }.flatMap { site[$0] } ?? ""
  }

  @Test func `a logo is published so that browsers keep it, and says the name of the site`() async {
    let site = await site(
      "logo: b/logo.svg", files: [("content/b/logo.svg", Array(Self.drawing.utf8))])
    site.expectNoFindings()
    let main = site.main("page/index.html")
    #expect(main.wholeMatch(of: /assets\/logo\.[0-9a-f]{16}\.svg 120 40 Riverside/) != nil)
    #expect(site.paths.contains { $0.hasPrefix("assets/logo.") })
    #expect(css(site).contains("@media screen and (prefers-color-scheme: dark){.logo{"))
  }

  @Test func `a logo of its own for dark pages needs no plate`() async {
    let site = await site(
      "logo: logo.svg\nlogoDark: dark.png\nlogoText: Riverside, a practice",
      files: [
        ("content/logo.svg", Array(Self.drawing.utf8)), ("content/dark.png", Pictures.png()),
      ])
    site.expectNoFindings()
    #expect(site.main("page/index.html").contains("Riverside, a practice assets/dark."))
    #expect(!css(site).contains(".logo"))
  }

  @Test func `the picture of the home page keeps its own address`() async {
    let site = await site(
      "hero: a house.jpg\nheroText: Our house", files: [("content/a house.jpg", Pictures.jpeg())])
    site.expectNoFindings()
    #expect(site.main("page/index.html") == "a%20house.jpg Our house")
  }

  @Test(arguments: [(UInt8(10), "400"), (47, "1 1000")])
  func `fonts come before those of the theme`(table: UInt8, weights: String) async {
    let site = await site(
      "headingFont: b/head.woff2\nbodyFont: b/body.woff2",
      files: [
        ("content/b/head.woff2", Self.font()), ("content/b/body.woff2", Self.font(table: table)),
      ])
    site.expectNoFindings()
    let css = css(site)
    #expect(css.contains("--serif:\"Heading\", Georgia, serif;--sans:\"Text\", sans-serif"))
    #expect(
      css.contains(/font-family:"Text";src:url\("body\.[0-9a-f]{16}\.woff2"\) format\("woff2"\)/))
    #expect(css.contains("font-weight:\(weights);font-display:swap}"))
  }

  @Test(arguments: [
    (
      "logo: ⟦1⟧b/lgo.svg⟦/1⟧", "there is no file ‘b/lgo.svg’ in ‘content’",
      "did you mean ‘b/logo.svg’?"
    ),
    (
      "logo: ⟦1⟧logo.svg⟦/1⟧", "there is no file ‘logo.svg’ in ‘content’",
      "did you mean ‘b/logo.svg’?"
    ),
    (
      "logo: ⟦1⟧content/b/logo.svg⟦/1⟧", "there is no file ‘content/b/logo.svg’ in ‘content’",
      "did you mean ‘b/logo.svg’?"
    ),
    (
      "logo: ⟦1⟧b/photo.jpg⟦/1⟧", "‘b/photo.jpg’ is no SVG or PNG",
      "export the logo as SVG, or as PNG with a clear ground"
    ),
    (
      "logo: ⟦1⟧b/bare.svg⟦/1⟧",
      "‘b/bare.svg’ does not say how large it is, so the page would jump",
      "export it with ‘width’ and ‘height’, or with a ‘viewBox’, in its ‘<svg>’"
    ),
    (
      "bodyFont: ⟦1⟧b/body.ttf⟦/1⟧", "‘b/body.ttf’ is no WOFF2 font",
      "convert it, for example with ‘woff2_compress font.ttf’ of the package woff2, or ask whoever "
        + "made the font for the WOFF2"
    ),
    (
      "hero: ⟦1⟧b/body.ttf⟦/1⟧\nheroText: A", "‘b/body.ttf’ is no picture that browsers show",
      "export it as JPEG, WebP, PNG, AVIF or SVG"
    ),
    (
      "hero: ⟦1⟧house.jpg⟦/1⟧\nheroText: A", "there is no file ‘house.jpg’ in ‘content’",
      "put the file into ‘content’, and write its path from there, as in ‘brand/logo.svg’"
    ),
  ])
  func `a file that is not there or of another kind is an error at its name`(
    brand: String, message: String, help: String
  ) async {
    let site = await site(
      brand,
      files: [
        ("content/b/logo.svg", Array(Self.drawing.utf8)), ("content/b/photo.jpg", Pictures.jpeg()),
        ("content/b/bare.svg", Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)),
        ("content/b/body.ttf", [0, 1, 0, 0, 0, 1]),
      ])
    site.expectFindings(.init("brand-file", at: 1, message, help: help))
  }

  @Test func `a font under a name that is not its own is an error`() async {
    let site = await site(
      "bodyFont: body.woff2", files: [("content/body.woff2", [0, 1, 0, 0, 0, 1])])
    #expect(site.rules.sorted() == ["brand-file", "misnamed-file"])
  }

  @Test func `a large font is a warning`() async {
    let site = await site(
      "bodyFont: ⟦1⟧body.woff2⟦/1⟧", files: [("content/body.woff2", Self.font(size: 250_000))])
    site.expectFindings(
      .init("large-font", at: 1, "‘body.woff2’ is 250 kB: 5 seconds on a weak signal"))
  }

  @Test func `a logo with a script is refused as any drawing is`() async {
    let site = await site(
      "logo: logo.svg",
      files: [
        (
          "content/logo.svg",
          Array(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><script>a()</script></svg>"
              .utf8)
        )
      ])
    #expect(site.severities.contains("error"))
  }

  @Test func `a colour that cannot be read is an error at its line`() async {
    let site = await site("accent: ⟦1⟧\"#ffd700\"⟦/1⟧")
    #expect(site.rules == ["low-contrast"])
    #expect(site.build.diagnostics.first?.location?.path == "content/site.yaml")
  }

  @Test func `what follows the name of a colour in a theme is replaced wherever it is declared`()
    async
  {
    let site = await site("accent: \"#5a2a82\"")
    site.expectNoFindings()
    #expect(css(site).contains("--accent:#5a2a82;"))
    #expect(!css(site).contains("#1c5a5a"))
  }
}
