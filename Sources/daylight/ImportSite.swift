import ArgumentParser
import DaylightBuild
import DaylightImport
import DaylightSite
import DaylightSyntax

struct ImportSite: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a new site from one of another tool, or from what WordPress exported.",
    discussion: """
      Reads the pages of a site made with Hugo, Jekyll, Eleventy, Astro Starlight, MkDocs, Obsidian \
      or Quartz, a folder of Markdown, or the file that WordPress or Squarespace exported. Writes a \
      new folder with ‘content’ and ‘import-report.md’, which says what is left for you. Nothing in \
      the source is changed, and nothing is fetched from the internet.

      What could not be turned is a comment in the text that begins with TODO, which readers never \
      see.

      Examples:
        daylight import ~/Sites/old-site --into new-site
        daylight import export.xml --into new-site
        daylight import ~/Sites/old-site --into new-site --dry-run

      Exit codes: 0 imported, 1 nothing could be imported, 2 a system error, 64 the command was \
      not understood.
      """)

  @Option(
    help: ArgumentHelp(
      "The folder to make. It must not be there, or be empty.", valueName: "folder"))
  var into: String

  @Option(
    help: ArgumentHelp(
      "What made the source, if it is not recognised: "
        + ForeignKind.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "kind"))
  var from: ForeignKind?

  @Option(
    help: ArgumentHelp(
      "The language to import, if the source has several, such as ‘es’.", valueName: "language"))
  var language: String?

  @Flag(name: .customLong("dry-run"), help: "Say what would be imported, and write nothing.")
  var isDryRun = false

  @Option(help: ArgumentHelp("How many processors to use.", valueName: "count"))
  var jobs: Int?

  @Argument(
    help: ArgumentHelp("The folder of the old site, or the exported file.", valueName: "source"))
  var source: String

  func validate() throws {
    try EmptyPath.refuse([source], as: "The source")
    try EmptyPath.refuse([into], as: "‘--into’")
    try SiteOptions.validate(baseURL: nil, jobs: jobs)
  }

  func run() async throws {
    let console = Console()
    do {
      let run = ImportRun(
        source: source, target: into, kind: from, language: language, isDryRun: isDryRun,
        jobs: jobs,
        options: try SiteOptions.parse([]).buildOptions, version: Daylight.configuration.version,
        console: console)
      try await run.run()
    } catch let refusal as ImportRun.Refusal {
      console.say("error: \(refusal.message)\n   = help: \(refusal.help)")
      throw ExitCode(1)
    } catch let failure as BuildFailure {
      console.say("error: \(failure.message)\n   = help: \(failure.help)")
      throw ExitCode(2)
    }
  }
}

extension ForeignKind: ExpressibleByArgument {}
