import DaylightSite
import DaylightSyntax
import Platform
import TestSupport
import Testing

/// One run says all there is to fix, whichever stage finds it.
@Suite struct OneRunTests {
  private func site(_ archive: String) -> SiteFixture {
    var site = SiteFixture(archive)
    site.attach("content/leaf.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>")
    return site
  }

  private let script = "<script>x()</script>"

  @Test func `a page that is right and a drawing are audited beside a page that is wrong`() async {
    let build = await site(
      """
      -- content/site.yaml --
      name: Room
      rawHTML: true
      -- content/a.md --
      ---
      title: A
      ---
      [gone](gone.md)
      -- content/b.md --
      ---
      title: B
      ---
      \(script)
      """
    ).build()
    #expect(
      build.rules.filter { $0 != "raw-html" } == [
        "broken-link", "inline-script", "event-attribute",
      ])
    #expect(build.paths.isEmpty)
  }

  @Test func `what the audit would find in a page that is wrong waits until it is fixed`() async {
    let build = await site(
      """
      -- content/site.yaml --
      name: Room
      rawHTML: true
      -- content/a.md --
      ---
      title: A
      ---
      [gone](gone.md)

      \(script)
      """
    ).build()
    #expect(build.rules == ["broken-link", "event-attribute"])
  }

  @Test(arguments: [
    "-- content/site.yaml --\nname: Room\ncolour: red\n",
    "-- content/help.yaml --\nregions: none\n",
    "-- templates/article.mustache --\n{{#open}}\n",
  ])
  func `files are audited where an error may show on every page`(archive: String) async {
    let build = await site(archive).build()
    #expect(build.rules.contains("event-attribute"))
    #expect(build.severities.filter { $0 == "error" }.count >= 2)
    #expect(Set(build.rules).isDisjoint(with: ["help-block", "page-title", "safety-line"]))
  }

  @Test func `a build after one with errors in pages is as if it had started from nothing`() async {
    func input(_ a: String, _ b: String) -> SiteInput {
      SiteFixture(
        """
        -- content/site.yaml --
        name: Room
        rawHTML: true
        -- content/a.md --
        ---
        title: A
        ---
        \(a)
        -- content/b.md --
        ---
        title: B
        ---
        \(b)
        """
      ).input
    }
    let pipeline = SitePipeline(runner: ParallelRunner(width: 1), remembers: true)
    var previous: SiteBuild?
    for (a, b) in [
      ("Good.", "Good."), ("[gone](gone.md)", "Good."), ("[gone](gone.md)", script),
      (script, "Good."), ("[gone](gone.md)\n\n" + script, script), ("Good.", script),
      ("[gone](gone.md)", "Better."), ("Good.", "Good."),
    ] {
      let build = await pipeline.build(input(a, b), after: previous)
      let clean = await pipeline.build(input(a, b))
      #expect(build.diagnostics == clean.diagnostics, "\(a) \(b)")
      #expect(build.artifacts == clean.artifacts, "\(a) \(b)")
      previous = build
    }
  }
}
