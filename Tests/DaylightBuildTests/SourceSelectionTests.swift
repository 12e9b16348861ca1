import DaylightBuild
import Testing

@Suite struct SourceSelectionTests {
  private let folder: TemporaryFolder
  private static let files = [
    "content/about.md", "content/help.yaml", "content/signs/bench.png", "content/signs/index.md",
    "templates/assets/site.css",
  ]

  init() throws {
    folder = try TemporaryFolder()
    for file in Self.files { try folder.write("site/" + file, "") }
    try folder.write("site/public/about/index.html", "")
  }

  private func select(_ names: String..., in working: String = "site") throws -> [String] {
    try SourceSelection(
      names, in: folder[working], of: folder["site"], among: Self.files
    ).paths.sorted()
  }

  @Test(arguments: [
    "content/about.md", "about.md", "./content/about.md", "content//signs/../about.md",
  ])
  func `a file can be named from the site or from content`(name: String) throws {
    #expect(try select(name) == ["content/about.md"])
    #expect(try select(name, in: "elsewhere") == ["content/about.md"])
  }

  @Test func `a file can be named from the working folder`() throws {
    #expect(try select("index.md", in: "site/content/signs") == ["content/signs/index.md"])
    #expect(try select("../about.md", in: "site/content/signs") == ["content/about.md"])
    #expect(try select("site/content/about.md", in: "") == ["content/about.md"])
  }

  @Test func `a file can be named by its absolute path, also through a link`() throws {
    #expect(try select(folder["site/content/help.yaml"]) == ["content/help.yaml"])
    try folder.link("here", to: folder["site"])
    #expect(try select(folder["here/content/help.yaml"]) == ["content/help.yaml"])
  }

  @Test func `a folder means its files`() throws {
    #expect(try select("signs/") == ["content/signs/bench.png", "content/signs/index.md"])
    #expect(try select("templates") == ["templates/assets/site.css"])
    #expect(try select(".") == Self.files)
  }

  @Test func `several files can be named`() throws {
    #expect(
      try select("content/about.md", "content/help.yaml", "about.md")
        == ["content/about.md", "content/help.yaml"])
  }

  @Test func `a name that is not a file is refused, with the nearest`() throws {
    #expect(
      throws: SourceSelection.Refusal(
        message: "there is no file ‘content/abuot.md’; did you mean ‘content/about.md’?")
    ) { try select("content/abuot.md") }
    #expect(throws: SourceSelection.Refusal(message: "there is no file ‘zzzzzzzz’.")) {
      try select("zzzzzzzz")
    }
  }

  @Test func `a file that is not a source is refused`() throws {
    #expect(throws: SourceSelection.Refusal.self) { try select("public/about/index.html") }
  }
}
