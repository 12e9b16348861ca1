import DaylightModel
import DaylightSite
import DaylightSyntax
import Platform
import TestSupport
import Testing

/// Files that come with the program stand in for those that a site does not have.
@Suite struct BuiltInFilesTests {
  private let theme = [
    SourceFile(path: "templates/article.mustache", text: "built in"),
    SourceFile(path: "templates/assets/leaf.svg", text: "<svg/>"),
    SourceFile(path: "templates/strings/en.yaml", text: "a: one\nb: two\n"),
  ]

  private func input(templates: [SourceFile], assets: [SourceFile] = []) -> SiteInput {
    var input = SiteInput(
      content: [], templates: templates, assets: assets,
      options: BuildOptions(now: SiteFixture.today))
    input.complete(with: theme)
    return input
  }

  @Test func `a site without templates has those of the program`() {
    let input = input(templates: [])
    #expect(
      input.templates.map(\.path) == ["templates/article.mustache", "templates/strings/en.yaml"])
    #expect(input.assets.map(\.path) == ["templates/assets/leaf.svg"])
    #expect(input.builtIn == Set(theme.map(\.path)))
  }

  @Test func `a file of the site replaces that one alone`() {
    let own = SourceFile(path: "templates/article.mustache", text: "mine")
    let input = input(templates: [own])
    #expect(input.templates.first == own)
    #expect(input.builtIn == ["templates/assets/leaf.svg", "templates/strings/en.yaml"])
  }

  @Test func `words that a site leaves out are those of the program`() async {
    let file = SourceFile(path: "templates/strings/en.yaml", text: "exit: {label: Go}\n")
    var fixture = SiteFixture(page: "Rest.").input
    let words = fixture.templates.first { $0.path == file.path }
    fixture.templates = fixture.templates.filter { $0.path != file.path } + [file]
    fixture.complete(with: [words].compactMap(\.self))
    let build = await SitePipeline(runner: ParallelRunner(width: 1)).build(fixture)
    #expect(build.diagnostics.map(\.rule.id) == [])
    #expect(build.parsed.strings["exit.label"] == "Go")
    #expect(build.parsed.strings["callout.note"] == "Note")
  }

  @Test func `a finding in a file of the program says that it is built in`() async {
    var fixture = SiteFixture(page: "Rest.").input
    let path = "templates/page.mustache"
    fixture.templates.removeAll { $0.path == path }
    let text = "{{<base}}{{$main}}{{nonsense}}{{/main}}{{/base}}\n"
    fixture.complete(with: [SourceFile(path: path, text: text)])
    let build = await SitePipeline(runner: ParallelRunner(width: 1)).build(fixture)
    let found = build.diagnostics.compactMap(\.location?.path)
    #expect(found == [path + " (built in)"])
    #expect(found.first.flatMap { build.source($0) }?.bytes == Array(text.utf8))
  }
}
