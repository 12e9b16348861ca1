import ArgumentParser
import DaylightBuild
import DaylightModel
import DaylightSite
import DaylightStarter
import DaylightSyntax

struct Calendar: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Write a calendar of the reviews, helplines and sources that are due.",
    discussion: """
      Writes ‘due-dates.ics’ beside ‘content’, which every calendar program can import: a day for \
      each review, for helplines \(HelpDirectory.warningDays) days after they were last checked, for \
      sources three years after, and for pages that expire. What is overdue, or was never checked, \
      is due today. Dates of pages move when the file is imported again; the others are added, so \
      import it into a calendar of its own, and empty that one first.

      Examples:
        daylight calendar
        daylight calendar --output ~/practice.ics
        daylight calendar --output - | grep SUMMARY
      """)

  @OptionGroup var options: SiteOptions

  @Option(
    help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Print only errors.")
  var quiet = false

  func validate() throws {
    try EmptyPath.refuse([output].compactMap(\.self), as: "‘--output’")
    if let output, output != "-", !output.hasSuffix(".ics") {
      throw ValidationError(
        "‘\(output)’ does not end in .ics: a calendar replaces the file of that name.")
    }
  }

  func run() async throws {
    let console = Console(isQuiet: quiet)
    do throws(BuildFailure) {
      if let output, output != "-" { try OutputPlace.check(file: output, of: options.site) }
      let build = try await SiteBuilder(
        site: options.site, options: options.buildOptions,
        pipeline: SitePipeline(runner: options.runner) { stage in
          if let stage { console.progress(stage.inProgress) }
        }, theme: BuiltInTheme.files
      ).build()
      let configuration = build.index.value.configuration
      let dates = DueDates(build)
      let calendar = ICalendar(
        dates, name: "\(configuration.name.value): due dates",
        host: build.index.value.baseURL?.host ?? "localhost")
      if build.hasErrors {
        console.say("The site has errors, so a date may be missing: see ‘daylight check’.")
      }
      guard output != "-" else { return console.show(calendar.bytes) }
      let path = output ?? options.site + "/due-dates.ics"
      let slash = path.lastIndex(of: "/")
      try replaceFiles(
        [(String(path[(slash.map(path.index(after:)) ?? path.startIndex)...]), calendar.bytes)],
        in: slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ".")
      if !quiet {
        console.say("Written: \(path) (\(Summary.counted(dates.all.count, "date")))")
      }
    } catch {
      console.say("error: \(error.message)\n   = help: \(error.help)")
      throw ExitCode(2)
    }
  }
}
