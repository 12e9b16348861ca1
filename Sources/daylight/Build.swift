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
    await BuildRun(options: options, report: report, output: output, isFull: full).run()
  }
}

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find everything that ‘build’ would find, and write nothing.")

  @OptionGroup var options: SiteOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    await BuildRun(options: options, report: report, output: nil, isFull: true).run()
  }
}
