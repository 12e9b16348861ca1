package import DaylightSyntax

/// The check of everything that is about to be published: nothing in it may send, store or load
/// from elsewhere, and what protects a reader is on every page.
///
/// It reads the finished files, not what made them, so a changed template is checked in the same
/// way. Files are independent of each other and may be checked in parallel; the cost is linear in
/// their bytes.
package struct OutputAudit: Sendable {
  let policy: AuditPolicy
  private let targets: LinkTargets?

  /// - Parameter targets: where links may lead; without them links are not looked at.
  package init(_ policy: AuditPolicy, targets: LinkTargets? = nil) {
    self.policy = policy
    self.targets = targets
  }

  /// The result for one file, for `checkSite` and for the next build. It contains none of the
  /// file’s bytes, and is kept by reference from build to build.
  package final class FileResult: Sendable {
    package let path: String
    package let findings: [AuditFinding]
    /// The parts of a page in their order; empty for other files.
    package let landmarks: LandmarkOrder
    package let links: PageLinks

    init(
      _ file: AuditedFile, findings: [AuditFinding], landmarks: LandmarkOrder = LandmarkOrder(),
      links: PageLinks = PageLinks()
    ) {
      path = file.path
      self.findings = findings
      self.landmarks = landmarks
      self.links = links
    }

    /// For a file that could not be read.
    package convenience init(unread path: String) {
      self.init(AuditedFile(path: path, bytes: []), findings: [])
    }
  }

  /// What is found only when all files are known.
  package struct SiteResult: Sendable {
    package let findings: [AuditFinding]
    /// Links that lead nowhere, whether that can be found in one page or only in all.
    package let brokenLinks: [Diagnostic]
  }

  /// Every rule of the audit, for `site.yaml` and the documentation.
  package static let rules = RuleBook([.syntax, .audit]).groups
    .filter { [RuleTopic.audit, .checklists].map(\.title).contains($0.title) }.flatMap(\.rules)

  /// Checks all files of a site, one after the other.
  ///
  /// - Parameter sources: where to look for what wrote a finding: templates first, then content.
  package static func check(
    _ files: [AuditedFile], policy: AuditPolicy, sources: [SourceFile] = []
  ) -> [Diagnostic] {
    let audit = OutputAudit(policy)
    var scratch = audit.scratch()
    let results = files.map { audit.check($0, &scratch) }
    var search = SourceSearch(sources)
    return AuditFinding.diagnostics(audit.checkSite(results).findings, searching: &search)
  }

  /// Memory for files that are checked one after the other.
  package func scratch() -> AuditScratch { AuditScratch(targets) }

  /// The findings in one file. A pure function, which allocates almost nothing unless it finds
  /// something.
  package func check(_ file: AuditedFile, _ scratch: inout AuditScratch) -> FileResult {
    var report = AuditReport(file)
    switch FileKind(path: file.path) {
    case .page:
      checkAddress(file, &report)
      let result = PageAudit.run(file, policy: policy, &scratch)
      return FileResult(
        file, findings: report.findings + result.findings, landmarks: result.landmarks,
        links: result.links)
    case .style where file.path == policy.landmarkStyle.path:
      if file.bytes != policy.landmarkStyle.bytes { report.add(.changedStyle(file.path)) }
    case .style:
      for found in ThemeAudit.violations(in: file.bytes, policy) {
        report.add(found.violation, at: found.range)
      }
      var style = StyleAudit(policy: policy)
      for found in style.violations(in: file.bytes) { report.add(found.violation, at: found.range) }
    case .script: checkScript(file, &report)
    case .drawing, .markup:
      let isDrawing = FileKind(path: file.path) == .drawing
      // A feed with the name of a drawing is no drawing.
      if !policy.hasFeed, !isDrawing, isFeed(file.bytes) {
        report.add(.unaskedFeed)
      } else {
        let result = DrawingAudit.run(file, isDrawing: isDrawing, policy: policy)
        checkPromises(file, &report)
        if !isDrawing { checkRoot(file, &report) }
        return FileResult(
          file, findings: report.findings + result.findings, links: result.links)
      }
    case .data:
      checkData(file, &report)
      checkPromises(file, &report)
    case .hostFile: report.add(.hostFile(file.path))
    case .installable: report.add(.installable(file.path))
    case .download where policy.allowsDownloads: checkDownload(file, &report)
    case .download: report.add(.unsafeFile(file.path, because: FileKind.downloadProblem))
    case .refused(let reason): report.add(.unsafeFile(file.path, because: reason))
    case .picture: checkPicture(file, &report)
    case .inert, .text: break
    }
    return FileResult(file, findings: report.findings)
  }

  /// Everything that is found in the files of a site, with what only shows when all are known.
  package func checkSite(_ results: [FileResult]) -> SiteResult {
    let open = results.flatMap(\.links.open)
    let targets = Set(open.map(\.target))
    let ids = Dictionary(
      results.lazy.filter { targets.contains($0.path) }.map { ($0.path, $0.links.ids) },
      uniquingKeysWith: { first, _ in first })
    let missing = open.filter { ids[$0.target]?.contains($0.anchor.value) != true }
    return SiteResult(
      findings: results.flatMap(\.findings) + otherOrders(results),
      brokenLinks: results.flatMap(\.links.broken) + missing.map(\.finding))
  }

  /// Parts that come in another order than on most pages (CRI-05, WCAG 3.2.6).
  private func otherOrders(_ results: [FileResult]) -> [AuditFinding] {
    let expected = policy.landmarkOrder.map { LandmarkOrder($0) }
    let orders = results.lazy.map(\.landmarks).filter { $0.count > 1 }
    guard let usual = expected ?? commonest(orders) else { return [] }
    return results.filter { $0.landmarks.count > 1 && $0.landmarks != usual }.map { page in
      AuditFinding(
        violation: .otherOrder(page.landmarks.landmarks, than: usual.landmarks), path: page.path,
        origin: nil, position: SourcePosition(line: 1, column: 1), fragment: [], context: [])
    }
  }
}

extension OutputAudit {
  private func checkScript(_ file: AuditedFile, _ report: inout AuditReport) {
    let shipped = [policy.exitScript, policy.checklistScript].first { $0.path == file.path }
    guard let shipped else { return report.add(.foreignScript(file.path)) }
    guard shipped.bytes == file.bytes else { return report.add(.changedScript(file.path)) }
    for found in ScriptAudit.violations(in: file.bytes) {
      report.add(found.violation, at: found.range)
    }
  }

  /// A description of an app is known by its fields, whatever its name.
  private func checkData(_ file: AuditedFile, _ report: inout AuditReport) {
    guard let first = file.bytes.first(where: { $0 > 0x20 }), first.isOne(of: "{[") else {
      return report.add(.unsafeFile(file.path, because: "it is not JSON, as its name says"))
    }
    if !policy.hasFeed, file.bytes.contains(text: "jsonfeed.org") {
      return report.add(.unaskedFeed)
    }
    for field in ["\"start_url\"", "\"display_override\"", "\"background_color\""]
    where file.bytes.contains(text: field) {
      return report.add(.installable(file.path))
    }
  }

  /// An XML file is a sitemap or a feed. Others describe tiles, searches and what else a browser or a
  /// plug-in looks for.
  private func checkRoot(_ file: AuditedFile, _ report: inout AuditReport) {
    guard let root = root(of: file.bytes),
      !["urlset", "sitemapindex", "feed", "rss", "rdf"].contains(root)
    else { return }
    report.add(.unsafeXML(root))
  }

  /// Atom, RSS 2.0 or RSS 1.0, by the root element. What is deeper in a file does not make it a
  /// feed: many programs write RDF into their exports.
  private func isFeed(_ bytes: [UInt8]) -> Bool {
    ["feed", "rss", "rdf"].contains(root(of: bytes))
  }

  /// The name of the root element, without its prefix.
  private func root(of bytes: [UInt8]) -> String? {
    let root = bytes.withHTMLScanner { scanner -> String? in
      while let token = scanner.next() {
        if case .startTag(let tag) = token { return scanner.name(tag.spelling) }
      }
      return nil
    }
    return root?.split(separator: ":").last.map(String.init)
  }

  /// The first of those that come most often, in the order of the pages.
  private func commonest(_ orders: some Sequence<LandmarkOrder>) -> LandmarkOrder? {
    // Most sites have one or two.
    var counts: [(order: LandmarkOrder, count: Int)] = []
    for order in orders {
      if let index = counts.firstIndex(where: { $0.order == order }) {
        counts[index].count += 1
      } else {
        counts.append((order, 1))
      }
    }
    let most = counts.map(\.count).max()
    return counts.first { $0.count == most }?.order
  }
}
