package import DaylightSyntax

/// The data files of a site.
package struct SiteData: Sendable, Hashable {
  package var help = HelpDirectory()
  package var people = People()
  package var sources = SourceRegistry()
  package var language = LanguageRules()
  package var reviews = ReviewLock()

  package init() {}

  /// Reads the data files among the sources. A file that is not there is empty.
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
      default: continue
      }
    }
    data.diagnostics += data.value.help.findings(on: now) + data.value.sources.findings(on: now)
    return data
  }
}
