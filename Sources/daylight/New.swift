import ArgumentParser

struct New: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a new site, or a new page of one.",
    subcommands: [
      NewSiteCommand.self, NewArticle.self, NewTerm.self, NewChecklist.self, NewPath.self,
      NewPersonCommand.self,
    ])
}
