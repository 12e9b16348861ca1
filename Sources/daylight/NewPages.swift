import ArgumentParser
import DaylightModel
import DaylightStarter

struct NewArticle: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "article", abstract: "Make an article, as a draft.",
    discussion: """
      Examples:
        daylight new article Small steps
        daylight new article "What is grief?" --section understanding
      """)

  @OptionGroup var options: NewPageOptions

  @Option(
    help: ArgumentHelp(
      "The folder in ‘content’. One that is not there is made.", valueName: "folder"))
  var section: String?

  func run() async throws { try await NewPageRun(options).run(.article(section: section)) }
}

struct NewTerm: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "term", abstract: "Make a word of the glossary, as a draft.",
    discussion: """
      Example:
        daylight new term Window of tolerance
      """)

  @OptionGroup var options: NewPageOptions

  func run() async throws { try await NewPageRun(options).run(.term) }
}

struct NewChecklist: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checklist", abstract: "Make a checklist, as a draft.",
    discussion: """
      Example:
        daylight new checklist Questions for a first appointment
      """)

  @OptionGroup var options: NewPageOptions

  func run() async throws { try await NewPageRun(options).run(.checklist) }
}

struct NewPath: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Make a reading path, as a draft.",
    discussion: """
      Example:
        daylight new path After leaving --step healing/finding-support.md --step healing/grief.md
      """)

  @OptionGroup var options: NewPageOptions

  @Option(
    help: ArgumentHelp(
      "A page of the path, in their order. Without it, the first two articles.", valueName: "page"))
  var step: [String] = []

  func run() async throws { try await NewPageRun(options).run(.path(steps: step)) }
}

struct NewPersonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person",
    abstract: "Add somebody to people.yaml, with a draft of a page of their own.",
    discussion: """
      Ask the person first. A page is made if the site has ‘content/practice/index.md’.

      Examples:
        daylight new person Anna Kowalska
        daylight new person Ben Okri --role reviewer --credential "DClinPsy" \\
          --register "HCPC PYL12345" --url https://www.hcpc-uk.org/check-the-register/
      """)

  @OptionGroup var options: NewPageOptions

  @Option(help: ArgumentHelp("therapist, author or reviewer.", valueName: "role"))
  var role = "therapist"

  @Option(help: ArgumentHelp("The qualification.", valueName: "text"))
  var credential: String?

  @Option(help: ArgumentHelp("The register, and the number there.", valueName: "text"))
  var register: String?

  @Option(help: ArgumentHelp("Where readers can look the entry up.", valueName: "address"))
  var url: String?

  func validate() throws {
    guard let role = People.Role(rawValue: role) else {
      throw ValidationError("There is no role ‘\(role)’: write therapist, author or reviewer.")
    }
    if role == .reviewer, credential == nil || register == nil || url == nil {
      throw ValidationError(
        "Readers can look a reviewer up: add ‘--credential’, ‘--register’ and ‘--url’.")
    }
  }

  func run() async throws {
    let person = NewPerson(
      role: People.Role(rawValue: role) ?? .therapist, credential: credential, register: register,
      url: url)
    try await NewPageRun(options).run(.person(person))
  }
}
