import DaylightModel
import DaylightSyntax

/// The values of the site for a page: the same for every page, except for the current part of the
/// navigation.
struct SiteContext: TemplateModel {
  let index: SiteIndex
  /// The page, or its section if the navigation does not name the page itself.
  let viewer: PageEntry?

  static let fields = [
    Field("name", "from `site.yaml`") { $0.configuration.name.value },
    Field("shortName", "from `site.yaml`, or the name") { $0.configuration.shortName },
    Field("home", "the path of the home page") { $0.index.entry(of: .home)?.link },
    Field("baseURL", "the address of the site") { $0.index.baseURL?.text },
    Field("hasBaseURL", "`site.yaml` gives the address") { $0.index.baseURL != nil },
    Field("practice", "the practice, if `site.yaml` names it") { $0.configuration.practice },
    Field(.navigation, "the main navigation") { site in
      site.index.navigation.map { NavigationLink(entry: $0, isCurrent: site.isWithin($0)) }
    },
    Field("hasNavigation", "the navigation is not empty") { !$0.index.navigation.isEmpty },
    Field("footer", "the links of the footer") { site in
      site.configuration.footer.compactMap(site.index.target).map {
        Link(title: $0.title, path: $0.link)
      }
    },
    Field("exit", "where the exit leads") { $0.configuration.exit?.value },
    Field("singleEntry", "`history: single-entry`") { $0.configuration.history == .singleEntry },
    Field("helpPath", "the path of the help page") { $0.index.entry(of: .help)?.link },
    Field("safetyPath", "the path of the page about safer browsing") {
      $0.configuration.safetyPage.flatMap($0.index.target)?.link
    },
    Field("practicePath", "the path of the practice’s own page") {
      $0.index.entry(of: .practice)?.link
    },
    Field("glossaryPath", "the path of the glossary") { $0.index.entry(of: .glossary)?.link },
    Field("questionsPath", "the path of the page of questions") {
      $0.index.entry(of: .questions)?.link
    },
    Field("topicsPath", "the path of the list of topics") { $0.index.entry(of: .topics)?.link },
    Field("feedPath", "the path of the feed, if there is one") { $0.feedPath },
  ]

  private var configuration: SiteConfiguration { index.configuration }

  private var feedPath: String? {
    configuration.hasFeed && index.baseURL != nil ? "feed.xml" : nil
  }

  /// Whether the viewer is a page or inside it.
  private func isWithin(_ target: PageEntry) -> Bool {
    var current = viewer
    while let page = current {
      if page.source == target.source { return true }
      current = page.section.flatMap { index[$0] }
    }
    return false
  }
}

/// A link of the main navigation.
struct NavigationLink: TemplateModel {
  let entry: PageEntry
  let isCurrent: Bool

  static let fields = [
    Field("title", "the short title, or the title") { $0.entry.shortTitle ?? $0.entry.title },
    Field("path", "the path") { $0.entry.link },
    Field("current", "the page is this one or inside it") { $0.isCurrent },
  ]
}

extension Practice: TemplateModel {
  static let fields = [
    Field("name", "its name") { $0.name.value },
    Field("address", "its address") { $0.address?.value },
    Field("phone", "its telephone number") { $0.phone?.value },
    Field("phoneLink", "the number as a `tel:` link") { ($0.phone?.value).map(PhoneNumber.link) },
    Field("url", "its website") { $0.url?.value.text },
  ]
}

extension WebAddress: TemplateModel {
  static let fields = [
    Field("url", "the whole address") { $0.text },
    Field("host", "the host, without `www.`") { $0.bareHost },
  ]
}

extension SiteIndex {
  /// The pages that the main navigation names.
  var navigation: [PageEntry] { configuration.navigation.compactMap(target) }

  /// The page at a path that `site.yaml` gives.
  func target(of path: Located<String>) -> PageEntry? {
    RelativePath.resolve(path.value, from: "content/site.yaml").flatMap { self[$0] }
  }
}
