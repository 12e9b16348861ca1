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

  @Option(help: ArgumentHelp("Where the finished site goes.", valueName: "folder"))
  var output: String?

  func run() async throws {
    try await BuildRun(options: options, output: output ?? options.site + "/public").run()
  }
}

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find everything that ‘build’ would find, and write nothing.")

  @OptionGroup var options: SiteOptions

  func run() async throws { try await BuildRun(options: options, output: nil).run() }
}
