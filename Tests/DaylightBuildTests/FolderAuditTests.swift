import DaylightBuild
import DaylightModel
import DaylightSite
import DaylightSyntax
import DaylightTheme
import Platform
import TestSupport
import Testing

@Suite struct FolderAuditTests {
  private static let whole = page("<p>Rest is allowed.</p>")

  private static func page(_ main: String, language: String = "en") -> String {
    """
    <!doctype html>
    <html lang="\(language)">
    <head>
    <meta charset="utf-8">
    <meta name="referrer" content="no-referrer">
    <title>Rest</title>
    </head>
    <body>
    <main>
    <h1>Rest</h1>
    \(main)
    </main>
    </body>
    </html>

    """
  }

  private func audit(
    _ files: [String: String], baseURL: String? = nil
  ) async throws -> [Diagnostic] {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(name, text) }
    return try await audit(folder, baseURL: baseURL).map { finding in
      var finding = finding
      if let location = finding.location {
        let path = String(location.path.dropFirst(folder.path.count + 1))
        finding.location = SourceLocation(path: path, start: location.start, end: location.end)
      }
      return finding
    }
  }

  private func audit(_ folder: TemporaryFolder, baseURL: String? = nil) async throws -> [Diagnostic]
  {
    try await FolderAudit(
      folder.path, baseURL: baseURL.flatMap { BaseURL($0) }, runner: ParallelRunner(width: 2)
    ).run().diagnostics
  }

  /// The place and the rule of each finding.
  private func findings(_ files: [String: String], baseURL: String? = nil) async throws -> [String]
  {
    try await audit(files, baseURL: baseURL).map { finding in
      let place = finding.location.map { "\($0.path):\($0.start.line):\($0.start.column)" } ?? ""
      return "\(place) \(finding.rule.id)"
    }
  }

  @Test func `a page of another program that keeps everything to itself has no finding`()
    async throws
  {
    #expect(try await findings(["index.html": Self.whole]) == [])
  }

  @Test func `a site that Daylight built has no finding`() async throws {
    let folder = try TemporaryFolder()
    let site = await SiteFixture(page: "Rest is allowed.", frontMatter: "aliases: [/older/]")
      .build()
    #expect(site.paths.contains("older/index.html"))
    for artifact in site.build.artifacts {
      if let bytes = artifact.bytes { try folder.write(artifact.path, bytes) }
    }
    #expect(try await audit(folder) == [])
  }

  @Test(arguments: [
    "<svg><mi><title><img src=x onerror=1></title></mi></svg>",
    "<math><svg><title><title><img src=x onerror=1></title></title></svg></math>",
    #"<math><desc><script type="application/ld+json"><img src=x onerror=1></script></desc></math>"#,
    "<svg><g></svg></g>",
  ])
  func `nothing hides in a drawing, though the page has no landmarks`(markup: String) async throws {
    #expect(try await findings(["index.html": Self.page(markup)]) != [])
  }

  @Test func `each finding is at its place in the finished file`() async throws {
    let page = Self.page(#"<p>One <img src="https://a.example/x.png" alt=""></p>"#)
    #expect(
      try await findings(["a/index.html": page, "script.js": "x()"]) == [
        "a/index.html:11:13 external-resource", "script.js:1:1 foreign-script",
      ])
  }

  @Test func `what many pages have is one finding with the first places`() async throws {
    let page = Self.page("<iframe></iframe>")
    let names = ["a.html", "b.html", "c.html", "d.html", "e.html"]
    let found = try await audit(Dictionary(uniqueKeysWithValues: names.map { ($0, page) }))
    #expect(found.map(\.rule.id) == ["embedded-content"])
    #expect(found.first?.location?.path == "a.html")
    #expect(
      found.first?.notes.map(\.message) == ["also here", "also here", "and in 2 more places"])
  }

  @Test(arguments: ["b/", "b", "b/index.html", "/b/", "b/?page=2", "c", "#top", "?page=2", ""])
  func `an address may be as short as hosts allow`(address: String) async throws {
    let page = Self.page("<p><a href=\"\(address)\">There</a></p>")
    let found = try await findings([
      "index.html": page, "b/index.html": Self.whole, "c.html": Self.whole,
    ])
    #expect(found.filter { $0.hasSuffix("broken-output-link") } == [])
  }

  @Test(arguments: ["d/", "c/", "b.html", "../b/", "#nowhere", "c#nowhere"])
  func `a link that leads to no file is found`(address: String) async throws {
    let page = Self.page("<p><a href=\"\(address)\">There</a></p>")
    let found = try await audit([
      "index.html": page, "b/index.html": Self.whole, "c.html": Self.whole,
    ])
    #expect(found.map(\.rule.id) == ["broken-output-link"])
    #expect(found.first?.location?.path == "index.html")
    #expect(found.first?.help == "correct the address, or take the link out")
  }

  @Test func `with the address of the site, its own full addresses are links within it`()
    async throws
  {
    let page = Self.page(#"<p><a href="https://example.org/a/x.html">Here</a></p>"#)
    #expect(try await findings(["x.html": page]) == ["x.html:11:7 link-referrer"])
    #expect(try await findings(["x.html": page], baseURL: "https://example.org/a/") == [])
  }

  @Test func `no advice speaks of templates, settings or front matter`() async throws {
    let page = """
      <html><head><meta http-equiv="refresh" content="0; url=https://b.example/">
      <title></title><style>a{}</style></head><body><p style="color:red"><a href="">x</a>
      <a href="nowhere.html">y</a></p><ul></ul></body></html>
      """
    let css = "@import url(a.css);"
    let found = try await audit(["index.html": page, "a.css": css])
    #expect(Set(found.map(\.rule.id)).count > 5)
    for finding in found {
      let help = finding.help ?? ""
      for word in ["templates", "{{", "site.yaml", "front matter", "‘content’"] {
        #expect(!help.contains(word), "\(finding.rule.id): \(help)")
      }
    }
  }

  @Test func `words are judged in the language that each page says`() async throws {
    let promise = "<p>This site is completely anonymous.</p>"
    #expect(
      try await findings([
        "de.html": Self.page(promise, language: "de"), "en.html": Self.page(promise),
      ]) == ["en.html:1:1 false-promise"])
  }

  @Test func `a file that is too large, not UTF-8 or a link out of the folder is a finding`()
    async throws
  {
    let folder = try TemporaryFolder()
    try folder.write("index.html", Self.whole)
    try folder.write("large.html", [UInt8](repeating: 0x61, count: 8 << 20 | 1))
    try folder.write("latin.css", Array("/* caf".utf8) + [0xE9] + Array(" */".utf8))
    try folder.link("out.html", to: "/etc/hosts")
    try folder.link("same.html", to: "index.html")
    let rules = Set(try await audit(folder).map(\.rule.id))
    #expect(rules.isSuperset(of: ["file-too-large", "invalid-utf8", "symbolic-link"]))
  }

  @Test func `hidden files are skipped, and files that hosts serve are not`() async throws {
    let found = try await findings([
      "index.html": Self.whole, ".hidden.html": "<p>", "index.html.bak": "", "a.pdf": "",
    ])
    #expect(found == ["a.pdf:1:1 unsafe-file", "index.html.bak:1:1 unsafe-file"])
  }

  @Test func `a folder that is not there, is a file or has no page is refused`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("page.html", Self.whole)
    try folder.makeFolder("empty")
    let runner = ParallelRunner(width: 1)
    for (name, failure) in [
      ("nowhere", BuildFailure.noFolder(path: folder["nowhere"])),
      ("page.html", .noFolder(path: folder["page.html"])),
      ("empty", .noPages(folder: folder["empty"])),
    ] {
      await #expect(throws: failure) {
        try await FolderAudit(folder[name], runner: runner).run()
      }
    }
  }

  @Test func `a slash at the end of the folder changes nothing`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("index.html", Self.page("<iframe></iframe>"))
    let found = try await FolderAudit(folder.path + "/", runner: ParallelRunner(width: 1)).run()
    #expect(found.diagnostics.first?.location?.path == folder["index.html"])
    #expect(found.sources.keys.sorted() == [folder["index.html"]])
  }
}
