import ArgumentParser
import DaylightBuild
import DaylightModel
import DaylightPreview
import DaylightSite
import DaylightStarter
import DaylightSyntax
import Platform

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the site in a browser, and update it on every edit.",
    discussion: """
      The site is built in memory and nothing is written. Open pages update by themselves when you \
      save; errors are shown over the last good page. Press Ctrl-C to stop.

      Examples:
        daylight serve --open
        daylight serve --open --follow
        daylight serve --site ~/my-site --port 8080
        daylight serve --now 2026-12-01

      Exit codes: 0 stopped, 2 a system error, 64 the command was not understood.
      """)

  @OptionGroup var options: SiteOptions

  @Option(help: ArgumentHelp("The first port to try.", valueName: "number"))
  var port = 4000

  @Option(
    help: ArgumentHelp(
      "Listen on this address, not only on this machine.", valueName: "address"))
  var host = "127.0.0.1"

  @Flag(help: "Open the site in the browser.")
  var open = false

  @Flag(help: "Make the browser follow to the page that was edited.")
  var follow = false

  @Flag(help: "Check for changes at intervals, if the system does not report them.")
  var poll = false

  @Option(
    help: ArgumentHelp(
      "The link to a place in a file, with {path}, {line} and {column}.", valueName: "pattern"))
  var editor = "vscode://file/{path}:{line}:{column}"

  @Option(
    help: ArgumentHelp(
      "What to print: ‘text’ for people, or ‘line’ for editors, with each finding on one line.",
      valueName: "format"))
  var format: DiagnosticFormat = .text

  func validate() throws {
    guard format == .text || format == .line else {
      throw ValidationError("‘serve’ supports only ‘--format text’ and ‘--format line’.")
    }
    guard (0...65535).contains(port) else {
      throw ValidationError("‘\(port)’ is not a port: write a number from 1 to 65535.")
    }
  }

  func run() async throws {
    let console = Console()
    let runner = options.runner
    var buildOptions = options.buildOptions
    // Drafts are meant to be seen before they are published.
    buildOptions.drafts = true
    let editor = EditorLink(root: absolutePath(options.site), pattern: editor)
    let health = SiteHealth(editor: editor)
    let builder = SiteBuilder(
      site: options.site, options: buildOptions,
      pipeline: SitePipeline(runner: runner, strict: options.strict, remembers: true) {
        health.clock.start($0)
      }, theme: BuiltInTheme.files, keepsPhotos: true)
    let preview = SitePreview(builder, clock: health.clock) { build, hasSite in
      let line = BuildLine(build, hasSite: hasSite)
      if format == .line {
        console.show(line.forEditors)
      } else {
        console.say(line.text)
      }
      health.update(build)
    } fail: { failure in
      console.say("error: \(failure.message)\n   = help: \(failure.help)")
    }
    let session = BuildSession(follows: follow, editor: editor) {
      await preview.site(after: $0, showing: $1)
    }
    let watcher = FileWatcher(root: options.site, method: poll ? .polling : .automatic)

    var serverOptions = PreviewServer.Options()
    serverOptions.host = host
    serverOptions.port = port
    serverOptions.pages = { health.file($0) }
    do throws(ServerFailure) {
      try await Preview(session, watching: watcher, options: serverOptions)
        .run(reporting: { console.say($0) }, begin: { announce($0, console) })
    } catch {
      console.say("error: \(error.message)\n   = help: \(error.help)")
      throw ExitCode(2)
    }
    console.say("Stopped.")
  }

  private func announce(_ server: PreviewServer, _ console: Console) {
    if server.port != port, port != 0 { console.say("Port \(port) is taken.") }
    console.say("Serving \(server.address) (press Ctrl-C to stop)")
    console.say("About the site: \(server.address)_daylight/")
    if server.isExposed {
      console.say("Anyone who can reach this machine can see the site, drafts included.")
    }
    if open { Browser.open(server.address) }
  }

  private func absolutePath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
