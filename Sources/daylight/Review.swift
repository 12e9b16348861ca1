import ArgumentParser
import DaylightBuild
import DaylightModel
import DaylightSite
import DaylightStarter
import DaylightSyntax

struct Review: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "List the reviews that need attention, or sign pages as reviewed.",
    discussion: """
      Without a page, lists what is overdue, changed, unsigned or due. With pages, signs them: run \
      it when the reviewer named in the front matter has read the page exactly as it is now. The \
      page then shows the review until its words change. Each signature is a line added to \
      ‘content/reviews.lock’; lines are never removed. \
      A review that no longer counts is withdrawn with ‘--scope withdrawn’, which adds a line, too.

      Examples:
        daylight review
        daylight review content/signs/overview.md
        daylight review content/signs/overview.md --reviewer ann --note "Read with Dana"
        daylight review --report

      Exit codes: 0 listed or signed, 1 a page cannot be signed, 2 a system error, 64 the command was \
      not understood.
      """)

  @OptionGroup var options: SiteOptions

  @Option(help: ArgumentHelp("Who signs, if a page names several reviewers.", valueName: "id"))
  var reviewer: String?

  @Option(
    help: "What was read: the whole page, or only the changes since it was signed; or withdrawn.")
  var scope = ReviewLock.Scope.whole

  @Option(help: ArgumentHelp("A note to keep with the signature.", valueName: "text"))
  var note = ""

  @Option(help: ArgumentHelp("The format of the list: text or json.", valueName: "format"))
  var format: DiagnosticFormat = .text

  @Flag(help: "Write a record of all reviews for an audit: review-report.md and .csv.")
  var report = false

  @Flag(help: "Print only errors.")
  var quiet = false

  @Argument(
    help: ArgumentHelp("Files, as in content/signs/overview.md.", valueName: "page"),
    completion: .file(extensions: ["md"]))
  var pages: [String] = []

  func validate() throws {
    try EmptyPath.refuse(pages, as: "One of the pages to sign")
    guard format == .text || format == .json else {
      throw ValidationError("‘review’ supports only ‘--format text’ and ‘--format json’.")
    }
    if report, !pages.isEmpty { throw ValidationError("‘--report’ covers all pages: name none.") }
  }

  func run() async throws {
    let console = Console(isQuiet: quiet)
    let pipeline = SitePipeline(runner: options.runner) { stage in
      if let stage { console.progress(stage.inProgress) }
    }
    /// What readers see, or all that is there.
    func made(drafts: Bool) async throws -> SiteBuild {
      var buildOptions = options.buildOptions
      buildOptions.drafts = drafts
      return try await SiteBuilder(
        site: options.site, options: buildOptions, pipeline: pipeline, theme: BuiltInTheme.files
      ).build()
    }
    do {
      let build = try await made(drafts: true)
      let signing = ReviewSigning(site: options.site, build: build)
      if report {
        let files = try signing.write(ReviewReport(build))
        if !quiet { console.say("Written: \(files.joined(separator: ", "))") }
      } else if pages.isEmpty {
        let list = ReviewList(build)
        console.show(format == .json ? list.json : Array(list.text.utf8))
      } else {
        let published = ReviewSigning(site: options.site, build: try await made(drafts: false))
        let signatures = try pages.map { page in
          try (published.isPublished(page) ? published : signing).signature(
            .init(page: page, reviewer: reviewer, scope: scope, note: note))
        }
        try signing.append(signatures)
        if !quiet {
          console.say(
            (scope == .withdrawn ? "Withdrawn: " : "Signed: ")
              + signatures.map { "\($0.page) by \($0.signer.id)" }.joined(separator: ", "))
        }
      }
    } catch let refusal as ReviewSigning.Refusal {
      console.say("error: \(refusal.message)\n   = help: \(refusal.help)")
      throw ExitCode(1)
    } catch let failure as BuildFailure {
      console.say("error: \(failure.message)\n   = help: \(failure.help)")
      throw ExitCode(2)
    }
  }
}

extension ReviewLock.Scope: ExpressibleByArgument {}
