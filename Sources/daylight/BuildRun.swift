import DaylightBuild
import DaylightSite
import DaylightSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One run of `build` or `check`, with what it says on the way and at the end.
struct BuildRun {
  let options: SiteOptions
  let report: ReportOptions
  /// Nothing where nothing is to be written.
  let output: String?
  private let isFull: Bool
  private let console = Console()
  private let stopwatch = Stopwatch()

  /// - Parameter isFull: whether to build even where nothing has changed since the last build.
  init(options: SiteOptions, report: ReportOptions, output: String?, isFull: Bool) {
    self.options = options
    self.report = report
    self.output = output
    self.isFull = isFull
  }

  /// Ends the process.
  func run() async -> Never {
    do throws(BuildFailure) {
      let outcome = try await build()
      // The system takes back the memory of a large site at once. To give it back piece by piece
      // would take a twentieth of the build.
      withExtendedLifetime(outcome) { exit(outcome.hasErrors ? 1 : 0) }
    } catch {
      console.clearProgress()
      console.say("error: \(error.message)\n   = help: \(error.help)")
      exit(2)
    }
  }

  private struct Outcome {
    let hasErrors: Bool
    /// Nothing where the last build still stands.
    let build: SiteBuild?
  }

  private func build() async throws(BuildFailure) -> Outcome {
    let settings = options.buildOptions
    let builder = SiteBuilder(site: options.site, options: settings, pipeline: pipeline)
    stopwatch.start("look")
    let beginning = Clock.nanoseconds
    let scan = try builder.scan()
    let inputs = BuildInputs(sources: scan, options: settings, circumstances: circumstances)
    if !isFull, let receipt = await receipts?.standing(for: inputs.digest) {
      stopwatch.start(nil)
      console.show(receipt.report, as: report.format)
      sayHowItWent("\(receipt.summary), nothing has changed")
      return Outcome(hasErrors: false, build: nil)
    }

    let staging = try await staging()
    stopwatch.start("load")
    let build = try await builder.build(scan, into: staging)
    var diagnostics = build.diagnostics
    var commit: SiteBuilder.Commit?
    if let staging, !build.hasErrors {
      stopwatch.start("commit")
      commit = try await builder.commit(build, in: staging)
      diagnostics += commit?.diagnostics ?? []
    }
    stopwatch.start(nil)
    console.clearProgress()
    let sources = build.sources(of: diagnostics)
    let found = console.report(diagnostics, overrides: build.overrides, as: report.format) {
      sources[$0]
    }
    console.show(found, as: report.format)
    let summary = Summary(build: build, diagnostics: diagnostics)
    sayHowItWent(summary.text(commit?.summary))
    // What was found in the output folder is mended by now, and not to be said again.
    if let commit, commit.diagnostics.isEmpty, scan.value.isSettled(at: beginning) {
      receipts?.keep(inputs: inputs.digest, report: found, summary: summary.work)
    }
    return Outcome(hasErrors: diagnostics.contains { $0.severity == .error }, build: build)
  }

  private func staging() async throws(BuildFailure) -> OutputStaging? {
    guard let output else { return nil }
    return try await OutputStaging.open(output: output) { event in
      if event == .waiting { console.say("another build is writing; waiting for it") }
    }
  }

  private var pipeline: SitePipeline {
    let stopwatch = stopwatch
    let console = console
    let quiet = report.quiet
    let runner = StageRunner(width: options.jobs ?? Processors.count)
    return SitePipeline(runner: runner, strict: options.strict) { stage in
      stopwatch.start(stage?.rawValue)
      // A line that comes and goes within a second would only flicker.
      if let stage, !quiet, stopwatch.total > 1 { console.progress("\(stage.rawValue) …") }
    }
  }

  /// Nothing where nothing is written, or where the program cannot tell which one it is.
  private var receipts: ReceiptFile? {
    guard let output, Executable.identity != nil else { return nil }
    return ReceiptFile(site: options.site, output: output)
  }

  private var circumstances: [String] {
    [
      Executable.identity ?? "", output ?? "", "\(options.strict)", report.format.rawValue,
      "\(console.isInColour)",
    ]
  }

  private func sayHowItWent(_ text: String) {
    if report.timings { console.say(TimingTable(stopwatch.laps).text) }
    if !report.quiet { console.say("\(text), \(Summary.time(stopwatch.total))") }
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
    let finished = (rendered.map { Array($0.artifacts.values) } ?? []).compactMap {
      artifact -> SourceFile? in
      let path = "public/" + artifact.path
      guard paths.contains(path), let bytes = artifact.bytes else { return nil }
      return SourceFile(path: path, bytes: bytes)
    }
    return Dictionary(
      (written + finished).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
