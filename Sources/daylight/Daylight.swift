import ArgumentParser

@main
struct Daylight: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daylight",
    abstract: "Builds a resource site from Markdown, and tells you what to fix.",
    discussion: """
      ‘daylight new site my-site’ makes a site to begin with. Run the other commands in the folder \
      with ‘content’. ‘daylight build’ writes the finished site to ‘public’; if something is \
      wrong, it says what and where, and keeps the last good site.

      Examples:
        daylight new site my-site
        daylight serve --open
        daylight check
        daylight build
        daylight help build

      Exit codes: 0 success, 1 the site has errors to fix, 2 a system error (disk, \
      permissions), 64 the command was not understood.
      """,
    version: "0.1.0",
    subcommands: [
      New.self, Build.self, Check.self, Serve.self, Review.self, Calendar.self, WriteHandout.self,
      Audit.self, Templates.self, WriteSchemas.self, Explain.self, Doctor.self,
    ])

  static func main() async {
    await main(Array(CommandLine.arguments.dropFirst()))
  }

  static func main(_ arguments: [String]?) async {
    let arguments = arguments ?? []
    let console = Console()
    if arguments.isEmpty {
      let commands = configuration.subcommands.map {
        $0.configuration.commandName ?? $0._commandName
      }
      return console.say(Welcome(site: NearSite.path, commands: commands).text)
    }
    if let guess = CommandGuess(arguments, for: Self.self) {
      // Everybody tries this one.
      if guess.word == "version" { return console.show(Array((configuration.version + "\n").utf8)) }
      console.say(guess.message)
      exit(withError: ExitCode(64))
    }
    do {
      var command = try await asyncParseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      if exitCode(for: error) == .validationFailure, !(error is ExitCode) {
        console.say(CommandLineError(error, arguments, for: Self.self).message)
        exit(withError: ExitCode(64))
      }
      exit(withError: error)
    }
  }
}
