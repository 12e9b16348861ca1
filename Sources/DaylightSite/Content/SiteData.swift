package import DaylightSyntax

/// The data files of a site.
package struct SiteData: Sendable, Hashable {
  package var help = HelpDirectory()
  package var people = People()
  package var sources = SourceRegistry()
  package var language = LanguageRules()
  package var reviews = ReviewLock()

  package init() {}

  /// Reads the files of `content` that are no pages. A file that is not there is empty; one that
  /// nothing reads is reported.
  package static func read(_ files: [SourceFile], now: CalendarDate) -> Diagnosed<Self> {
    var data = Diagnosed(Self())
    func take<Part>(_ part: WritableKeyPath<Self, Part>, _ read: Diagnosed<Part>) {
      data.value[keyPath: part] = read.value
      data.diagnostics += read.diagnostics
    }
    for file in files {
      switch file.path {
      case "content/help.yaml": take(\.help, HelpDirectory.decode(file))
      case "content/people.yaml": take(\.people, People.decode(file))
      case "content/sources.yaml": take(\.sources, SourceRegistry.decode(file))
      case "content/language.yaml": take(\.language, LanguageRules.decode(file))
      case "content/reviews.lock": take(\.reviews, ReviewLock.read(file))
      case "content/site.yaml": continue
      default: data.diagnostics.append(.unknownDataFile(file.path))
      }
    }
    data.diagnostics += data.value.help.findings(on: now) + data.value.sources.findings(on: now)
    return data
  }
}

extension Rule {
  package static let unknownDataFile = Rule(
    "unknown-data-file", .error, "A data file that nothing reads.")
}

extension Diagnostic {
  private static let dataFiles = [
    "content/site.yaml", "content/help.yaml", "content/people.yaml", "content/sources.yaml",
    "content/language.yaml", "content/reviews.lock",
  ]

  fileprivate static func unknownDataFile(_ path: String) -> Self {
    let name = path.split(separator: "/").last ?? ""
    let nearest = nearestMatch(to: "content/\(name)", in: dataFiles)
    return Diagnostic(
      .unknownDataFile, "nothing reads the file ‘\(path)’", at: .file(path),
      help: nearest.map { "did you mean ‘\($0)’?" } ?? "take it out of ‘content’")
  }
}
