import ArgumentParser
import DaylightSyntax

struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what is installed, found, missing and old on this computer.",
    discussion: """
      Looks at the site in this folder, at the programs that Daylight can use, and at the computer, \
      and says what to do where something is missing. Nothing is changed, and nothing is sent.

      There are no names, addresses or folders of yours in what it prints, so you can show it to \
      somebody who helps you.

      Examples:
        daylight doctor
        daylight doctor --site ~/my-site
        daylight doctor --format json

      Exit codes: 0 Daylight can work, 1 something that it needs is broken, 64 the command was not \
      understood.
      """)

  @Option(
    help: ArgumentHelp("The folder with ‘content’ and ‘templates’.", valueName: "folder"))
  var site = "."

  @Option(help: ArgumentHelp("The format: text or json.", valueName: "format"))
  var format: DiagnosticFormat = .text

  func validate() throws {
    try EmptyPath.refuse([site], as: "‘--site’")
    guard format == .text || format == .json else {
      throw ValidationError("‘doctor’ supports only ‘--format text’ and ‘--format json’.")
    }
  }

  func run() async throws {
    let facts = await DoctorProbe(
      site: site, version: Daylight.configuration.version, today: .today()
    ).facts()
    let report = DoctorReport(facts)
    Console().show(format == .json ? report.json : Array((report.text + "\n").utf8))
    if report.isBroken { throw ExitCode(1) }
  }
}
