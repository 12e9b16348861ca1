import ArgumentParser
import DaylightBuild
import DaylightSite
import DaylightSyntax

/// One run of `build` or `check`, with what it says on the way and at the end.
struct BuildRun {
  let options: SiteOptions
  let report: ReportOptions
  /// Nothing where nothing is to be written.
  let output: String?
  private let console = Console()
  private let stopwatch = Stopwatch()

  init(options: SiteOptions, report: ReportOptions, output: String?) {
    self.options = options
    self.report = report
    self.output = output
  }

  /// Throws the exit code where it is not 0.
  func run() async throws {
    do {
      let hasErrors = try await build()
      if hasErrors { throw ExitCode(1) }
    } catch let failure as BuildFailure {
      console.clearProgress()
      console.say("error: \(failure.message)\n   = help: \(failure.help)")
      throw ExitCode(2)
    }
  }

  private func build() async throws(BuildFailure) -> Bool {
    let stopwatch = stopwatch
    let console = console
    let quiet = report.quiet
    let runner = StageRunner(width: options.jobs ?? Processors.count)
    let pipeline = SitePipeline(runner: runner, strict: options.strict) { stage in
      stopwatch.start(stage?.rawValue)
      // A line that comes and goes within a second would only flicker.
      if let stage, !quiet, stopwatch.total > 1 { console.progress("\(stage.rawValue) …") }
    }
    let builder = SiteBuilder(
      site: options.site, options: options.buildOptions, pipeline: pipeline)
    stopwatch.start("load")
    let build = try await builder.build()
    var diagnostics = build.diagnostics
    var summary: OutputCommitter.Summary?
    if let output, !build.hasErrors {
      stopwatch.start("commit")
      let commit = try await builder.commit(build, to: output) { event in
        if event == .waiting { console.say("another build is writing; waiting for it") }
      }
      diagnostics += commit.diagnostics
      summary = commit.summary
    }
    stopwatch.start(nil)
    console.clearProgress()
    show(diagnostics, of: build, summary)
    return diagnostics.contains { $0.severity == .error }
  }

  private func show(
    _ diagnostics: [Diagnostic], of build: SiteBuild, _ summary: OutputCommitter.Summary?
  ) {
    let sources = build.sources(of: diagnostics)
    console.show(diagnostics, overrides: build.overrides, as: report.format) { sources[$0] }
    if report.timings { console.say(TimingTable(stopwatch.laps).text) }
    guard !report.quiet else { return }
    console.say(
      Summary(build: build, diagnostics: diagnostics, commit: summary, seconds: stopwatch.total)
        .text)
  }
}

extension SiteBuild {
  /// The text files that findings point at, by path: those of the site, and finished pages.
  fileprivate func sources(of diagnostics: [Diagnostic]) -> [String: SourceFile] {
    let paths = Set(
      diagnostics.flatMap { [$0.location] + $0.notes.map(\.location) }.compactMap { $0?.path })
    guard !paths.isEmpty else { return [:] }
    let written = (input.content + input.templates + input.assets).filter {
      paths.contains($0.path)
    }
    let finished = (rendered?.artifacts ?? []).compactMap { artifact -> SourceFile? in
      let path = "public/" + artifact.path
      guard paths.contains(path), let bytes = artifact.bytes else { return nil }
      return SourceFile(path: path, bytes: bytes)
    }
    return Dictionary(
      (written + finished).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
