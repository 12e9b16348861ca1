import DaylightPages
import DaylightSite
import DaylightSyntax
import DaylightTheme
import Platform
import TestSupport
import Testing

@Suite struct IncrementalBuildTests {
  private let pipeline = SitePipeline(runner: ParallelRunner(width: 1), remembers: true)

  private static let site = SiteFixture(
    """
    -- content/signs/index.md --
    ---
    title: Signs
    ---
    -- content/signs/one.md --
    ---
    title: One
    topics: [calm]
    ---
    A bond can grow. See [two](two.md#inside) and [the words](../glossary/index.md).
    -- content/signs/two.md --
    ---
    title: Two
    topics: [calm]
    ---
    ## Inside
    Nothing of note is said here, but a tie is.
    -- content/signs/three.md --
    ---
    title: Three
    ---
    A plain page about gardens.
    -- content/paths/path.md --
    ---
    title: Path
    steps: [../signs/one.md, ../signs/two.md]
    ---
    Slowly.
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

  private func input(_ changes: [String: String?] = [:]) -> SiteInput {
    Self.site.input(after: changes)
  }

  /// Builds after changes, and expects what a clean build makes.
  @discardableResult
  private func rebuild(_ changes: [String: String?]) async -> BuildStatistics {
    let first = await pipeline.build(input())
    #expect(!first.hasErrors)
    let next = await pipeline.build(input(changes), after: first)
    let clean = await pipeline.build(input(changes))
    #expect(next.artifacts == clean.artifacts)
    #expect(next.diagnostics == clean.diagnostics)
    return next.statistics
  }

  @Test func `a build after no change does no work`() async {
    let work = await rebuild([:])
    #expect(work.read == 0 && work.assembled == 0 && work.rendered == 0)
  }

  @Test func `an edited body is assembled and rendered alone`() async {
    let work = await rebuild([
      "content/signs/three.md": "---\ntitle: Three\n---\nA plain page about walls.\n"
    ])
    #expect(work.read == 1 && work.assembled == 1 && work.rendered == 1)
  }

  @Test(arguments: ["signs/two.md", "paths/path.md"])
  func `a text of a reading path is rendered in its booklet too`(path: String) async throws {
    let before = try #require(input().content.first { $0.path == "content/" + path })
    let text = String(decoding: before.bytes, as: UTF8.self)
    let work = await rebuild(["content/" + path: text + "\nOne more line.\n"])
    #expect(work.assembled == 1 && work.rendered == 2)
  }

  @Test func `a word that a text now says is rendered on its page and on that of the word`() async {
    let work = await rebuild([
      "content/signs/three.md": "---\ntitle: Three\n---\nA bond about gardens.\n"
    ])
    #expect(work.read == 1 && work.assembled == 1 && work.rendered == 2)
  }

  @Test func `a heading that a text no longer has breaks the links to it`() async {
    let good = await pipeline.build(input())
    let edit = ["content/signs/two.md": "---\ntitle: Two\ntopics: [calm]\n---\n## Within\nA tie.\n"]
    let broken = await pipeline.build(input(edit), after: good)
    #expect(broken.diagnostics.map(\.rule) == [.brokenAnchor])
    #expect(broken.statistics.assembled == 1)
    let mended = await pipeline.build(input(), after: broken)
    #expect(mended.diagnostics == good.diagnostics && mended.artifacts == good.artifacts)
  }

  @Test func `a new title is rendered where it is shown`() async {
    let work = await rebuild([
      "content/signs/three.md": "---\ntitle: Another\n---\nA plain page about gardens.\n"
    ])
    #expect(work.assembled == 1)
    #expect(work.rendered > 1)
  }

  @Test func `a new form of a term touches only the pages whose text has it`() async {
    let work = await rebuild([
      "content/glossary/bond.md":
        "---\nterm: Bond\naliases: [tie]\nsummary: What holds.\nevidence: popular\n---\nIt holds.\n"
    ])
    // The entry itself, the page that says “bond”, and the page that says “tie”.
    #expect(work.assembled == 3)
  }

  @Test func `a template touches the pages of its kind`() async {
    let work = await rebuild([
      "templates/term.mustache": "{{<base}}{{$main}}{{page.title}}!{{/main}}{{/base}}\n"
    ])
    #expect(work.assembled == 0)
    #expect(work.rendered == 1)
  }

  @Test func `a new language brings its words into the templates`() async throws {
    let path = "templates/strings/"
    let english = try #require(input().templates.first { $0.path == path + "en.yaml" })
    let words = String(decoding: english.bytes, as: UTF8.self)
    var site = [path + "de.yaml": words.replacing("label: Leave", with: "label: Verlassen")]
    let first = await pipeline.build(input(site))
    let settings = try #require(input().content.first { $0.path == "content/site.yaml" })
    site[settings.path] = String(decoding: settings.bytes, as: UTF8.self) + "language: de\n"
    let next = await pipeline.build(input(site), after: first)
    let home = next.artifacts.first { $0.path == "index.html" }?.bytes ?? []
    let text = String(decoding: home, as: UTF8.self)
    #expect(text.contains(">Verlassen</a>"))
    let clean = await pipeline.build(input(site))
    #expect(next.artifacts == clean.artifacts)
  }

  @Test func `a conflict that comes into a drawing is found`() async {
    func site(_ text: String) -> SiteInput {
      var site = Self.site
      site.attach("content/path.svg", bytes: Array("<svg>\n\(text)\n</svg>\n".utf8))
      return site.input
    }
    let first = await pipeline.build(site("<g/>"))
    let conflict = site("<<<<<<< ours\n<g/>\n=======\n<g></g>\n>>>>>>> theirs")
    let next = await pipeline.build(conflict, after: first)
    #expect(next.diagnostics.contains { $0.rule.id == "conflict-marker" })
    let clean = await pipeline.build(conflict)
    #expect(next.diagnostics == clean.diagnostics)
  }

  @Test func `a link of a kept page is broken and mended by the page it leads to`() async {
    let link = [
      "templates/article.mustache":
        "{{<base}}{{$main}}<a href=\"{{root}}help/index.html#place\">A</a>{{/main}}{{/base}}\n"
    ]
    func help(_ id: String) -> [String: String?] {
      [
        "templates/help.mustache":
          "{{<base}}{{$main}}<p id=\"\(id)\">{{page.title}}</p>{{/main}}{{/base}}\n"
      ].merging(link) { $1 }.mapValues { $0 }
    }
    var build = await pipeline.build(input(help("place")))
    let errors = build.diagnostics.filter { $0.severity == .error }
    #expect(errors.isEmpty)
    for id in ["other", "place", "other"] {
      build = await pipeline.build(input(help(id)), after: build)
      let broken = build.diagnostics.filter { $0.rule.id == "broken-output-link" }
      #expect(broken.isEmpty == (id == "place"))
      let clean = await pipeline.build(input(help(id))).diagnostics
      let found = build.diagnostics
      #expect(found == clean)
    }
  }

  @Test func `a page that gives up its discretion is looked at again`() async {
    func page(_ fields: String) -> [String: String?] {
      ["content/signs/three.md": "---\ntitle: Leaving him\n\(fields)---\nGardens.\n"]
    }
    var build = await pipeline.build(input(page("")))
    for fields in ["discreet: false\n", ""] {
      build = await pipeline.build(input(page(fields)), after: build)
      let clean = await pipeline.build(input(page(fields))).diagnostics
      let found = build.diagnostics
      #expect(found == clean)
    }
  }

  @Test func `where findings come from is found again after edits`() async {
    func edit(_ text: String, _ template: String) -> [String: String?] {
      [
        "content/signs/three.md": "---\ntitle: Leaving him\n---\n\(text)\n",
        "templates/article.mustache":
          "{{<base}}{{$main}}<p>{{page.title}}</p>{{{page.content}}}\(template){{/main}}{{/base}}\n",
      ]
    }
    let promise = "It is completely private."
    let edits = [
      edit("Gardens.", promise), edit("Walls.", promise),
      edit("Walls.", "Further down. " + promise),
      edit(promise, ""), edit("Once more. " + promise, ""), edit("Leaving him", ""),
    ]
    var build = await pipeline.build(input())
    for changes in edits {
      build = await pipeline.build(input(changes), after: build)
      let clean = await pipeline.build(input(changes)).diagnostics
      let found = build.diagnostics
      #expect(found == clean)
    }
  }

  @Test func `a page that comes, goes or breaks leaves no trace after it is mended`() async {
    let good = await pipeline.build(input())
    let broken = await pipeline.build(
      input([
        "content/signs/three.md": "---\ntitle: Three\n---\n[gone](nowhere.md)\n",
        "content/signs/two.md": "---\ntitle: Two\n---\n## Inside\nChanged meanwhile.\n",
      ]), after: good)
    #expect(broken.hasErrors && broken.artifacts.isEmpty)
    let changes = ["content/signs/two.md": "---\ntitle: Two\n---\n## Inside\nChanged meanwhile.\n"]
    let mended = await pipeline.build(input(changes), after: broken)
    let clean = await pipeline.build(input(changes))
    #expect(mended.artifacts == clean.artifacts)
  }

  @Test(arguments: [7, 99] as [UInt64])
  func `after any edits the memory equals a clean build`(seed: UInt64) async {
    var random = SeededGenerator(seed: seed)
    var changes: [String: String?] = [:]
    var build = await pipeline.build(input())
    for _ in 0..<80 {
      let (path, text) = Self.edits.randomElement(using: &random) ?? ("content/x.md", nil)
      changes[path] = text
      build = await pipeline.build(input(changes), after: build)
      let clean = await pipeline.build(input(changes))
      #expect(build.artifacts == clean.artifacts)
      #expect(build.diagnostics == clean.diagnostics)
      #expect(build.findings.notes.counts == clean.findings.notes.counts)
      #expect(build.overrides == clean.overrides)
    }
  }

  private static func settings(_ rules: String) -> String {
    """
    name: Room
    practice: {name: Room}
    helpRegion: here
    safetyPage: help.md
    rules: {\(rules)}
    """
  }

  private static let edits: [(String, String?)] = [
    ("content/signs/one.md", "---\ntitle: One\n---\nNo tie and no bond? [Two](two.md#outside)\n"),
    ("content/signs/one.md", "---\ntitle: One\ntopics: [calm, rest]\n---\nA tie. [Two](two.md)\n"),
    ("content/signs/one.md", "---\ntitel: One\n---\nBroken.\n"),
    ("content/signs/two.md", "---\ntitle: Two\ntopics: [rest]\n---\n## Outside\nBonds, bonds.\n"),
    ("content/signs/two.md", "---\ntitle: Two\ndraft: true\n---\nNot yet.\n"),
    ("content/signs/two.md", nil),
    ("content/signs/two.md", "---\ntitle: A second\norder: 1\n---\n## Inside\n## Outside\nText.\n"),
    ("content/signs/four.md", "---\ntitle: Four\naliases: [/old/]\n---\n[One](one.md)\n"),
    ("content/signs/four.md", nil),
    (
      "content/glossary/tie.md",
      "---\nterm: Tie\nsummary: A thread.\nevidence: popular\n---\nLike a bond.\n"
    ),
    ("content/glossary/tie.md", nil),
    ("content/site.yaml", settings("unused-term: warning, vague-link: note")),
    ("content/site.yaml", settings("unused-term: off, missing-summary: warning")),
    ("content/signs/three.md", "---\ntitle: Three\n---\nRead it [here](one.md).\n"),
    (
      "content/signs/three.md",
      "---\ntitle: Three\n---\nRead it [here](one.md). "
        + "<!-- allow: vague-link because the sentence says enough -->\n"
    ),
    (
      "content/glossary/bond.md",
      "---\nterm: Bond\naliases: [knot]\nsummary: A hold.\nevidence: popular\n---\nIt ties.\n"
    ),
    (
      "content/glossary/bond.md",
      "---\nterm: Bond\nsummary: A hold.\nevidence: popular\nautolink: false\n---\nA tie.\n"
    ),
    (
      "templates/article.mustache",
      "{{<base}}{{$main}}<p>{{page.title}}</p>{{{page.content}}}{{/main}}{{/base}}\n"
    ),
    ("templates/article.mustache", "{{<base}}{{$main}}{{page.titel}}{{/main}}{{/base}}\n"),
    (
      "templates/term.mustache",
      "{{<base}}{{$main}}{{page.title}}{{{page.content}}}{{/main}}{{/base}}\n"
    ),
  ]
}
