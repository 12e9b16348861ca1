import ArgumentParser

@main
struct Daylight: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daylight",
    abstract: "Makes a resource site from Markdown, and tells you what to fix.",
    discussion: """
      Run it in the folder that holds ‘content’ and ‘templates’. ‘daylight build’ writes the \
      finished site to ‘public’; when something is wrong, it says what and where, and leaves the \
      last good site as it is.

      Exit codes: 0 all is well, 1 something in the site has to be fixed, 2 the machine could \
      not do its part (disk, permissions), 64 the command was not understood.
      """,
    version: "0.1.0",
    subcommands: [Build.self, Check.self, Serve.self, Review.self, Explain.self])
}
