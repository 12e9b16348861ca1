import ArgumentParser
import DaylightSyntax

/// The options of the commands that build once and report.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The format of findings: ‘text’ for people, ‘line’ for editors, the others for programs.",
      valueName: "format"))
  var format: DiagnosticFormat = .text

  @Option(help: ArgumentHelp("The lowest level of findings to show.", valueName: "level"))
  var level = Diagnostic.Severity.note

  @Option(
    name: .customLong("max-grade"),
    help: ArgumentHelp(
      "Make every section above this reading grade an error, such as 8.", valueName: "grade"))
  var maximumGrade: Double?

  @Flag(help: "List every note instead of one line per kind.")
  var notes = false

  @Flag(help: "Show how long each stage took, and the peak memory by then.")
  var timings = false

  @Flag(help: "Print only warnings and errors.")
  var quiet = false

  func validate() throws {
    if let maximumGrade, !(0...30).contains(maximumGrade) {
      throw ValidationError("‘--max-grade’ is a year of school, such as 8.")
    }
    if notes, level != .note {
      throw ValidationError("‘--notes’ lists what ‘--level \(level.rawValue)’ hides: use only one.")
    }
  }

  var report: RunReport {
    var report = RunReport()
    report.format = format
    report.level = level
    report.listsNotes = notes
    report.isQuiet = quiet
    return report
  }
}

extension DiagnosticFormat: ExpressibleByArgument {}

extension Diagnostic.Severity: ExpressibleByArgument {}
