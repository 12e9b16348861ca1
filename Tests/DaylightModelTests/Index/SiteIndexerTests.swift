import DaylightModel
import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct SiteIndexerTests {
  /// An archive of pages, each by its path below `content/` and the lines of its front matter.
  private func archive(_ pages: KeyValuePairs<String, String>) -> String {
    pages.map { path, fields in
      "-- content/\(path) --\n---\n\(fields)\n---\nText.\n"
    }.joined()
  }

  private func index(_ pages: KeyValuePairs<String, String>) async -> SiteIndex {
    let site = await SiteFixture(archive(pages)).build()
    site.expectNoFindings(except: ["same-title", "similar-topics"])
    return site.build.index.value
  }

  @Test func `home comes first, then single pages, then sections with their pages`() async {
    let index = await index([
      "signs/b.md": "title: B", "about.md": "title: About", "signs/index.md": "title: Signs",
      "signs/a.md": "title: A",
    ])
    #expect(
      index.entries.map(\.route.path) == [
        "", "about/", "help/", "404.html", "signs/", "signs/a/", "signs/b/",
      ])
  }

  @Test func `a section is ordered by order, then title, then path`() async {
    let index = await index([
      "s/index.md": "title: S", "s/a.md": "title: Same", "s/b.md": "title: Same",
      "s/c.md": "title: Zebra\norder: 1", "s/d.md": "title: Ant\norder: 2",
      "s/e.md": "title: Early",
    ])
    #expect(
      index.members["content/s/index.md"]
        == ["c", "d", "e", "a", "b"].map { "content/s/\($0).md" })
  }

  @Test func `folders nest`() async {
    let index = await index([
      "a/index.md": "title: A", "a/b/index.md": "title: B", "a/b/c.md": "title: C",
    ])
    #expect(index["content/a/b/c.md"]?.route.path == "a/b/c/")
    #expect(index["content/a/b/c.md"]?.section == "content/a/b/index.md")
    #expect(index["content/a/b/index.md"]?.section == "content/a/index.md")
    #expect(index["content/a/index.md"]?.section == nil)
    #expect(index["content/a/b/index.md"]?.kind == .section)
  }

  @Test func `addresses are made of the names of files`() async {
    let index = await index([
      "My Folder/Ünder Stress!.md": "title: A", "My Folder/index.md": "title: B",
    ])
    #expect(index["content/My Folder/Ünder Stress!.md"]?.route.path == "my-folder/ünder-stress/")
  }

  @Test func `a page may choose a quieter address`() async {
    let index = await index(["s/index.md": "title: S", "s/loud.md": "title: A\nslug: quiet"])
    #expect(index["content/s/loud.md"]?.route.path == "s/quiet/")
  }

  @Test func `topics have a page each, sorted by name`() async {
    let index = await index([
      "s/index.md": "title: S", "s/a.md": "title: A\ntopics: [shame, first steps]",
      "s/b.md": "title: B\ntopics: [Shame]",
    ])
    #expect(index.topics.map(\.slug) == ["first-steps", "shame"])
    #expect(index.topics.last?.pages == ["content/s/a.md", "content/s/b.md"])
    #expect(
      index.entries.suffix(3).map(\.route.path) == [
        "topics/", "topics/first-steps/", "topics/shame/",
      ])
    #expect(index.entries.suffix(3).map(\.title) == ["Topics", "First steps", "Shame"])
  }

  @Test func `a site whose pages name no topics has no page for them`() async {
    let index = await index(["a.md": "title: A"])
    #expect(index.topics.isEmpty && index.entry(of: .topics) == nil)
  }

  private static let dated: KeyValuePairs = [
    "draft.md": "title: A\ndraft: true", "future.md": "title: B\npublished: 2026-06-16",
    "expired.md": "title: C\nexpires: 2026-06-15", "today.md": "title: D\npublished: 2026-06-15",
    "last.md": "title: E\nexpires: 2026-06-16",
  ]

  @Test func `drafts, pages of the future and expired pages are left out`() async {
    let index = await index(Self.dated)
    #expect(
      index.entries.map(\.source).filter { index[$0]?.kind == .page } == [
        "content/today.md", "content/last.md",
      ])
    #expect(
      Set(index.withheld.keys) == ["content/draft.md", "content/future.md", "content/expired.md"])
  }

  @Test func `drafts are built on demand, and everything that is out of its time with them`() async
  {
    var fixture = SiteFixture(archive(Self.dated))
    fixture.options.drafts = true
    let site = await fixture.build()
    #expect(site.build.index.value.withheld.isEmpty)
    #expect(site["draft/index.html"] != nil && site["future/index.html"] != nil)
  }

  @Test func `a draft section takes nothing but itself away`() async {
    let site = await SiteFixture(
      archive(["s/index.md": "title: S\ndraft: true", "s/a.md": "title: A"])
    ).build()
    site.expectFindings(
      .init(
        "missing-page",
        "‘content/s/index.md’ is a draft, and not published, and the pages of its folder cannot be "
          + "published without it"))
  }

  @Test func `a folder without a page of its own is an error, once`() async {
    var fixture = SiteFixture(archive(["s/a.md": "title: A", "s/b.md": "title: B"]))
    fixture.sources.removeAll { $0.file.path == "content/s/index.md" }
    await fixture.build().expectFindings(
      .init("missing-page", "the folder of this page has no page of its own"))
  }

  @Test(arguments: [
    ("index.md", "home page"), ("help.md", "help page"),
    ("404.md", "page for addresses that lead nowhere"),
  ])
  func `a site needs some pages`(name: String, use: String) async {
    var fixture = SiteFixture(page: "Text.")
    fixture.sources.removeAll { $0.file.path == "content/\(name)" }
    await fixture.build().expectFindings(
      .init("missing-page", "the site has no \(use)", help: "write the file ‘content/\(name)’"),
      // The settings may name the page too.
      except: ["broken-link"])
  }

  @Test func `two terms of the same words are an error at both`() async {
    let site = await SiteFixture(
      """
      -- content/glossary/a.md --
      ---
      term: Bond
      summary: One.
      evidence: popular
      aliases: [tie]
      ---
      -- content/glossary/b.md --
      ---
      term: Knot
      summary: Two.
      evidence: popular
      aliases: [⟦1⟧TIE⟦/1⟧]
      ---

      """
    ).build()
    site.expectFindings(
      .init(
        "ambiguous-term", at: 1, "‘TIE’ belongs to two entries of the glossary",
        help: "leave it in one of them"), except: ["unused-term"])
  }

  @Test func `a form that is made up gives way to one that is written`() async {
    let site = await SiteFixture(
      page: "boundary and boundaries",
      """
      -- content/glossary/boundary.md --
      ---
      term: Boundary
      summary: One.
      evidence: popular
      ---
      -- content/glossary/limits.md --
      ---
      term: Limits
      summary: Two.
      evidence: popular
      aliases: [boundaries]
      ---

      """
    ).build()
    site.expectNoFindings()
    #expect(site.page()?.mentions.map(\.term) == ["boundary", "limits"])
  }
}
