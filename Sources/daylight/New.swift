import ArgumentParser

struct New: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a new site, or a new page of one.",
    subcommands: [NewSiteCommand.self])
}
