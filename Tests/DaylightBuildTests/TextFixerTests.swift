import DaylightBuild
import DaylightModel
import DaylightSite
import DaylightSyntax
import Platform
import Testing

@Suite struct TextFixerTests {
  /// Knows every word.
  private struct Words: SpellingDictionary, SpellingDictionaries {
    func contains(_ word: String) -> Bool { true }
    func suggestions(for word: String) -> [String] { [] }
    func dictionary(for language: String) -> (any SpellingDictionary)? { self }
  }

  private let pipeline = SitePipeline(runner: ParallelRunner(width: 1), dictionaries: Words())

  private func changes(_ folder: TemporaryFolder, only path: String? = nil) async throws
    -> [TextFixer.Change]
  {
    let today = try #require(CalendarDate(iso: "2026-06-15"))
    let build = try await SiteBuilder(
      site: folder.path, options: BuildOptions(now: today), pipeline: pipeline
    ).build()
    return await fixer(folder).changes(to: build) { path == nil || $0 == path }
  }

  private func fixer(_ folder: TemporaryFolder) -> TextFixer {
    TextFixer(site: folder.path, pipeline: pipeline)
  }

  private func fixed(_ body: String, frontMatter: String = "title: A") async throws -> String {
    let folder = try TemporaryFolder()
    try folder.write("content/a.md", "---\n\(frontMatter)\n---\n\(body)\n")
    let change = try #require(try await changes(folder).first { $0.path == "content/a.md" })
    return String(decoding: change.new, as: UTF8.self)
  }

  @Test func `a heading that skips a level takes those below it along`() async throws {
    #expect(
      try await fixed("## A\n\n#### B\n\n##### C\n\n#### D\n\n## E")
        == "---\ntitle: A\n---\n## A\n\n### B\n\n#### C\n\n### D\n\n## E\n")
  }

  @Test func `the rarer of two spellings becomes the other, with its capital`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("content/a.md", "---\ntitle: A\n---\nRecognize **it**.\n")
    for name in ["b", "c"] {
      try folder.write("content/\(name).md", "---\ntitle: \(name)\n---\nTo recognise it.\n")
    }
    let changes = try await changes(folder)
    #expect(changes.map(\.path) == ["content/a.md"])
    #expect(
      changes.first.map { String(decoding: $0.new, as: UTF8.self) }
        == "---\ntitle: A\n---\nRecognise **it**.\n")
  }

  @Test func `spaces that are one too many are taken out`() async throws {
    #expect(
      try await fixed("One  two , three .\n\n    code  , here\n\nA `b  , c` d.")
        == "---\ntitle: A\n---\nOne two, three.\n\n    code  , here\n\nA `b  , c` d.\n")
  }

  @Test func `tabs become spaces, and what they hid is fixed too`() async throws {
    #expect(
      try await fixed("### B", frontMatter: "title: A\nextra:\n\ta: b\n\tc: d")
        == "---\ntitle: A\nextra:\n  a: b\n  c: d\n---\n## B\n")
  }

  @Test func `only what is selected is changed`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("content/a.md", "---\ntitle: A\n---\nOne  two.\n")
    try folder.write("content/b.md", "---\ntitle: B\n---\nOne  two.\n")
    #expect(try await changes(folder, only: "content/b.md").map(\.path) == ["content/b.md"])
  }

  @Test func `a text with nothing to fix is not changed`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("content/a.md", "---\ntitle: A\n---\n## B\n\nOne two…  \nthree ... 3 .5\n")
    #expect(try await changes(folder).isEmpty)
  }

  @Test func `a change is written unless the file was edited meanwhile`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("content/a.md", "---\ntitle: A\n---\nOne  two.\n")
    let change = try #require(try await changes(folder).first)
    try folder.write("content/a.md", "Edited.")
    #expect(try !fixer(folder).write(change))
    #expect(folder.text("content/a.md") == "Edited.")
    try folder.write("content/a.md", change.old)
    #expect(try fixer(folder).write(change))
    #expect(folder.text("content/a.md") == "---\ntitle: A\n---\nOne two.\n")
  }
}
