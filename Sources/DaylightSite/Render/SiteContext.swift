import DaylightSyntax

/// What templates know of the site as a whole: the same for every page, but for the part of the
/// navigation that the page belongs to.
struct SiteContext: Sendable {
  private let index: SiteIndex
  /// All but the navigation.
  let fixed: TemplateObject
  private let navigation: [PageEntry]
  private let targets: Set<String>
  /// As the pages of each section see it, by the section's `source`, and those of none.
  private var sections: [String?: TemplateValue] = [:]

  init(_ index: SiteIndex) {
    self.index = index
    let configuration = index.configuration
    let practice = configuration.practice
    func target(of path: Located<String>) -> PageEntry? {
      RelativePath.resolve(path.value, from: "content/site.yaml").flatMap { index[$0] }
    }
    navigation = configuration.navigation.compactMap(target)
    targets = Set(navigation.map(\.source))
    fixed = [
      .name: .text(configuration.name.value), .shortName: .text(configuration.shortName),
      .home: .text(index.entry(of: .home)?.link), .baseURL: .text(index.baseURL?.text),
      .hasBaseURL: .flag(index.baseURL != nil),
      .practice: [
        .name: .text(practice?.name.value), .address: .text(practice?.address?.value),
        .phone: .text(practice?.phone?.value),
        .phoneLink: .text((practice?.phone?.value).map(Self.telephone)),
        .url: .text(practice?.url?.value.text),
      ],
      .footer: .list(
        configuration.footer.compactMap(target).map {
          [.title: .text($0.title), .path: .text($0.link)]
        }),
      .exit: [
        .url: .text(configuration.exit?.value.text),
        .host: .text(configuration.exit?.value.bareHost),
      ],
      .hasNavigation: .flag(!navigation.isEmpty),
      .singleEntry: .flag(configuration.history == .singleEntry),
      .helpPath: .text(index.entry(of: .help)?.link),
      .safetyPath: .text(configuration.safetyPage.flatMap(target)?.link),
      .glossaryPath: .text(index.entry(of: .glossary)?.link),
      .feedPath: .text(configuration.hasFeed && index.baseURL != nil ? "feed.xml" : nil),
    ]
    for section in Set(index.entries.map(\.section) + [nil]) {
      let entry = section.flatMap { index[$0] }
      sections[section] = seen { target in
        entry.map { Self.isWithin($0, target, index) } ?? false
      }
    }
  }

  /// As a page sees it, which may itself be in the navigation.
  func seen(from entry: PageEntry) -> TemplateValue {
    if let section = sections[entry.section], !targets.contains(entry.source) { return section }
    return seen { Self.isWithin(entry, $0, index) }
  }

  private func seen(isCurrent: (PageEntry) -> Bool) -> TemplateValue {
    var context = fixed
    context.add(
      .navigation,
      .list(
        navigation.map { target in
          [
            .title: .text(target.shortTitle ?? target.title), .path: .text(target.link),
            .current: .flag(isCurrent(target)),
          ]
        }))
    return .object(context)
  }

  /// A telephone number as `tel:` wants it (RFC 3966): digits, and the plus sign of a country.
  static func telephone(_ number: String) -> String {
    "tel:" + number.filter { $0.isASCII && $0.isNumber || $0 == "+" }
  }

  private static func isWithin(
    _ entry: PageEntry, _ target: PageEntry, _ index: SiteIndex
  ) -> Bool {
    var current: PageEntry? = entry
    while let page = current {
      if page.source == target.source { return true }
      current = page.section.flatMap { index[$0] }
    }
    return false
  }
}
