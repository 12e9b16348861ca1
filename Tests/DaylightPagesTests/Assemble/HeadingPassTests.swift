import DaylightModel
import TestSupport
import Testing

@Suite struct HeadingPassTests {
  /// Rules on what is below headings, which `StructureTests` tries.
  private static let order: Set = ["empty-section", "repeated-heading"]

  private func anchors(_ body: String) async -> [String] {
    let site = await SiteFixture(page: body).build()
    site.expectNoFindings(except: Self.order)
    return site.page()?.headings.map(\.anchor) ?? []
  }

  @Test func `a heading is printed with an anchor and takes the keyboard`() async {
    let site = await SiteFixture(page: "## What *fear* does\n").build()
    site.expectNoFindings(except: Self.order)
    #expect(
      site.body() == "<h2 id=\"what-fear-does\" tabindex=\"-1\">\nWhat <em>fear</em> does\n</h2>\n")
  }

  @Test func `headings of the same name are numbered`() async {
    #expect(await anchors("## Fear\n\n## Fear\n\n## Fear\n") == ["fear", "fear-1", "fear-2"])
  }

  @Test func `a number that a heading already has is passed over`() async {
    #expect(await anchors("## Fear\n\n## Fear 1\n\n## Fear\n") == ["fear", "fear-1", "fear-2"])
  }

  @Test func `a heading without letters still has an anchor`() async {
    #expect(await anchors("## ⭐\n\n## …\n") == ["section", "section-1"])
  }

  @Test func `a heading takes no id that the templates own`() async {
    #expect(await anchors("## Sources\n\n## Help\n") == ["sources-section", "help-section"])
  }

  @Test func `letters of any script stay in an anchor`() async {
    #expect(await anchors("## Über Nähe & Angst?\n") == ["über-nähe--angst"])
  }

  @Test func `a heading of the first level is a second title`() async {
    let site = await SiteFixture(page: "⟦1⟧# Fear⟦/1⟧\n\n## Shame\n").build()
    site.expectFindings(
      .init(
        "top-heading", at: 1, "‘Fear’ is a second title for this page",
        help: "begin headings in the text with ‘##’; the title comes from the front matter"),
      except: Self.order)
  }

  @Test func `a level may not be skipped`() async {
    let site = await SiteFixture(page: "## A\n\n⟦1⟧#### B⟦/1⟧\n\n## C\n\n### D\n").build()
    site.expectFindings(
      .init(
        "skipped-heading", at: 1, "this heading has level 4, but the one above it has level 2",
        help: "begin it with ‘###’"), except: Self.order)
  }

  @Test func `the first heading is one below the title`() async {
    let site = await SiteFixture(page: "⟦1⟧### A⟦/1⟧\n").build()
    site.expectFindings(
      .init(
        "skipped-heading", at: 1, "this heading has level 3, but the one above it has level 1",
        help: "begin it with ‘##’"), except: Self.order)
  }

  @Test func `headings inside lists and quotations have anchors too`() async {
    #expect(await anchors("> ## Quoted\n\n- ## Listed\n") == ["quoted", "listed"])
  }

  @Test func `a heading takes no id of another part of the page`() async {
    #expect(
      await anchors(
        "## Site words\n\n## Fn 1\n\n## Fn\n\n## Fn 2b\n\n## Source criticism\n\n## C1\n")
        == ["section-site-words", "section-fn-1", "fn", "fn-2b", "source-criticism", "c1"])
  }

  @Test func `a number makes no id of another part of the page`() async {
    #expect(
      await anchors("## Fnref\n\n## Fnref\n\n## Fnref\n\n## Site\n\n## Site\n")
        == ["fnref", "section-fnref-1", "section-fnref-2", "site", "section-site-1"])
  }

  @Test(arguments: [
    "##", "## ", "## &nbsp;", "## \u{200B}", "## <!-- a -->", "## <!-- a -- b -->", "## ##", "> ##",
    "- ## <!-- a -->", "#", "# ", "# <!-- a -->", "####", "### #",
  ])
  func `a heading without words is an error`(markdown: String) async {
    let site = await SiteFixture(page: markdown + "\n\nText.\n").build()
    site.expectFindings(
      .init("empty-heading", at: nil, "this heading has no words"), except: Self.order)
  }

  @Test(arguments: [
    "## A\n\n⟦1⟧#⟦/1⟧\n\n### B", "⟦1⟧##⟦/1⟧\n\n### B", "## A\n\n⟦1⟧####⟦/1⟧\n\n### B",
    "⟦1⟧#⟦/1⟧\n\n### B",
  ])
  func `levels below a heading without words are told once it has some`(markdown: String) async {
    await SiteFixture(page: markdown).build().expectFindings(
      .init("empty-heading", at: 1), except: Self.order)
  }

  @Test func `the headings below a second title are read as if it were none`() async {
    await SiteFixture(page: "⟦1⟧# A⟦/1⟧\n\n### B").build().expectFindings(
      .init("top-heading", at: 1), except: Self.order)
  }

  @Test func `a heading and a link to it may be typed in any form of Unicode`() async throws {
    let decomposed = "u\u{308}ber-uns"
    let site = await SiteFixture(
      page: "[a](#\(decomposed)) [b](#über-uns) [c](#%C3%BCber-uns) [d](#u%CC%88ber-uns)\n"
        + "[e](page.md#\(decomposed))\n\n## U\u{308}ber uns\n\n## \u{1112}\u{1161}\u{11AB}\n\n## Ωμέγα \u{391}\u{301}\n"
    ).build()
    site.expectNoFindings(except: Self.order)
    let page = try #require(site["page/index.html"])
    #expect(Array(page.utf8).containsBytes("id=\"\u{FC}ber-uns\""))
    #expect(Array(page.utf8).containsBytes("id=\"\u{D55C}\""))
    #expect(Array(page.utf8).containsBytes("id=\"ωμέγα-\u{3AC}\""))
    #expect(!Array(page.utf8).containsBytes("u\u{308}ber-uns"))
  }
}

extension [UInt8] {
  fileprivate func containsBytes(_ text: String) -> Bool {
    let text = Array(text.utf8)
    return indices.contains { self[$0...].starts(with: text) }
  }
}
