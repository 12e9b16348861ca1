import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

/// Style sheets, drawings and scripts: their published names, and the references to them.
@Suite struct AssetTests {
  private static let icon =
    "-- templates/assets/icon.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 "
    + "1\"></svg>\n"

  private func sheet(_ css: String) -> String { "-- templates/assets/site.css --\n\(css)\n" }

  private func names(_ site: FixtureBuild, _ ending: String) -> [String] {
    site.paths.filter { $0.hasPrefix("assets/") && $0.hasSuffix(ending) }
  }

  @Test func `an asset has its digest in its name, and templates name it so`() async throws {
    let site = await SiteFixture(page: "Text.").build()
    let name = try #require(names(site, ".css").last)
    #expect(name.wholeMatch(of: /assets\/site\.[0-9a-f]{16}\.css/) != nil)
    #expect(site["page/index.html"]?.contains("href=\"../\(name)\"") == true)
  }

  @Test func `the icon that browsers ask each host for is at the root, under its own name`() async {
    let site = await SiteFixture(
      page: "Text.",
      "-- templates/assets/favicon.ico --\nx\n-- templates/assets/a/favicon.ico --\nx\n"
        + SiteFixture.template("page", "{{root}}assets/favicon.ico")
    ).build()
    #expect(site.paths.filter { $0.hasSuffix("favicon.ico") } == ["favicon.ico"])
    #expect(site.paths.contains { $0.hasPrefix("assets/a/favicon.") })
    #expect(site.main("page/index.html") == "../favicon.ico")
  }

  @Test func `the name changes with the bytes and with nothing else`() async {
    let one = await SiteFixture(page: "A", sheet("a { margin: 0 }")).build()
    let same = await SiteFixture(page: "B", sheet("a { margin: 0 }")).build()
    let other = await SiteFixture(page: "A", sheet("a { margin: 1px }")).build()
    #expect(names(one, ".css") == names(same, ".css"))
    #expect(names(one, ".css") != names(other, ".css"))
  }

  @Test(arguments: [
    "url(icon.svg)", "url('icon.svg')", "url( \"./icon.svg\" )", "url(icon.svg#part)",
    "URL(icon.svg)", "url(\n  icon.svg\n)", "url(\n'icon.svg')", "\\75rl(icon.svg)",
    "url(ic\\6Fn.svg)", "url(\"\\69 con.svg\")", "url('icon\\.svg')", "url(%69con.svg)",
    "url(\" icon.svg \")", "url('ic\\\non.svg')", "url(icon.svg?a)",
    "image-set(\"icon.svg\" 1x)", "image-set('icon.svg' 1x, url(icon.svg) 2x)",
    "-webkit-image-set(\"icon.svg\" 1x)", "IMAGE-SET(\"icon.svg\"1x)",
    "image-set(\n  \"icon.svg\" 1x,\n  'icon.svg' 2x\n)",
    "image-set(/* one */ \"icon.svg\" /* two */ 1x)", "image\\2d set('icon.svg' 1x)",
    "im\\41 ge-set(\"\\69 con.svg\" 1x)", "image-set(\"./icon.svg\" type(\"image/svg+xml\") 1x)",
    "image-set(url(icon.svg) 1x, \"icon.svg\" 2x)", "image-set(\"icon.svg#part\" 1x)",
  ])
  func `a style sheet names other assets by their published names`(reference: String) async throws {
    let site = await SiteFixture(page: "A", sheet("a { background: \(reference) }") + Self.icon)
      .build()
    site.expectNoFindings()
    let icon = try #require(names(site, ".svg").first)
    let css = try #require(names(site, ".css").last.flatMap { site[$0] })
    #expect(css.contains(icon.dropFirst("assets/".count)))
    #expect(!css.contains("icon.svg"))
  }

  @Test func `a style sheet's name changes with what it names`() async {
    let css = sheet("a { background: url(icon.svg) }")
    let one = await SiteFixture(page: "A", css + Self.icon).build()
    let other = await SiteFixture(
      page: "A", css + Self.icon.replacing("0 0 1 1", with: "0 0 2 2")
    ).build()
    #expect(names(one, ".css") != names(other, ".css"))
  }

  @Test(arguments: [
    "/* url(missing.png) */ a { margin: 0 }", "a { background: url(#part) }",
    "a::before { content: \"url(missing.png)\" }", "a::before { content: 'image-set(' }",
    "/* image-set(\"missing.png\" 1x) */ a { margin: 0 }", "a { background: image-set('#a' 1x) }",
    "@supports (background: image-set(\"missing.png\" 1x)) { a { margin: 0 } }",
    "a { font-family: \"icon.svg\" }", "@font-face { font-family: A; src: local(\"missing.png\") }",
    "a::before { content: attr(title) \"missing.png\" }", "@namespace url(missing);",
  ])
  func `what names no file is left alone`(css: String) async {
    let site = await SiteFixture(page: "A", sheet(css)).build()
    site.expectNoFindings()
    let expected = String(decoding: CompactStyle.bytes(of: Array(css.utf8)), as: UTF8.self)
    #expect(names(site, ".css").last.flatMap { site[$0] } == expected)
  }

  @Test func `an asset that is not there is reported in the style sheet`() async {
    let site = await SiteFixture(
      page: "A", sheet("a {\n  background: url(⟦1⟧icn.svg⟦/1⟧);\n}") + Self.icon
    ).build()
    site.expectFindings(
      .init("missing-asset", at: 1, "no asset ‘icn.svg’", help: "did you mean ‘icon.svg’?"))
  }

  @Test(arguments: [
    "image-set(\"⟦1⟧icn.svg⟦/1⟧\" 1x)", "-webkit-IMAGE-set(\n'⟦1⟧icn.svg⟦/1⟧' 1x)",
    "image-set(\"icon.svg\" 1x, '⟦1⟧icn.svg⟦/1⟧' 2x)", "image-set(url( ⟦1⟧icn.svg⟦/1⟧ ) 1x)",
    "image-set(/* ( */ '⟦1⟧ic\\6E.svg⟦/1⟧' type('image/svg+xml'))", "URL(⟦1⟧icn.svg⟦/1⟧)",
  ])
  func `a picture of a set that is not there is reported at its place`(set: String) async {
    let site = await SiteFixture(
      page: "A", sheet("a {\n  background: \(set);\n}") + Self.icon
    ).build()
    site.expectFindings(
      .init("missing-asset", at: 1, "no asset ‘icn.svg’", help: "did you mean ‘icon.svg’?"))
  }

  @Test func `a name that needs encoding means the same in every spelling`() async throws {
    let site = await SiteFixture(
      files: [
        (SiteFixture.page, "---\ntitle: A\n---\nText."),
        (
          "templates/assets/site.css",
          "a { background: image-set(\"a (b)'s.svg\" 1x, url(a\\ \\(b\\)\\'s.svg) 2x) }"
        ),
        ("templates/assets/a (b)'s.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"),
      ]
    ).build()
    site.expectNoFindings()
    let css = try #require(names(site, ".css").last.flatMap { site[$0] })
    let name = /a%20%28b%29%27s\.[0-9a-f]{16}\.svg/
    #expect(css.ranges(of: name).count == 2)
  }

  @Test(arguments: [
    "@import \"other.css\";", "@IMPORT url(other.css);", "@\\69mport url(\"other.css\");",
    "@import/**/'other.css';",
  ])
  func `a style sheet may not import another in any spelling`(css: String) async {
    let site = await SiteFixture(page: "A", sheet(css)).build()
    #expect(site.rules == ["style-import"])
  }

  @Test func `a style sheet may not import another`() async {
    let site = await SiteFixture(page: "A", sheet("⟦1⟧@import⟦/1⟧ \"other.css\";")).build()
    site.expectFindings(.init("style-import", at: 1, "a style sheet may not import another"))
  }

  @Test func `what the audit refuses in a style sheet is marked as its author wrote it`() async {
    let site = await SiteFixture(
      page: "A", sheet("a {\n  ⟦1⟧cursor /* hand */ : none⟦/1⟧;\n}")
    ).build()
    site.expectFindings(
      .init(
        "landmark-style", at: 1,
        "without a pointer, people who use a mouse cannot find the exit",
        help: "remove it, or write another pointer, such as default"))
  }

  @Test func `an asset that is not there is reported in the template`() async {
    let site = await SiteFixture(
      page: "A",
      SiteFixture.template("page", "<img src=\"{{root}}⟦1⟧assets/icn.svg⟦/1⟧\" alt=\"\">")
        + Self.icon
    ).build()
    site.expectFindings(
      .init(
        "missing-asset", at: 1, "no asset ‘assets/icn.svg’", help: "did you mean ‘assets/icon.svg’?"
      ))
  }

  @Test func `words that only look like a reference stay`() async {
    let site = await SiteFixture(
      page: "A", SiteFixture.template("page", "Our assets/ and myassets/site.css.")
    ).build()
    site.expectNoFindings()
    #expect(site.main("page/index.html") == "Our assets/ and myassets/site.css.")
  }

  @Test func `the two scripts are published and named to templates`() async throws {
    let site = await SiteFixture(
      page: "A", SiteFixture.template("page", "{{scripts.exit}} {{scripts.checklist}}")
    ).build()
    #expect(site.main("page/index.html") == names(site, ".js").reversed().joined(separator: " "))
    #expect(names(site, ".js").count == 2)
  }
}
