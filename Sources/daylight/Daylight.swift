import ArgumentParser

@main
struct Daylight: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daylight",
    abstract: "Builds a resource site from Markdown, and tells you what to fix.",
    discussion: """
      ‘daylight new site my-site’ makes a site to begin with. Run the other commands in the folder \
      with ‘content’. ‘daylight build’ writes the finished site to ‘public’; if something is \
      wrong, it says what and where, and keeps the last good site.

      Exit codes: 0 success, 1 the site has errors to fix, 2 a system error (disk, \
      permissions), 64 the command was not understood.
      """,
    version: "0.1.0",
    subcommands: [
      New.self, ImportSite.self, Build.self, Check.self, Serve.self, Review.self, Calendar.self,
      WriteHandout.self, Audit.self, Templates.self, Explain.self,
    ])
}
