import ArgumentParser
import DaylightBuild
import DaylightModel
import DaylightPublish
import DaylightSyntax
import Platform

struct Publish: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Check and build the site, and send what has changed to where readers find it.",
    discussion: """
      Where that is, ‘publish’ in content/site.yaml says: a folder, here or on a server, that rsync \
      reaches, or a branch that Git pushes.

        publish:
          to: you@example.org:/var/www/resources

        publish:
          branch: gh-pages
          remote: origin

      First the site is checked as by ‘check --strict’ and built. Then you see what will change, and \
      are asked. Only files that Daylight put there are ever changed or removed. What readers had \
      before is kept, and ‘--undo’ brings it back. Drafts are never published.

      Examples:
        daylight publish --dry-run
        daylight publish --first
        daylight publish --yes
        daylight publish --undo

      Exit codes: 0 published or nothing to publish, 1 not published (there are errors, or it was \
      not agreed to), 2 a system error (network, server, disk), 64 the command was not understood.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var report: ReportOptions

  @Option(
    help: ArgumentHelp(
      "The folder to publish to, in place of the one in site.yaml.", valueName: "address"))
  var to: String?

  @Option(help: ArgumentHelp("The branch to publish to, in the same way.", valueName: "name"))
  var branch: String?

  @Option(help: ArgumentHelp("The remote that has the branch.", valueName: "name"))
  var remote: String?

  @Flag(name: .customLong("dry-run"), help: "Show what would change, and change nothing there.")
  var isDryRun = false

  @Flag(help: "Publish without asking.")
  var yes = false

  @Flag(help: "Publish to a place where nothing has been published yet.")
  var first = false

  @Flag(
    name: .customLong("allow-warnings"),
    help: "Publish although there are warnings, as a nightly run does, so that expired pages go.")
  var allowsWarnings = false

  @Flag(help: "Bring the version back that was there before.")
  var undo = false

  func validate() throws {
    try EmptyPath.refuse(to.map { [$0] } ?? [], as: "‘--to’")
    if options.drafts {
      throw ValidationError(
        "Drafts are never published: leave ‘--drafts’ out, or use ‘daylight serve --drafts’.")
    }
    if to != nil, branch != nil {
      throw ValidationError("‘--to’ names a folder and ‘--branch’ a branch: use only one.")
    }
    if remote != nil, branch == nil {
      throw ValidationError("‘--remote’ belongs to ‘--branch’: name the branch, too.")
    }
    if undo, first {
      throw ValidationError(
        "‘--undo’ needs a former version, and ‘--first’ has none: use only one.")
    }
    do throws(AddressFault) {
      _ = try named()
    } catch {
      throw ValidationError("\(error.message): \(error.help).")
    }
  }

  func run() async throws {
    let console = Console()
    do {
      try await PublishRun(self, console: console).run()
    } catch let failure as PublishFailure {
      console.clearProgress()
      console.say("error: \(failure.message)\n   = help: \(failure.help)")
      throw ExitCode(failure.kind == .refused ? 1 : 2)
    } catch let failure as BuildFailure {
      console.clearProgress()
      console.say("error: \(failure.message)\n   = help: \(failure.help)")
      throw ExitCode(2)
    }
  }

  /// What the command line names; nil if that is left to `site.yaml`.
  func named() throws(AddressFault) -> PublishSettings? {
    if let to { return .folder(try FolderAddress(to)) }
    if let branch { return .branch(try BranchAddress(branch, remote: remote ?? "origin")) }
    return nil
  }
}
