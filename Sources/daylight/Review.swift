import ArgumentParser
import DaylightBuild
import DaylightSite
import DaylightSyntax

struct Review: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Sign the text of a page as reviewed.",
    discussion: """
      Run it when the reviewer whom the front matter names has read the page as it is now. The page \
      then shows the review until its words change. Signatures are kept in ‘content/reviews.lock’.
      """)

  @OptionGroup var options: SiteOptions

  @Flag(help: "Say nothing when all is well.")
  var quiet = false

  @Argument(help: ArgumentHelp("The pages, as in content/signs/overview.md.", valueName: "page"))
  var pages: [String]

  func run() async throws {
    let console = Console()
    let pipeline = SitePipeline(runner: StageRunner(width: options.jobs ?? Processors.count))
    var buildOptions = options.buildOptions
    buildOptions.drafts = true
    do {
      let builder = SiteBuilder(site: options.site, options: buildOptions, pipeline: pipeline)
      let signing = ReviewSigning(site: options.site, build: try await builder.build())
      try signing.write(try signing.lock(signing: pages))
      if !quiet { console.say("Signed: \(pages.joined(separator: ", "))") }
    } catch let refusal as ReviewSigning.Refusal {
      console.say("error: \(refusal.message)\n   = help: \(refusal.help)")
      throw ExitCode(1)
    } catch let failure as BuildFailure {
      console.say("error: \(failure.message)\n   = help: \(failure.help)")
      throw ExitCode(2)
    }
  }
}
