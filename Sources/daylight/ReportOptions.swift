import ArgumentParser
import DaylightSyntax

/// The options of the commands that build once and report.
struct ReportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How findings are written.", valueName: "format"))
  var format: DiagnosticFormat = .text

  @Flag(help: "Show how long each stage took, and the memory held by then.")
  var timings = false

  @Flag(help: "Say nothing but findings.")
  var quiet = false
}

extension DiagnosticFormat: ExpressibleByArgument {}
