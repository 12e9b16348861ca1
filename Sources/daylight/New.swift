import ArgumentParser

struct New: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a new site, or a new page of one.",
    discussion: """
      Nothing that is there already is ever replaced.

      Examples:
        daylight new site my-site
        daylight new article "Small steps"
        daylight help new site
      """,
    subcommands: [
      NewSiteCommand.self, NewArticle.self, NewTerm.self, NewChecklist.self, NewPath.self,
      NewPersonCommand.self,
    ])
}
