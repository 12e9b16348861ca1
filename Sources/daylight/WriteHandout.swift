import ArgumentParser
import DaylightBuild
import DaylightSite
import DaylightStarter

struct WriteHandout: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handout",
    abstract: "Write a page or a reading path as one file to print.",
    discussion: """
      The file has the name, address and telephone number of the practice at its top, the date, the \
      text, and the helplines of your region at its end. Pictures are in it, so it needs nothing \
      else. It is not published. Open it in a browser and print it, or save it as a PDF there.

      Without ‘--output’ it is written to the folder ‘handouts’ beside ‘content’, under the quiet \
      title of the page. A handout of the same name is replaced, no other file is.

      Examples:
        daylight handout content/signs/overview.md
        daylight handout signs/overview
        daylight handout paths/after-leaving
        daylight handout grief --output ~/Desktop/reading.html

      Exit codes: 0 written, 1 there is no such page, the file cannot be there or the site has \
      errors, 2 a system error, 64 the command was not understood.
      """)

  @OptionGroup var options: SiteOptions

  @Option(
    help: ArgumentHelp("The file to write, or its folder.", valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Print only errors.")
  var quiet = false

  @Argument(
    help: ArgumentHelp("A page or a reading path: its file, or its address.", valueName: "page"),
    completion: .file(extensions: ["md"]))
  var page: String

  func validate() throws {
    try EmptyPath.refuse([page], as: "The page")
    try EmptyPath.refuse(output.map { [$0] } ?? [], as: "‘--output’")
  }

  func run() async throws {
    let console = Console()
    do {
      let build = try await SiteBuilder(
        site: options.site, options: options.buildOptions,
        pipeline: SitePipeline(runner: options.runner, strict: options.strict),
        theme: BuiltInTheme.files
      ).build()
      let file = try Handout(site: options.site, build: build).write(page, to: output)
      if !quiet { console.say("Written: \(file). Open it in a browser to print it.") }
    } catch let refusal as Handout.Refusal {
      console.say("error: \(refusal.message)\n   = help: \(refusal.help)")
      throw ExitCode(1)
    } catch let failure as BuildFailure {
      console.say("error: \(failure.message)\n   = help: \(failure.help)")
      throw ExitCode(2)
    }
  }
}
