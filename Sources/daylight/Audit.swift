import ArgumentParser
import DaylightBuild
import DaylightModel
import DaylightSyntax
import Platform

struct Audit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Check a folder of finished pages, whatever program made them.",
    discussion: """
      Reads every page, style, script and drawing as a browser would, and reports what could store, \
      send or load something, give a reader away, or lead nowhere. Nothing is written. Hidden files \
      are skipped. For a site of your own, ‘daylight check’ says more: it knows the sources.

      Only finished files are known here, so these rules are not applied: \
      \(FolderAudit.rulesNotApplied.map(\.id).joined(separator: ", ")). They are about what \
      Daylight itself puts on every page, and what site.yaml can allow.

      Examples:
        daylight audit public
        daylight audit _site --base-url https://example.org/practice/
        daylight audit public --format sarif > findings.sarif

      Exit codes: 0 nothing to fix, 1 there are errors, 2 there is no such folder, it has no page, \
      or the system failed, 64 the command was not understood.
      """)

  @Argument(
    help: ArgumentHelp("The folder that holds the finished pages.", valueName: "folder"),
    completion: .directory)
  var folder: String

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "Where the folder is published. Without it, full addresses count as those of other sites.",
      valueName: "address"))
  var baseURL: String?

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Option(help: ArgumentHelp("How many processors to use.", valueName: "count"))
  var jobs: Int?

  @OptionGroup var report: ReportOptions

  func validate() throws {
    try EmptyPath.refuse([folder], as: "The folder to audit")
    try SiteOptions.validate(baseURL: baseURL, jobs: jobs)
  }

  func run() async throws {
    let console = Console(isQuiet: report.quiet)
    let stopwatch = Stopwatch()
    let audit = FolderAudit(
      folder, baseURL: baseURL.flatMap { BaseURL($0) },
      runner: ParallelRunner(width: jobs ?? Processors.count))
    do {
      stopwatch.start("audit")
      console.progress("Checking the finished pages …")
      let result = try await audit.run()
      stopwatch.start(nil)
      let diagnostics = RuleLevels(strict: strict).apply(to: result.diagnostics)
      var format = report.report
      format.command = "daylight audit --notes"
      var found: [UInt8] = []
      format.append(
        diagnostics, sources: { result.sources[$0] }, inColour: console.usesColour, to: &found)
      console.show(found, as: report.format)
      if report.timings { console.say(TimingTable(stopwatch.laps).text) }
      if !report.quiet { console.say(summary(of: result, diagnostics, stopwatch.total)) }
      if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    } catch let failure as BuildFailure {
      console.say("error: \(failure.message)\n   = help: \(failure.help)")
      throw ExitCode(2)
    }
  }

  private func summary(
    of result: FolderAudit.Result, _ diagnostics: [Diagnostic], _ seconds: Double
  ) -> String {
    func counted(_ severity: Diagnostic.Severity) -> String {
      Summary.counted(diagnostics.count { $0.severity == severity }, severity.rawValue)
    }
    let work =
      "\(Summary.counted(result.pages, "page")), \(Summary.counted(result.files, "file")) checked, "
      + "\(counted(.error)), \(counted(.warning)), \(Summary.time(seconds))"
    let hasErrors = diagnostics.contains { $0.severity == .error }
    let outcome = hasErrors ? counted(.error) + " to fix." : "Nothing to fix."
    return work + "\n" + outcome
      + " Exit, help and security policy are not checked here: see ‘daylight audit --help’."
  }
}
