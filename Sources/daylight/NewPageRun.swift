import ArgumentParser
import DaylightBuild
import DaylightModel
import DaylightSite
import DaylightStarter
import DaylightSyntax
import Platform

/// What the commands for new pages have in common.
struct NewPageOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of the site, with ‘content’ in it.", valueName: "folder"))
  var site = "."

  @Option(help: ArgumentHelp("The name of its file, without ‘.md’.", valueName: "name"))
  var slug: String?

  @Argument(help: ArgumentHelp("The title.", valueName: "title"))
  var title: [String]

  func validate() throws { try EmptyPath.refuse([site], as: "‘--site’") }
}

/// Makes a page and says what to do with it.
struct NewPageRun {
  let options: NewPageOptions
  private let console = Console()

  init(_ options: NewPageOptions) { self.options = options }

  func run(_ kind: NewPage.Kind) async throws {
    do {
      let builder = SiteBuilder(
        site: options.site, options: BuildOptions(now: .today(), drafts: true),
        pipeline: SitePipeline(runner: ParallelRunner(width: Processors.count)),
        theme: BuiltInTheme.files)
      let index = try await builder.build().index.value
      let files = NewPageFiles(site: options.site)
      let people = try SiteLoader(root: options.site).read("content/people.yaml")
      let page = try make(kind, in: index, people)
      let pages = ([page.file] + page.folderPages).filter { $0.path != page.people?.path }
      try files.add(pages)
      if let list = page.people { try files.replace(list, of: people?.bytes) }
      report(page, pages.map(\.path))
    } catch let problem as NewPageProblem {
      try refuse(problem.message, problem.help)
    } catch let taken as NewPageFiles.Taken {
      try refuse(
        "there is a file ‘\(taken.path)’ already, and it stays as it is",
        "choose another title, or another name with ‘--slug’")
    } catch let failure as BuildFailure {
      console.say("error: \(failure.message)\n   = help: \(failure.help)")
      throw ExitCode(2)
    }
  }

  /// Asks for the section if that is what is missing and somebody can answer.
  private func make(
    _ kind: NewPage.Kind, in index: SiteIndex, _ people: SourceFile?
  ) throws -> NewPage {
    let title = options.title.joined(separator: " ")
    do throws(NewPageProblem) {
      return try NewPage.make(kind, title: title, slug: options.slug, in: index, people: people)
    } catch {
      guard !error.sections.isEmpty, console.canAsk else { throw error }
      console.say("In which section?")
      for (number, section) in error.sections.enumerated() {
        console.say("  \(number + 1)  \(section)")
      }
      let answer = console.answer(">") ?? ""
      let section = Int(answer).flatMap {
        error.sections.indices.contains($0 - 1) ? error.sections[$0 - 1] : nil
      }
      guard let section = section ?? (answer.isEmpty ? nil : answer) else { throw error }
      return try NewPage.make(
        .article(section: section), title: title, slug: options.slug, in: index, people: people)
    }
  }

  private func refuse(_ message: String, _ help: String) throws {
    console.say("error: \(message)\n   = help: \(help)")
    throw ExitCode(1)
  }

  private func report(_ page: NewPage, _ paths: [String]) {
    var lines = paths.map { "Made \(place($0))." }
    if let people = page.people { lines.append("Added to \(place(people.path)).") }
    if paths.isEmpty {
      lines.append("Take away the # from the lines that are true of this person.")
    } else {
      lines.append(
        "It is a draft: write where it says TODO, and delete the line ‘draft: true’ to publish it.")
      lines.append("‘\(Executable.name) serve --open’ shows drafts, too.")
    }
    console.say(lines.joined(separator: "\n"))
  }

  private func place(_ path: String) -> String {
    options.site == "." ? path : options.site + "/" + path
  }
}
