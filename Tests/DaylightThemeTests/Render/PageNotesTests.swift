import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

/// With the templates that the site comes with.
@Suite struct PageNotesTests {
  private static let body = "Text of a tie [@smith2001] and more[^n].\n\n[^n]: The note.\n"

  private func build(_ path: String, _ fields: String, body: String = body) async -> FixtureBuild {
    let templates = Golden.files(inFolder: "../../../templates").map { path, bytes in
      (path: "templates/" + path, text: String(decoding: bytes, as: UTF8.self))
    }
    let page = (path: path, text: "---\n\(fields)\n---\n\(body)")
    let more = [
      ("content/sources.yaml", "smith2001:\n  title: A work\n  year: 2001\n  kind: book\n"),
      ("content/signs/fear.md", "---\ntitle: Fear\n---\nText.\n"),
      ("content/glossary/tie.md", "---\nterm: tie\nsummary: A bond.\nevidence: popular\n---\n"),
      ("content/signs/doubt.md", "---\ntitle: Doubt\n---\nText.\n"),
    ].map { (path: $0.0, text: $0.1) }
    return await SiteFixture(files: templates + more.filter { $0.path != path } + [page]).build()
  }

  @Test(arguments: [
    ("index.md", "title: Home", "index.html"), ("404.md", "title: Not here", "404.html"),
    ("help.md", "title: Help", "help/index.html"), ("about.md", "title: About", "about/index.html"),
    ("safe.md", "title: Safety", "safe/index.html"),
    ("privacy.md", "title: Privacy\nstatement: privacy", "privacy/index.html"),
    ("access.md", "title: Access\nstatement: accessibility", "access/index.html"),
    ("signs/index.md", "title: Signs", "signs/index.html"),
    ("signs/fear.md", "title: Fear\nsummary: Of what.", "signs/fear/index.html"),
    ("glossary/index.md", "title: Words", "glossary/index.html"),
    (
      "glossary/rest.md",
      "term: rest\nsummary: Doing nothing.\nevidence: established\nsources: [smith2001]",
      "glossary/rest/index.html"
    ),
    ("paths/index.md", "title: Paths", "paths/index.html"),
    (
      "paths/first.md",
      "title: First\nsummary: How.\nsteps: [../signs/fear.md, ../signs/doubt.md]",
      "paths/first/index.html"
    ),
    ("checklists/index.md", "title: Lists", "checklists/index.html"),
  ])
  func `each kind of page prints the sources, words and footnotes of its text`(
    path: String, fields: String, output: String
  ) async {
    let site = await build("content/" + path, fields)
    let broken = site.build.diagnostics.filter { $0.severity == .error }
    #expect(broken.map(\.message) == [])
    let html = site[output] ?? ""
    for id in ["cite-smith2001-1", "source-smith2001", "word-tie", "fnref-1", "fn-1"] {
      #expect(html.contains("id=\"\(id)\""), "\(id) in \(output)")
    }
  }

  @Test func `a checklist may cite in each of its parts`() async {
    let list = """
      Text [@smith2001] and more[^a].

      ## At home

      Text [@smith2001] and more[^b].

      - [ ] I rest [@smith2001] at night[^c]. [Fear](../signs/fear.md)

      ## After

      Text [@smith2001] and more[^d].

      [^a]: One.
      [^b]: Two.
      [^c]: Three.
      [^d]: Four.
      """
    let site = await build("content/checklists/home.md", "title: At home", body: list)
    #expect(site.build.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    let html = site["checklists/home/index.html"] ?? ""
    for id in ["cite-smith2001-4", "source-smith2001", "fnref-4", "fn-4"] {
      #expect(html.contains("id=\"\(id)\""), "\(id)")
    }
  }
}
