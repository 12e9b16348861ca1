import ArgumentParser
import DaylightBuild
import DaylightSite
import DaylightSpelling
import DaylightSyntax

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the site and write it to ‘public’.",
    discussion: """
      Unchanged files are not rewritten. Files of an earlier build that the site no longer has are \
      removed; files that Daylight did not write are left alone. With errors, nothing is written.

      Examples:
        daylight build
        daylight build --site ~/my-site
        daylight build --drafts --output preview
        daylight build --now 2026-12-01 --base-url https://example.org/

      Exit codes: 0 the site is built, 1 it has errors to fix, 2 a system error (disk, permissions), \
      64 the command was not understood.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var report: ReportOptions

  @Option(
    help: ArgumentHelp("The folder for the finished site.", valueName: "folder"),
    completion: .directory)
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
    commandName: "check",
    abstract: "Report everything that ‘build’ would report, without writing anything.",
    discussion: """
      If you name files or folders, only findings in them are shown and counted. The rest of the \
      site is still read, because links lead there.

      With ‘--fix’, what is sure is fixed first: revealing metadata is removed from pictures, and \
      texts get the level that a heading should have, the more common of two spellings, spaces in \
      the place of tabs, and no space before a full stop. The changes of texts are shown, and \
      written when you agree.

      With ‘--online’, other sites are asked for the pages that yours links to, and the register of \
      DOIs for the titles of your sources: each address once a day, each site once a second. Your \
      internet address and the addresses of these pages are all they learn.

      Examples:
        daylight check
        daylight check content/help.md content/signs
        daylight check --fix
        daylight check --online
        daylight check --strict --format github

      Exit codes: 0 no errors, 1 there are errors to fix, 2 a system error, 64 the command was not \
      understood.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var report: ReportOptions

  @Flag(help: "First fix what needs no decision by you.")
  var fix = false

  @Flag(help: "Write what ‘--fix’ shows without asking.")
  var yes = false

  @Flag(
    name: .customLong("save-grades"),
    help: "Save how hard each page is to read, so that one that gets harder is a warning.")
  var savesGrades = false

  @Flag(help: "Ask other sites whether the pages that yours links to are still there.")
  var online = false

  @Argument(
    help: ArgumentHelp("The only files to check.", valueName: "file"), completion: .file())
  var files: [String] = []

  func validate() throws {
    try EmptyPath.refuse(files, as: "One of the files to check")
    if yes, !fix { throw ValidationError("‘--yes’ agrees to what ‘--fix’ shows: add ‘--fix’.") }
  }

  func run() async throws {
    if fix {
      try await FixRun(
        options: options, files: files, agrees: yes,
        pipeline: SitePipeline(
          runner: options.runner, strict: options.strict, dictionaries: HunspellDictionaries())
      ).run()
    }
    try await BuildRun(
      options: options, report: report, output: nil, files: files, isFull: true,
      savesGrades: savesGrades, isOnline: online
    ).run()
  }
}
