import ArgumentParser
import DaylightBuild
import DaylightModel
import DaylightSite
import DaylightStarter
import DaylightSyntax
import Platform

struct NewSiteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: "Make a new site in a folder of its own.",
    discussion: """
      On a terminal it asks what it needs to know; each option answers one of the questions. \
      Elsewhere, and with ‘--defaults’, it asks nothing and says what it chose. The folder must not \
      be there yet, or be empty. It needs no network.

      Starters:
      \(Starter.allCases.map { "  \($0.rawValue): \($0.summary)" }.joined(separator: "\n"))

      Examples:
        daylight new site my-site
        daylight new site my-site --name "Riverside Counselling" --region ie --starter minimal
        daylight new site my-site --starter trauma-bonds --accent navy --build

      Exit codes: 0 made, 1 the folder cannot be used, 2 a system error, 64 the command or an \
      answer was not understood.
      """)

  @Argument(help: ArgumentHelp("The folder for the site.", valueName: "folder"))
  var folder: String

  @Option(help: ArgumentHelp("The name of the practice.", valueName: "text"))
  var name: String?

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("Where the site will be on the web.", valueName: "address"))
  var baseURL: String?

  @Option(help: ArgumentHelp("Its telephone number, with the country first.", valueName: "number"))
  var phone: String?

  @Option(help: ArgumentHelp("Its postal address.", valueName: "text"))
  var address: String?

  @Option(
    help: ArgumentHelp("Whose helplines every page shows, such as gb-eng.", valueName: "region"))
  var region: String?

  @Option(help: ArgumentHelp("The language, such as en-GB.", valueName: "tag"))
  var language: String?

  @Option(help: ArgumentHelp("The colour of links and buttons.", valueName: "colour"))
  var accent: String?

  @Option(help: ArgumentHelp("What the site begins as.", valueName: "name"))
  var starter: String?

  @Option(
    help: ArgumentHelp(
      "The host that will build it: github, gitlab, codeberg or none.", valueName: "name"))
  var host: String?

  @Flag(help: "Ask nothing: take the defaults for what no option says.")
  var defaults = false

  @Flag(help: "Build the site at once.")
  var build = false

  private var console: Console { Console() }

  func validate() throws { try EmptyPath.refuse([folder], as: "The folder") }

  func run() async throws {
    let asks = console.canAsk && !defaults
    do {
      let place = NewSiteFolder(folder)
      // Before anybody answers eight questions for nothing.
      try place.check()
      let answers = try SiteInterview(console: console, asks: asks).answers(given: option)
      let site = NewSite(
        answers, today: .today(), version: Daylight.configuration.version)
      try place.write(site.files + Self.schemas)
      report(answers, site, asked: asks)
    } catch let refusal as NewSiteFolder.Refusal {
      console.say("error: \(refusal.message)\n   = help: \(refusal.help)")
      throw ExitCode(1)
    } catch let failure as BuildFailure {
      console.say("error: \(failure.message)\n   = help: \(failure.help)")
      throw ExitCode(2)
    }
    if build || asks && console.asks("Build it now?") {
      try await BuildRun(
        options: .parse(["--site", folder]), report: .parse([]), output: folder + "/public",
        isFull: true
      ).run()
    }
  }

  /// What VS Code is told of the data files.
  private static var schemas: [SourceFile] {
    EditorSchema.files(rules: .whole).map { name, bytes in
      SourceFile(path: ".vscode/schemas/" + name, bytes: bytes)
    }
  }

  private func option(_ question: SiteQuestion) -> String? {
    switch question {
    case .practice: name
    case .baseURL: baseURL
    case .phone: phone
    case .address: address
    case .region: region
    case .language: language
    case .accent: accent
    case .starter: starter
    case .host: host
    }
  }

  /// What was made, and the next two commands.
  private func report(_ answers: SiteAnswers, _ site: NewSite, asked: Bool) {
    let pages = site.files.count { $0.path.hasSuffix(".md") && $0.path.hasPrefix("content/") }
    var lines = ["Made a site of \(pages) pages in ‘\(folder)’."]
    if !asked {
      for question in SiteQuestion.allCases {
        let answer = answers[question] ?? (question == .accent ? "that of the theme" : "none yet")
        let isChosen = option(question).map { !$0.isEmpty } ?? false
        lines.append("  \(question.label): \(answer)\(isChosen ? "" : " (\(question.option))")")
      }
    }
    if let name = site.quietName {
      lines.append(
        "The site is called ‘\(name)’: tabs and the history of the browser say that, and the name of "
          + "the practice tells what the site is about. You can choose another in content/site.yaml."
      )
    }
    let program = Executable.name
    lines += [
      "", "Next, type these two commands:", "  cd \(folder.quotedForShell)",
      "  \(program) serve --open", "",
      "The file FIRST-STEPS.md there says what to make yours before you publish.",
    ]
    console.say(lines.joined(separator: "\n"))
  }
}

extension SiteQuestion {
  /// For a list of answers.
  fileprivate var label: String {
    switch self {
    case .practice: "name of the practice"
    case .baseURL: "address of the site"
    case .phone: "telephone"
    case .address: "postal address"
    case .accent: "colour of links"
    case .region, .language, .starter, .host: rawValue
    }
  }
}
