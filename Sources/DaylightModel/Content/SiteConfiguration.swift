package import DaylightSyntax

/// The settings of the whole site, from `site.yaml`.
package struct SiteConfiguration: Sendable, Hashable {
  package var name: Located<String>
  /// A shorter name, or the name itself if there is none.
  package var shortName: String
  /// The address of the site. Nil for a site that may move: it then has no absolute addresses.
  package var baseURL: Located<WebAddress>?
  /// A language tag such as `en` or `en-GB`.
  package var language: String
  package var practice: Practice?
  package var brand: BrandSettings?
  package var exit: Located<WebAddress>?
  /// Paths relative to `content/`.
  package var navigation: [Located<String>]
  package var footer: [Located<String>]
  /// The groups of the page of questions, in order.
  package var moments: [Moment]
  /// The id of a region in `help.yaml`.
  package var helpRegion: Located<String>?
  package var safetyPage: Located<String>?
  package var isDiscreet: Bool
  package var feed: Located<Bool>?
  package var hasOpenGraph: Bool
  /// Whether PDFs beside the pages are published.
  package var allowsDownloads: Bool
  /// The name of a picture of the theme, for previews.
  package var openGraphPicture: Located<String>?
  package var history: History
  package var glossary: GlossaryScope
  package var links: LinkStyle
  package var allowsRawHTML: Bool
  package var robots: Robots
  package var reviewGraceDays: Int
  /// For how many days the host keeps its logs, as the publisher knows it; zero if it keeps none.
  package var logDays: Located<Int>?
  /// Where `daylight publish` sends the site.
  package var publish: PublishSettings?
  package var ruleLevels: [RuleLevels.Entry]
  package private(set) var shown = ShownFields()
  /// Whether the file exists but nothing in it could be read.
  package var isUnreadable = false

  /// What a reader may be going through, such as “I am starting to wonder”.
  package struct Moment: Sendable, Hashable {
    /// As pages name it.
    package var id: Located<String>
    package var title: Located<String>
  }

  package enum History: String, Sendable, Hashable, CaseIterable {
    case normal
    case singleEntry = "single-entry"
  }

  /// Whether links name the file of a page, and so work without a server, or its folder.
  package enum LinkStyle: String, Sendable, Hashable, CaseIterable {
    case file, folder
  }

  package enum Robots: String, Sendable, Hashable, CaseIterable {
    case index, noindex
  }

  package var hasFeed: Bool { feed?.value ?? false }

  package var naturalLanguage: Language { Language(tag: language) }

  /// Where the exit goes unless `site.yaml` says otherwise (SAF-13).
  package static let defaultExit = "https://www.bbc.co.uk/weather"

  package static func decode(_ file: SourceFile) -> Diagnosed<Self> {
    let parsed = parseDataFile(file)
    var fields = FieldDecoder(
      parsed.value, of: "site.yaml", at: .file(file.path), foreignNames: .site)
    var configuration = Self(from: &fields)
    guard parsed.diagnostics.isEmpty else {
      configuration.isUnreadable = true
      return Diagnosed(configuration, parsed.diagnostics)
    }
    configuration.shown = ShownFields(parsed.value, in: file)
    fields.report(PlainTextFields.findings(in: parsed.value, of: file))
    return Diagnosed(configuration, fields.finish())
  }

  private init(from fields: inout FieldDecoder) {
    name = fields.requiredText("name")
    shortName = fields.text("shortName")?.value ?? name.value
    baseURL = fields.webAddress("baseURL")
    if let found = baseURL,
      found.value.rest.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") })
    {
      fields.report(.invalidBaseURL(found))
      baseURL = nil
    }
    language = fields.text("language")?.value ?? "en"
    practice = fields.nested("practice", of: "practice", foreignNames: .practice) {
      Practice(from: &$0)
    }
    brand = fields.nested("brand", of: "brand") { BrandSettings(from: &$0) }
    exit = fields.nested("exit", of: "exit") { $0.webAddress("url") } ?? nil
    if exit == nil, let address = WebAddress(Self.defaultExit) {
      exit = Located(address, at: fields.location)
    } else if let exit {
      fields.report(
        exitDiagnostics(
          for: exit, ofSites: [baseURL?.value, practice?.url?.value].compactMap(\.self)))
    }
    navigation = fields.texts("navigation")
    footer = fields.texts("footer")
    moments =
      fields.nested("moments", of: "list of moments") { list in
        list.remainingFields().map { field in
          Moment(id: Located(field.key, at: field.keyLocation), title: list.requiredText(field.key))
        }
      } ?? []
    helpRegion = fields.text("helpRegion")
    safetyPage = fields.text("safetyPage")
    isDiscreet = fields.flag("discreet")?.value ?? true
    feed = fields.flag("feed")
    hasOpenGraph = fields.flag("openGraph")?.value ?? false
    openGraphPicture = fields.text("openGraphPicture")
    allowsDownloads = fields.flag("downloads")?.value ?? false
    history = fields.word("history")?.value ?? .singleEntry
    glossary = fields.word("glossary")?.value ?? .first
    links = fields.word("links")?.value ?? .file
    allowsRawHTML = fields.flag("rawHTML")?.value ?? false
    robots = fields.word("robots")?.value ?? .index
    let grace = fields.integer("reviewGraceDays")
    reviewGraceDays = max(0, grace?.value ?? 30)
    logDays = fields.nested("hosting", of: "hosting") { $0.integer("logDays") } ?? nil
    publish =
      fields.nested("publish", of: "publish", foreignNames: .publish) {
        PublishSettings(from: &$0)
      } ?? nil
    for days in [grace, logDays] {
      if let days, days.value < 0 { fields.report(.negativeDays(days)) }
    }
    ruleLevels = Self.levels(fields.openMap("rules"), reporting: &fields)
    fields.reportRepeated(navigation, in: "navigation")
    fields.reportRepeated(footer, in: "footer")
  }

  private static func levels(
    _ entries: [YAMLNode.Field], reporting fields: inout FieldDecoder
  ) -> [RuleLevels.Entry] {
    entries.compactMap { entry in
      let level: Located<Rule.Level>? = fields.word(of: entry.value, named: entry.key)
      return level.map { .init(entry.key, $0.value, at: entry.keyLocation) }
    }
  }

  /// The level of each rule on this site.
  ///
  /// - Parameter language: the rules of `language.yaml`, whose levels are set there.
  package func levels(
    among rules: RuleBook, language: LanguageRules = LanguageRules(), strict: Bool
  ) -> Diagnosed<RuleLevels> {
    RuleLevels.reading(
      ruleLevels, rules: rules, setElsewhere: Set(language.all.map(\.id.value)), strict: strict)
  }
}

extension FieldDecoder {
  /// An absolute address on the web.
  mutating func webAddress(_ name: String) -> Located<WebAddress>? {
    guard let text = text(name) else { return nil }
    if let address = WebAddress(text.value) { return Located(address, at: text.location) }
    report(.invalidURL(text, of: name))
    return nil
  }
}

extension Rule {
  package static let invalidURL = Rule(
    "invalid-url", .error, "An address on the web that is not a whole one.",
    why: "A browser would look for a page of that name on this site.",
    bad: "practice:\n  name: Riverside\n  url: www.practice.example",
    good: "practice:\n  name: Riverside\n  url: https://www.practice.example/",
    fix: "Write the whole address with `https://`, as in the browser’s address bar.",
    in: .settings)
}

extension Diagnostic {
  fileprivate static func invalidURL(_ text: Located<String>, of name: String) -> Self {
    Diagnostic(
      .invalidURL, "‘\(text.value)’ is not a whole web address", at: text.location,
      help: "write ‘\(name)’ from https:// on, as in https://example.org/")
  }

  fileprivate static func invalidBaseURL(_ address: Located<WebAddress>) -> Self {
    Diagnostic(
      .invalidURL, "‘\(address.value.text)’ contains ‘?’ or ‘#’, but addresses continue after it",
      at: address.location, help: "write only the host and, where there is one, the folder")
  }

  fileprivate static func negativeDays(_ days: Located<Int>) -> Self {
    Diagnostic(
      .wrongType, "‘\(days.value)’ is not a number of days", at: days.location,
      help: "write 0 or more")
  }
}
