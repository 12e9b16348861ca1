import DaylightBuild
import DaylightImport
import DaylightModel
import DaylightSite
import DaylightStarter
import DaylightSyntax
import Platform

/// One run of `import`: reads the source, writes the new folder, checks it, and says how it went.
struct ImportRun {
  let source: String
  let target: String
  let kind: ForeignKind?
  let language: String?
  let isDryRun: Bool
  let jobs: Int?
  /// For the check of what was written.
  let options: BuildOptions
  /// Of the program.
  let version: String
  let console: Console

  /// Why nothing was imported, and what to do.
  struct Refusal: Error {
    let message: String
    let help: String
  }

  func run() async throws {
    let folder = try read()
    guard let kind = kind ?? ForeignKind.recognise(folder.files) else {
      throw Refusal(
        message: "it is not known what made ‘\(source)’",
        help: "name the folder that has the settings of the old site in it, or say what made it: "
          + "--from " + ForeignKind.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let site = Importer(
      folder.files, kind: kind, language: language, sourceName: Self.name(of: source),
      skipped: folder.skipped, frame: frame
    ).run()
    guard site.pages > 0 else {
      if let finding = site.findings.first(where: { $0.kind == .refused }) {
        throw Refusal(
          message: "‘\(finding.path)’ cannot be read: line \(finding.line): \(finding.text)",
          help: "export it once more, or mend that line")
      }
      throw Refusal(
        message: "there is no page of \(kind.name) in ‘\(source)’",
        help:
          "name the folder that has the settings of the old site in it, or another tool with ‘--from’"
      )
    }
    let place: ImportFolder
    do {
      place = try ImportFolder(target, source: folder)
    } catch {
      throw try Refusal(error)
    }
    if isDryRun {
      console.show(Array(site.report.utf8))
      console.say(
        "\(Summary.counted(site.pages, "page")) of \(kind.name) would be written to ‘\(target)’. Nothing was written."
      )
      return
    }
    do {
      try place.write(site, report: site.report)
    } catch {
      throw BuildFailure.file(error)
    }
    try await check(site, kind)
  }

  private func read() throws -> ForeignFolder {
    do {
      return try ForeignFolder(source)
    } catch {
      switch error {
      case .missing(let path):
        throw Refusal(
          message: "there is no folder or file ‘\(path)’", help: "check how the path is written")
      case .tooMany(let path):
        throw Refusal(
          message: "there are more than 100,000 files in ‘\(path)’",
          help: "name the folder of the site alone")
      case .system(let error): throw BuildFailure.file(error)
      }
    }
  }

  /// How many pages have no errors left.
  private func check(_ site: ImportedSite, _ kind: ForeignKind) async throws {
    let runner = ParallelRunner(width: jobs ?? Processors.count)
    let build = try await SiteBuilder(
      site: target, options: options,
      pipeline: SitePipeline(runner: runner, strict: false), theme: BuiltInTheme.files,
      keepsPhotos: true
    ).build()
    let errors = build.findings.errors
    let pages = site.files.filter { $0.path.hasSuffix(".md") }.map(\.path)
    let waiting = Set(errors.compactMap { $0.location?.path }).intersection(pages)
    console.say(
      """
      \(Summary.counted(site.pages, "page")) of \(kind.name) imported into ‘\(target)’.
      \(pages.count - waiting.count) of \(Summary.counted(pages.count, "page")) are ready; \(Summary.counted(errors.count, "error")) left to fix.
      Read \(target)/import-report.md first. Then run: daylight check --site \(target)
      """)
  }

  /// The files of a new site, which what is imported joins.
  private var frame: @Sendable (String) -> [SourceFile] {
    let (today, version) = (options.now, version)
    return { name in
      var answers = SiteAnswers()
      try? answers.take(Starter.minimal.rawValue, for: .starter)
      // A name that the settings would not take stays the one of the starter there.
      try? answers.take(name, for: .practice)
      return NewSite(answers, today: today, version: version).files
    }
  }

  private static func name(of source: String) -> String {
    let last = source.split(separator: "/").last.map(String.init) ?? "Site"
    let stem = last == "." || last == ".." ? "Site" : last
    return stem.split(separator: ".").first.map(String.init) ?? stem
  }
}

extension ImportRun.Refusal {
  init(_ problem: ImportFolder.Problem) throws {
    switch problem {
    case .notEmpty(let path):
      self.init(
        message: "‘\(path)’ is there already, and nothing is ever overwritten",
        help: "name a folder that is not there yet with ‘--into’")
    case .inSource(let path):
      self.init(
        message: "‘\(path)’ would be inside the source, which is not changed",
        help: "name a folder somewhere else with ‘--into’")
    case .system(let error): throw BuildFailure.file(error)
    }
  }
}
