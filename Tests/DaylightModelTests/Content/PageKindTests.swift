import DaylightModel
import Testing

@Suite struct PageKindTests {
  @Test(arguments: [
    ("content/index.md", PageKind.home), ("content/about.md", .page), ("content/404.md", .notFound),
    ("content/help.md", .help), ("content/signs/index.md", .section),
    ("content/signs/fear.md", .article), ("content/signs/more/index.md", .section),
    ("content/signs/more/fear.md", .article), ("content/paths/index.md", .section),
    ("content/paths/after-leaving.md", .path), ("content/checklists/index.md", .section),
    ("content/checklists/signs.md", .checklist), ("content/glossary/index.md", .glossary),
    ("content/glossary/shame.md", .term), ("content/signs/help.md", .article),
    ("content/glossary/more/index.md", .section), ("content/glossary/more/shame.md", .term),
    ("content/glossary.md", .page), ("content/paths.md", .page), ("content/a/404.md", .article),
    ("content/practice/index.md", .practice), ("content/practice/sam.md", .person),
    ("content/practice/more/index.md", .section), ("content/practice.md", .page),
    ("content/index/index.md", .section), ("content/a/b/paths/fear.md", .article),
  ])
  func `the folder decides the kind`(path: String, kind: PageKind) {
    #expect(PageKind(path: path) == kind)
  }

  @Test func `no two kinds claim the same files`() {
    let places = PageKind.allCases.map(\.traits.place).filter { $0 != .noFile }
    #expect(Set(places).count == places.count)
  }

  @Test(arguments: [
    "content/site.yaml", "content/signs/photo.jpg", "templates/base.md", "a.md", "",
  ])
  func `other files are no pages`(path: String) {
    #expect(PageKind(path: path) == nil)
  }
}
