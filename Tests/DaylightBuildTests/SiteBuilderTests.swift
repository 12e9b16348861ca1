import DaylightBuild
import DaylightModel
import DaylightSite
import DaylightSyntax
import Platform
import TestSupport
import Testing

/// Findings of the disk have the levels that the site sets.
@Suite struct SiteBuilderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(settings: String = "") throws {
    let site = SiteFixture(
      page: "Rest is allowed.", "-- content/site.yaml --\nname: Reading Room\n\(settings)\n")
    for file in site.input.content + site.input.templates + site.input.assets {
      try folder.write(file.path, file.bytes)
    }
  }

  private func build(strict: Bool = false) async throws -> (found: [String], wrote: Int?) {
    let pipeline = SitePipeline(runner: ParallelRunner(width: 1), strict: strict)
    let builder = SiteBuilder(
      site: folder.path, options: BuildOptions(now: SiteFixture.today), pipeline: pipeline)
    let staging = try await OutputStaging.open(output: folder["public"], giveUpAfter: .zero)
    let build = try await builder.build(into: staging)
    let commit = build.hasErrors ? nil : try await builder.commit(build, in: staging)
    let found = (build.diagnostics + (commit?.diagnostics ?? [])).map {
      "\($0.severity.rawValue) \($0.rule.id)"
    }
    return (found, commit?.summary.written)
  }

  @Test func `a page that was edited in the output is replaced with a warning`() async throws {
    try write()
    _ = try await build()
    try folder.write("public/page/index.html", "my own words")
    let second = try await build()
    #expect(second.found == ["warning edited-output"])
    #expect(folder.text("public/page/index.html") != "my own words")
  }

  @Test func `with --strict it is an error, and nothing is touched`() async throws {
    try write()
    _ = try await build()
    try folder.write("public/page/index.html", "my own words")
    let second = try await build(strict: true)
    #expect(second.found == ["error edited-output"])
    #expect(folder.text("public/page/index.html") == "my own words")
    // As the rule says: delete the changed file too.
    try folder.remove("public/page/index.html")
    #expect(try await build(strict: true).found == [])
    #expect(folder.text("public/page/index.html")?.contains("Rest is allowed.") == true)
  }

  @Test func `site.yaml sets the level of what the commit finds`() async throws {
    try write(settings: "rules: {edited-output: off}")
    _ = try await build()
    try folder.write("public/page/index.html", "my own words")
    #expect(try await build().found == [])
  }

  @Test func `site.yaml sets the level of what the loader finds`() async throws {
    try write(settings: "rules: {symbolic-link: note}")
    try folder.link("content/plan.md", to: "/nowhere")
    #expect(try await build().found == ["note symbolic-link"])
  }

  @Test func `rules that prevent writing cannot be lowered`() async throws {
    try write(settings: "rules: {foreign-output: note}")
    #expect(try await build().found == ["error locked-rule"])
  }

  @Test func `what a large site puts out of memory is read again when it is needed`() async throws {
    try write()
    _ = try await build()
    let page = folder.text("public/page/index.html")
    try folder.remove("public")
    let built = try await buildWithoutMemory { _ in }
    #expect(!built.hasErrors)
    #expect(folder.text("public/page/index.html") == page)
  }

  @Test(arguments: [Stage.index, .render])
  func `nothing is published if that cannot be read again`(when stage: Stage) async throws {
    try write()
    await #expect(throws: BuildFailure.self) {
      try await buildWithoutMemory { current in
        if current == stage { #expect(truncate(scratchOfThisProcess, 0) == 0) }
      }
    }
    #expect(folder.text("public/page/index.html") == nil)
  }

  private var scratchOfThisProcess: String {
    folder["public/.daylight-staging-\(getpid())/.daylight-tmp-scratch"]
  }

  /// Builds and commits a site, none of whose sources and texts stay in memory.
  private func buildWithoutMemory(
    _ observe: @escaping @Sendable (Stage?) -> Void
  ) async throws -> SiteBuild {
    let builder = SiteBuilder(
      site: folder.path, options: BuildOptions(now: SiteFixture.today),
      pipeline: SitePipeline(runner: ParallelRunner(width: 2), observe: observe))
    let staging = try await OutputStaging.open(
      output: folder["public"], giveUpAfter: .zero, scratchInMemory: 0)
    let build = try await builder.build(into: staging)
    _ = try await builder.commit(build, in: staging)
    return build
  }
}
