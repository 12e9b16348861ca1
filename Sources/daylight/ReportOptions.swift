import ArgumentParser
import DaylightSyntax

/// The options of the commands that build once and report.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How findings are written: ‘text’ for people, the others whole for programs.",
      valueName: "format"))
  var format: DiagnosticFormat = .text

  @Option(help: ArgumentHelp("The lowest level of findings that are shown.", valueName: "level"))
  var level = Diagnostic.Severity.note

  @Flag(help: "List every note, instead of one line a kind.")
  var notes = false

  @Flag(help: "Show how long each stage took, and the memory held by then.")
  var timings = false

  @Flag(help: "Say nothing but warnings and errors.")
  var quiet = false

  func validate() throws {
    if notes, level != .note {
      throw ValidationError("‘--notes’ lists what ‘--level \(level.name)’ leaves out.")
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

extension Diagnostic.Severity: ExpressibleByArgument {
  public init?(argument: String) {
    guard let severity = Self.allCases.first(where: { $0.name == argument }) else { return nil }
    self = severity
  }

  public static var allValueStrings: [String] { allCases.reversed().map(\.name) }

  public var defaultValueDescription: String { name }
}
