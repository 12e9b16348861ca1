import DaylightAudit
import DaylightModel
import DaylightSyntax
import DaylightTheme

extension AuditPolicy {
  /// What is true of every page of a site.
  init(_ index: SiteIndex, _ assets: AssetCatalog) {
    func shipped(_ path: String, _ bytes: [UInt8]) -> Script {
      Script(path: assets.published[path] ?? path, bytes: bytes)
    }
    self.init(
      exitURL: index.configuration.exit?.value.text ?? SiteConfiguration.defaultExit,
      siteHost: index.baseURL?.origin, basePath: index.baseURL?.path ?? "/",
      contentSecurityPolicy: SecurityPolicy.meta, inlinePolicy: SecurityPolicy.notFound,
      exitScript: shipped(ReaderScript.exit.path, ReaderScript.exit.bytes),
      checklistScript: shipped(ReaderScript.checklist.path, ReaderScript.checklist.bytes),
      landmarkStyle: shipped(ReaderStyle.landmarks.path, ReaderStyle.landmarks.bytes),
      words: LandmarkWords(index), zeroTicksText: index.strings["checklist.zero"],
      language: index.language,
      hasFeed: index.configuration.hasFeed, hasOpenGraph: index.configuration.hasOpenGraph,
      allowsDownloads: index.configuration.allowsDownloads,
      hasSingleEntry: index.configuration.history == .singleEntry,
      linksNameFiles: index.configuration.links == .file)
  }
}

extension LandmarkWords {
  fileprivate init(_ index: SiteIndex) {
    let strings = index.strings
    let region = index.helpRegion
    let lines = region?.helplines ?? []
    let numbers =
      lines.flatMap { [$0.phone, $0.display, $0.textphone, $0.text?.to, $0.text?.display] }
      + [region?.emergency?.number]
    let texts =
      lines.flatMap { [$0.name, $0.hours, $0.notes, $0.coverage, $0.cost, $0.whenClosed] }
      + [region?.emergency?.note, region?.name]
    self.init(
      exit: strings["exit.label"], secondExit: strings["exit.second"],
      safety: [strings["safety.device"], strings["safety.limits"], strings["safety.link"]],
      question: strings.text("safety.question") ?? "", help: strings["helpBlock.title"],
      numbers: Self.digits(in: numbers), digits: Self.digits(in: numbers + texts))
  }

  private static func digits(in texts: [Located<String>?]) -> Set<String> {
    Set(texts.compactMap { $0 }.flatMap { numbers(in: Array($0.value.utf8)) })
  }
}
