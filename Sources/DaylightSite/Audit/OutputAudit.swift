package import DaylightSyntax

/// The check of everything that is about to be published: nothing in it may send, store or load from
/// elsewhere, and what protects a reader is on every page (domain sections 2, 4 and 6).
///
/// It reads the finished files, not what made them, so a changed template is held to the same. Files
/// are independent of each other and may be checked in parallel; the cost is linear in their bytes.
package struct OutputAudit: Sendable {
  private let policy: AuditPolicy

  package init(_ policy: AuditPolicy) { self.policy = policy }

  /// What one file has in it, for `checkSite` and for remembering.
  package struct FileResult: Sendable, Hashable {
    package let path: String
    package let findings: [AuditFinding]
    /// The parts of a page in their order; empty for other files.
    package let landmarks: [Landmark]
  }

  /// Every rule of the audit, for `site.yaml` and the documentation.
  package static let rules = AuditRule.all

  /// The ids of the rules that a site cannot lower: all that are errors.
  package static let lockedRules = Set(rules.filter { $0.level == .error }.map(\.id))

  /// Checks all files of a site, one after the other.
  ///
  /// - Parameter sources: where to look for what wrote a finding: templates first, then content.
  package static func check(
    _ files: [AuditedFile], policy: AuditPolicy, sources: [SourceFile] = []
  ) -> [Diagnostic] {
    let audit = OutputAudit(policy)
    let results = files.map { audit.check($0) }
    return AuditFinding.diagnostics(
      results.flatMap(\.findings) + audit.checkSite(results), blaming: sources)
  }

  /// What is found in one file. Pure, and apart from the findings without allocation to speak of.
  package func check(_ file: AuditedFile) -> FileResult {
    var report = AuditReport(file)
    switch FileKind(path: file.path) {
    case .page:
      Self.checkAddress(file, &report)
      var page = PageAudit(file, policy: policy)
      let result = page.run()
      return FileResult(
        path: file.path, findings: report.findings + result.findings, landmarks: result.landmarks)
    case .style:
      var style = StyleAudit(policy: policy)
      for found in style.violations(in: file.bytes) { report.add(found.violation, at: found.range) }
    case .script: checkScript(file, &report)
    case .drawing, .markup:
      if !policy.hasFeed, isFeed(file.bytes) {
        report.add(.unaskedFeed)
      } else {
        var drawing = DrawingAudit(
          file, isDrawing: FileKind(path: file.path) == .drawing, policy: policy)
        return FileResult(path: file.path, findings: drawing.run(), landmarks: [])
      }
    case .data: checkData(file, &report)
    case .installable: report.add(.installable(file.path))
    case .refused(let reason): report.add(.unsafeFile(file.path, because: reason))
    case .inert, .text: break
    }
    return FileResult(path: file.path, findings: report.findings, landmarks: [])
  }

  /// What is found only when all pages are known: parts that come in another order than on most
  /// pages (CRI-05, WCAG 3.2.6).
  package func checkSite(_ results: [FileResult]) -> [AuditFinding] {
    let pages = results.filter { $0.landmarks.count > 1 }
    guard let usual = policy.landmarkOrder ?? commonest(pages.map(\.landmarks)) else { return [] }
    return pages.filter { $0.landmarks != usual }.map { page in
      AuditFinding(
        violation: .otherOrder(page.landmarks, than: usual), path: page.path, origin: nil,
        position: SourcePosition(line: 1, column: 1), fragment: [], context: [])
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
    for field in ["\"start_url\"", "\"display_override\"", "\"background_color\""]
    where file.bytes.holds(field) {
      return report.add(.installable(file.path))
    }
  }

  private func isFeed(_ bytes: [UInt8]) -> Bool {
    let start = Array(bytes.prefix(1000)).asciiLowercase
    return ["<feed", "<rss", "<rdf:rdf"].contains { start.holds($0) }
  }

  /// The first of those that come most often, in the order of the pages.
  private func commonest(_ orders: [[Landmark]]) -> [Landmark]? {
    var counts: [[Landmark]: Int] = [:]
    for order in orders { counts[order, default: 0] += 1 }
    let most = counts.values.max()
    return orders.first { counts[$0] == most }
  }
}
