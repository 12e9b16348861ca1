package import DaylightSyntax
package import Platform

/// The data files of a site.
package struct SiteData: Sendable, Hashable {
  package var help = HelpDirectory()
  package var people = People()
  package var sources = SourceRegistry()
  package var language = LanguageRules()
  package var reviews = ReviewLock()
  package var words = OwnWords()
  package var grades = GradeList()

  package init() {}

  /// Reads the files of `content` that are not pages. A missing file is treated as empty; one that
  /// is not used is reported.
  package static func read(
    _ files: [SourceFile], now: CalendarDate, _ runner: ParallelRunner
  ) async -> Diagnosed<Self> {
    var data = Diagnosed(Self())
    for part in await runner.map(files, Part.read) {
      data.diagnostics += part.diagnostics
      switch part.value {
      case .help(let help): data.value.help = help
      case .people(let people): data.value.people = people
      case .sources(let sources): data.value.sources = sources
      case .language(let language): data.value.language = language
      case .reviews(let reviews): data.value.reviews = reviews
      case .words(let words): data.value.words = words
      case .grades(let grades): data.value.grades = grades
      case nil: break
      }
    }
    data.diagnostics += data.value.help.findings(on: now) + data.value.sources.findings(on: now)
    return data
  }

  /// The values of one of the files.
  private enum Part {
    case help(HelpDirectory)
    case people(People)
    case sources(SourceRegistry)
    case language(LanguageRules)
    case reviews(ReviewLock)
    case words(OwnWords)
    case grades(GradeList)

    static func read(_ file: SourceFile) -> Diagnosed<Part?> {
      switch file.path {
      case "content/help.yaml": HelpDirectory.decode(file).map(Part.help)
      case "content/people.yaml": People.decode(file).map(Part.people)
      case "content/sources.yaml": SourceRegistry.decode(file).map(Part.sources)
      case "content/language.yaml": LanguageRules.decode(file).map(Part.language)
      case "content/reviews.lock": ReviewLock.read(file).map(Part.reviews)
      case OwnWords.path: OwnWords.read(file).map(Part.words)
      case "content/grades.lock": GradeList.read(file).map(Part.grades)
      case "content/site.yaml": Diagnosed(nil)
      default: Diagnosed(nil, [.unknownDataFile(file.path)])
      }
    }
  }
}

extension Rule {
  package static let unknownDataFile = Rule(
    "unknown-data-file", .error, "A data file that Daylight does not use.",
    why: "What is written in such a file reaches no reader: a helpline that seems to be listed "
      + "is on no page.",
    bad: "content/helplines.yaml",
    good: "content/help.yaml",
    fix: "Give the file the name that the message suggests, or move it out of `content`.",
    in: .files)
}

extension Diagnostic {
  private static let dataFiles = [
    "content/site.yaml", "content/help.yaml", "content/people.yaml", "content/sources.yaml",
    "content/language.yaml", "content/reviews.lock", "content/grades.lock",
  ]

  fileprivate static func unknownDataFile(_ path: String) -> Self {
    let name = path.split(separator: "/").last ?? ""
    let isCopy = CopyName(String(name.dropLast(".yaml".count))) != nil
    let nearest = isCopy ? nil : nearestMatch(to: "content/\(name)", in: dataFiles)
    return Diagnostic(
      .unknownDataFile, "Daylight does not use the file ‘\(path)’", at: .file(path),
      help: nearest.map { "did you mean ‘\($0)’?" }
        ?? (isCopy ? "it looks like a copy: delete it" : "move it out of ‘content’"))
  }
}
