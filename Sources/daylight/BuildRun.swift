import ArgumentParser
import DaylightBuild
import DaylightModel
import DaylightSite
import DaylightSpelling
import DaylightStarter
import DaylightSyntax
import DaylightTheme
import Platform

/// One run of `build` or `check`, including what it prints.
struct BuildRun {
  let options: SiteOptions
  let report: ReportOptions
  /// Nil if nothing is to be written.
  let output: String?
  /// The only files to check, as named on the command line; empty for the whole site.
  let files: [String]
  private let isFull: Bool
  /// Whether to save how hard each page is to read.
  private let savesGrades: Bool
  /// Whether other sites are asked.
  private let isOnline: Bool
  /// Whether spelling is checked.
  private let checksSpelling: Bool
  private let console: Console
  private let stopwatch = Stopwatch()

  /// - Parameters:
  ///   - isFull: whether to build even if nothing has changed since the last build.
  ///   - checksSpelling: nil for what `build` and `check` do: only a check takes the time for it.
  init(
    options: SiteOptions, report: ReportOptions, output: String?, files: [String] = [],
    isFull: Bool, savesGrades: Bool = false, isOnline: Bool = false,
    checksSpelling: Bool? = nil
  ) {
    self.options = options
    self.report = report
    console = Console(isQuiet: report.quiet)
    self.output = output
    self.files = files
    self.isFull = isFull
    self.savesGrades = savesGrades
    self.isOnline = isOnline
    self.checksSpelling = checksSpelling ?? (output == nil)
  }

  /// Ends the process.
  func run() async throws -> Never {
    do {
      let outcome = try await build()
      // The system reclaims the memory of a large site at once. Freeing it piece by piece would add
      // a twentieth to the build.
      withExtendedLifetime(outcome) { exit(outcome.hasErrors ? 1 : 0) }
    } catch let failure as BuildFailure {
      console.clearProgress()
      console.say("error: \(failure.message)\n   = help: \(failure.help)")
      exit(2)
    }
  }

  struct Outcome {
    let hasErrors: Bool
    /// Nil if the site was already up to date.
    let build: SiteBuild?
  }

  func build() async throws -> Outcome {
    if let output { try OutputPlace.check(output, of: options.site) }
    var settings = options.buildOptions
    settings.maximumGrade = report.maximumGrade
    let console = console
    let builder = SiteBuilder(
      site: options.site, options: settings, pipeline: pipeline, theme: BuiltInTheme.files,
      keepsPhotos: output != nil
    ) { count in
      console.progress("Making \(Summary.counted(count, "photograph")) ready …")
    }
    stopwatch.start("scan")
    let beginning = SystemClock.nanoseconds
    // Side by side, because asking a disk about every file is all the work if nothing has changed.
    let (scanned, receipt) = await pipeline.runner.both {
      Result { () throws(BuildFailure) in try builder.scan() }
    } and: {
      isFull ? nil : await receipts?.current()
    }
    let scan = try scanned.get()
    let inputs = BuildInputs(sources: scan, options: settings, environment: environment)
    if let receipt, receipt.inputs == inputs.digest {
      stopwatch.start(nil)
      console.show(receipt.report, as: report.format)
      printSummary(
        "\(receipt.summary), nothing has changed",
        outcome: "Site unchanged: " + Summary.home(in: output ?? ""))
      return Outcome(hasErrors: false, build: nil)
    }

    let selection = try select(among: scan.value)
    let staging = try await staging()
    let signals = staging.map { staging in StopSignals { staging.abandon() } }
    defer { withExtendedLifetime(signals) { staging?.finish() } }
    stopwatch.start("load")
    console.progress("Reading the files …")
    let build = try await builder.build(scan, into: staging)
    var diagnostics = build.diagnostics
    var commit: SiteBuilder.Commit?
    if let staging, !build.hasErrors {
      stopwatch.start("commit")
      console.progress("Writing the site …")
      commit = try await builder.commit(build, in: staging)
      diagnostics += commit?.diagnostics ?? []
    }
    if isOnline {
      stopwatch.start("online")
      diagnostics = (diagnostics + (try await online(build))).sorted()
    }
    stopwatch.start(nil)
    console.clearProgress()
    if savesGrades, !build.hasErrors { try save(GradeList(build)) }
    if let selection { diagnostics = diagnostics.filter { selection.contains($0, of: build) } }
    // A large site has notes on every page, and people see them only if they ask for them.
    let showsNotes = report.notes || report.format != .text
    let sources = build.sources(of: diagnostics.filter { showsNotes || $0.severity > .note })
    var found: [UInt8] = []
    report.report.append(
      diagnostics, overrides: build.overrides, sources: { sources[$0] },
      inColour: console.usesColour, to: &found)
    console.show(found, as: report.format)
    let index = build.index.value
    if index.withheld.isEmpty, !report.quiet, let list = HeldBack(index.unpublished).list {
      console.say(list)
    }
    let summary = Summary(build: build, diagnostics: diagnostics, selection: selection)
    printSummary(summary.text(commit?.summary), outcome: summary.outcome(output: output))
    // Findings about the output folder are resolved by this commit and must not be repeated.
    if let commit, commit.diagnostics.isEmpty, scan.value.isSettled(at: beginning) {
      receipts?.save(inputs: inputs.digest, report: found, summary: summary.kept)
    }
    return Outcome(hasErrors: diagnostics.contains { $0.severity == .error }, build: build)
  }

  private func save(_ grades: GradeList) throws(BuildFailure) {
    try replaceFiles([("grades.lock", Array(grades.text.utf8))], in: options.site + "/content")
    console.say("Saved the grades of \(grades.entries.count) pages in content/grades.lock.")
  }

  /// The only files to check; nil for the whole site.
  private func select(among files: SourceSnapshot) throws -> SourceSelection? {
    guard !self.files.isEmpty else { return nil }
    do throws(SourceSelection.Refusal) {
      return try SourceSelection(
        self.files, in: WorkingFolder.path, of: options.site, among: files.entries.map(\.path))
    } catch {
      throw ValidationError(error.message)
    }
  }

  private func online(_ build: SiteBuild) async throws(BuildFailure) -> [Diagnostic] {
    let console = console
    return try await OnlineCheck(
      site: options.site, client: CurlClient(), now: Int(SystemClock.nanoseconds / 1_000_000_000),
      seconds: { SystemClock.monotonicSeconds },
      sleep: { try? await Task.sleep(for: .seconds($0)) }
    ).findings(of: build) { done, all in
      console.progress("Asked for \(done) of \(all) pages of other sites …")
    }
  }

  private func staging() async throws(BuildFailure) -> OutputStaging? {
    guard let output else { return nil }
    return try await OutputStaging.open(output: output) { event in
      if event == .waiting { console.say("Waiting until another build has written its site.") }
    }
  }

  private var pipeline: SitePipeline {
    let stopwatch = stopwatch
    let console = console
    let runner = options.runner
    return SitePipeline(
      runner: runner, strict: options.strict,
      dictionaries: checksSpelling ? HunspellDictionaries() : nil
    ) { stage in
      stopwatch.start(stage?.rawValue)
      if let stage { console.progress(stage.inProgress) }
    }
  }

  /// Nil if nothing is written, or if the program cannot identify itself.
  private var receipts: ReceiptFile? {
    guard let output, Executable.identity != nil else { return nil }
    return ReceiptFile(site: options.site, output: output, runner: options.runner)
  }

  private var environment: [String] {
    [
      Executable.identity ?? "", output ?? "", report.format.rawValue, report.level.rawValue,
      "\(options.strict)", "\(report.notes)", "\(report.quiet)", "\(console.usesColour)",
      "\(checksSpelling)",
    ]
  }

  private func printSummary(_ work: String, outcome: String) {
    if report.timings { console.say(TimingTable(stopwatch.laps).text) }
    if !report.quiet { console.say("\(work), \(Summary.time(stopwatch.total))\n\(outcome)") }
  }
}

extension SiteBuild {
  /// The source files and finished pages that findings point to, by path. Of sources, no bytes are
  /// read yet: they may be outside of memory, and few findings are shown.
  func sources(of findings: [Diagnostic]) -> [String: SourceFile] {
    let paths = Set(
      findings.lazy.flatMap { [$0.location] + $0.notes.map(\.location) }.compactMap { $0?.path })
    guard !paths.isEmpty else { return [:] }
    var files: [String: SourceFile] = [:]
    for file in input.sharedContent where paths.contains(file.path) { files[file.path] = file }
    for artifact in rendered.map({ Array($0.artifacts.values) }) ?? [] {
      let path = "public/" + artifact.path
      guard paths.contains(path), let bytes = artifact.bytes else { continue }
      files[path] = SourceFile(path: path, bytes: bytes)
    }
    for path in paths where files[path] == nil { files[path] = source(path) }
    return files
  }
}
