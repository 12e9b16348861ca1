import DaylightSite
import DaylightSyntax
import DaylightTheme
import Platform
import Synchronization
import TestSupport
import Testing

@Suite struct FirstLookTests {
  private static let site = SiteFixture(
    """
    -- content/signs/index.md --
    ---
    title: Signs
    ---
    -- content/signs/one.md --
    ---
    title: One
    ---
    A bond can grow. See [two](two.md).
    -- content/signs/two.md --
    ---
    title: Two
    ---
    Nothing of note.
    -- content/glossary/index.md --
    ---
    title: Words
    ---
    -- content/glossary/bond.md --
    ---
    term: Bond
    summary: What holds.
    evidence: popular
    ---
    It holds.
    """)

  /// What was shown, and which stages had begun by then.
  private struct Seen: Sendable {
    var stages: [Stage] = []
    var pages: [Artifact]?
    var stagesBefore: [Stage] = []
  }

  private static let one = "signs/one/index.html"

  /// Builds after changes while pages are open; gives what was shown first, and the finished build.
  private func look(
    at open: Set<String> = [one], after changes: [String: String?]
  ) async -> (seen: Seen, build: SiteBuild) {
    let seen = Mutex(Seen())
    let pipeline = SitePipeline(runner: ParallelRunner(width: 1), remembers: true) { stage in
      if let stage { seen.withLock { $0.stages.append(stage) } }
    }
    let first = await pipeline.build(input())
    #expect(!first.hasErrors)
    seen.withLock { $0.stages = [] }
    let look = FirstLook(open: open) { pages in
      seen.withLock {
        #expect($0.pages == nil)
        $0.pages = pages
        $0.stagesBefore = $0.stages
      }
    }
    let build = await pipeline.build(input(changes), after: first, showing: look)
    let clean = await pipeline.build(input(changes))
    #expect(build.artifacts == clean.artifacts && build.diagnostics == clean.diagnostics)
    return (seen.withLock { $0 }, build)
  }

  private func input(_ changes: [String: String?] = [:]) -> SiteInput {
    Self.site.input(after: changes)
  }

  @Test(arguments: [
    ("content/signs/one.md", "---\ntitle: First\n---\nA bond can grow.\n"),
    ("content/signs/two.md", "---\ntitle: Second\n---\nNothing of note.\n"),
    ("content/signs/index.md", "---\ntitle: Marks\n---\n"),
    (
      "content/glossary/bond.md",
      "---\nterm: Bond\nsummary: What ties.\nevidence: popular\n---\nIt holds.\n"
    ),
    (
      "content/glossary/bond.md",
      "---\nterm: Bond\naliases: [grow]\nsummary: What holds.\nevidence: popular\n---\nIt holds.\n"
    ),
    (
      "templates/article.mustache",
      "{{<base}}{{$main}}<p>{{page.title}}</p>{{{page.content}}}{{> closing}}{{/main}}{{/base}}\n"
    ),
  ])
  func `the open page is finished before the index of all pages`(path: String, text: String) async {
    let (seen, build) = await look(after: [path: text])
    #expect(seen.stagesBefore == [.read])
    #expect(seen.pages?.map(\.path) == [Self.one])
    #expect(seen.pages?.first == build.artifacts.first { $0.path == Self.one })
  }

  @Test func `of several pages that are open, those of the site are shown`() async {
    let (seen, _) = await look(
      at: ["404.html", Self.one, "no/such/page.html"],
      after: ["content/signs/one.md": "---\ntitle: First\n---\nA bond can grow.\n"])
    #expect(seen.pages?.count == 2)
  }

  @Test func `an edit of bodies alone needs no first look`() async {
    let (seen, _) = await look(
      after: ["content/signs/one.md": "---\ntitle: One\n---\nA bond.\n"])
    #expect(seen.pages == nil)
  }

  @Test func `where no page is open, nothing is shown first`() async {
    let (seen, _) = await look(
      at: [], after: ["content/signs/one.md": "---\ntitle: First\n---\nA bond.\n"])
    #expect(seen.pages == nil)
  }

  @Test(
    arguments: [
      ("content/signs/one.md", "---\ntitle: First\n---\nSee [three](three.md).\n"),
      ("content/signs/one.md", "---\ntitel: First\n---\nA bond.\n"),
      ("content/signs/one.md", "---\ntitle: First\nslug: first\n---\nA bond.\n"),
      ("content/signs/one.md", nil),
      ("content/signs/three.md", "---\ntitle: Three\n---\nA new page.\n"),
      ("templates/article.mustache", "{{<base}}{{$main}}{{page.titel}}{{/main}}{{/base}}\n"),
      ("templates/article.mustache", "{{<base}}{{$main}}{{{page.content}}}{{/main}}{{/base}}\n"),
      ("templates/article.mustache", "{{<base}}{{$main}}<script>1</script>{{/main}}{{/base}}\n"),
    ] as [(String, String?)])
  func `what is wrong, or cannot be said yet, is left to the build`(
    path: String, text: String?
  ) async {
    let (seen, _) = await look(after: [path: text])
    #expect(seen.pages == nil)
  }
}
