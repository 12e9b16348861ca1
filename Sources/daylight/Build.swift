import ArgumentParser
import DaylightBuild
import DaylightSyntax

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build the site and write it to ‘public’.",
    discussion: """
      Unchanged files are not rewritten. Files of an earlier build that the site no longer has are \
      removed; files that Daylight did not write are left alone. With errors, nothing is written.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var report: ReportOptions

  @Option(help: ArgumentHelp("The folder for the finished site.", valueName: "folder"))
  var output: String?

  @Flag(help: "Rebuild everything, even if nothing has changed since the last build.")
  var full = false

  func validate() throws { try EmptyPath.refuse(output.map { [$0] } ?? [], as: "‘--output’") }

  func run() async throws {
    let output = output ?? options.site + "/public"
    try await BuildRun(options: options, report: report, output: output, isFull: full).run()
  }
}

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Report everything that ‘build’ would report, without writing anything.",
    discussion: """
      If you name files or folders, only findings in them are shown and counted. The rest of the \
      site is still read, because links lead there.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var report: ReportOptions

  @Flag(help: "First remove revealing metadata from pictures. Nothing else is changed.")
  var fix = false

  @Argument(help: ArgumentHelp("The only files to check.", valueName: "file"))
  var files: [String] = []

  func validate() throws { try EmptyPath.refuse(files, as: "One of the files to check") }

  func run() async throws {
    if fix { try FixRun(site: options.site, files: files).run() }
    try await BuildRun(options: options, report: report, output: nil, files: files, isFull: true)
      .run()
  }
}
