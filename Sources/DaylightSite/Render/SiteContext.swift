import DaylightSyntax

/// What templates know of the site as a whole: the same for every page, but for the part of the
/// navigation that the page belongs to.
struct SiteContext: Sendable {
  private let index: SiteIndex
  private let fixed: TemplateObject
  private let navigation: [PageEntry]

  init(_ index: SiteIndex) {
    self.index = index
    let configuration = index.configuration
    let practice = configuration.practice
    func target(of path: Located<String>) -> PageEntry? {
      RelativePath.resolve(path.value, from: "content/site.yaml").flatMap { index[$0] }
    }
    navigation = configuration.navigation.compactMap(target)
    fixed = [
      "name": .text(configuration.name.value), "shortName": .text(configuration.shortName),
      "home": .text(index.entry(of: .home)?.link), "baseURL": .text(index.baseURL?.text),
      "hasBaseURL": .flag(index.baseURL != nil),
      "practice": [
        "name": .text(practice?.name.value), "address": .text(practice?.address?.value),
        "phone": .text(practice?.phone?.value),
        "phoneLink": .text((practice?.phone?.value).map(Self.telephone)),
        "url": .text(practice?.url?.value.text),
      ],
      "footer": .list(
        configuration.footer.compactMap(target).map {
          ["title": .text($0.title), "path": .text($0.link)]
        }),
      "exit": [
        "url": .text(configuration.exit?.value.text),
        "host": .text(configuration.exit?.value.bareHost),
      ],
      "singleEntry": .flag(configuration.history == .singleEntry),
      "helpPath": .text(index.entry(of: .help)?.link),
      "safetyPath": .text(configuration.safetyPage.flatMap(target)?.link),
      "glossaryPath": .text(index.entry(of: .glossary)?.link),
      "feedPath": .text(configuration.hasFeed ? "feed.xml" : nil),
    ]
  }

  func seen(from entry: PageEntry) -> TemplateValue {
    var context = fixed
    context["navigation"] = .list(
      navigation.map { target in
        [
          "title": .text(target.shortTitle ?? target.title), "path": .text(target.link),
          "current": .flag(isWithin(entry, target)),
        ]
      })
    return .object(context)
  }

  /// A telephone number as `tel:` wants it (RFC 3966): digits, and the plus sign of a country.
  static func telephone(_ number: String) -> String {
    "tel:" + number.filter { $0.isASCII && $0.isNumber || $0 == "+" }
  }

  private func isWithin(_ entry: PageEntry, _ target: PageEntry) -> Bool {
    var current: PageEntry? = entry
    while let page = current {
      if page.source == target.source { return true }
      current = page.section.flatMap { index[$0] }
    }
    return false
  }
}
