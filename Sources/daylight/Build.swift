import ArgumentParser
import DaylightBuild
import DaylightSite
import DaylightSyntax

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build the site and write it to ‘public’.",
    discussion: """
      Files whose bytes did not change are left alone, files that Daylight wrote before and no \
      longer makes are removed, and files that it did not write stay. With errors, nothing changes.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var report: ReportOptions

  @Option(help: ArgumentHelp("Where the finished site goes.", valueName: "folder"))
  var output: String?

  @Flag(help: "Make everything again, even where nothing has changed since the last build.")
  var full = false

  func run() async throws {
    let output = output ?? options.site + "/public"
    try await BuildRun(options: options, report: report, output: output, isFull: full).run()
  }
}

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find everything that ‘build’ would find, and write nothing.",
    discussion: """
      With names of files or folders, only what is found in them is shown and counts; the rest of \
      the site is read all the same, since links lead there.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var report: ReportOptions

  @Flag(help: "First take out of pictures what their metadata gives away. Nothing else is changed.")
  var fix = false

  @Argument(help: ArgumentHelp("The files to look at alone.", valueName: "file"))
  var files: [String] = []

  func run() async throws {
    if fix { try FixRun(site: options.site, files: files).run() }
    try await BuildRun(options: options, report: report, output: nil, files: files, isFull: true)
      .run()
  }
}
