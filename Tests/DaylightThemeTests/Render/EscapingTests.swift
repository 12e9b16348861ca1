import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

/// Values of YAML that hold markup, quotation marks or line ends, wherever they are printed.
@Suite struct EscapingTests {
  private static let nasty = #"x" ' </script><img src=y> &amp; ]]> {{name}}"#

  /// As YAML writes it: within double quotation marks, with a line end.
  private static let written =
    "\"" + nasty.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\\n z\""

  private static let site: SiteFixture = {
    var site = SiteFixture(archive)
    site.attach("content/practice/jo.png")
    return site
  }()

  private static let archive = """
    -- content/site.yaml --
    name: \(written)
    shortName: \(written)
    baseURL: https://t.example.org/
    feed: true
    openGraph: true
    practice:
      name: \(written)
      address: \(written)
      services: [{name: \(written), description: \(written)}]
      reducedFees: \(written)
      locations: [{name: \(written), address: \(written), access: \(written)}]
      contact: {reply: \(written), callerID: \(written), bill: \(written), voicemail: \(written)}
    navigation: [s/a.md]
    footer: [s/a.md]
    rules: {markup-in-field: note, foreign-markup: note}
    -- content/people.yaml --
    - id: jo
      name: \(written)
      role: author
      credential: \(written)
      jobTitle: \(written)
      approaches: [\(written)]
      bio: \(written)
      photo: practice/jo.png
      photoAlt: \(written)
    -- content/practice/index.md --
    ---
    title: \(written)
    ---
    Text.
    -- content/practice/jo.md --
    ---
    title: \(written)
    ---
    Text.
    -- content/sources.yaml --
    smith2001:
      title: \(written)
      kind: book
      authors: [\(written)]
      checked: 2026-06-01
      checkedBy: jo
    -- content/help.yaml --
    regions:
      - id: here
        name: \(written)
        emergency: {number: "999", note: \(written)}
        services:
          - name: \(written)
            kind: crisis
            phone: "+441632960111"
            display: 01632 960111
            hours: "24/7"
            cost: free
            notes: \(written)
            coverage: \(written)
            source: https://line.example.org/
            verified: 2026-06-01
    -- content/glossary/w.md --
    ---
    term: \(written)
    abbreviation: \(written)
    aliases: [\(written)]
    summary: \(written)
    evidence: popular
    not: \(written)
    ---
    Text.
    -- content/s/a.md --
    ---
    title: \(written)
    shortTitle: \(written)
    summary: \(written)
    topics: [\(written)]
    author: jo
    published: 2026-01-01
    ---
    Text [@smith2001], and [a word](term:w).
    """

  @Test func `nothing of a value is taken for markup on any page`() async {
    let build = await Self.site.build()
    #expect(!build.build.hasErrors, "\(build.build.diagnostics.map(\.message))")
    for path in build.paths where path.hasSuffix(".html") || path.hasSuffix(".xml") {
      let text = build[path] ?? ""
      #expect(!text.contains("<img src=y"), "\(path)")
      #expect(!text.contains("x\" '"), "\(path)")
    }
  }

  @Test func `a line end in a title or name is a space`() async throws {
    let build = await Self.site.build()
    let page = try #require(build.paths.first { $0.hasPrefix("s/a/") }.flatMap { build[$0] })
    let title = page.split(separator: "\n").first { $0.hasPrefix("<title>") }
    #expect(title?.hasSuffix("</title>") == true)
    #expect(build["glossary.json"]?.contains("\\n") == false)
    #expect(build["feed.xml"]?.split(separator: "\n").allSatisfy { $0.hasSuffix(">") } == true)
  }
}
