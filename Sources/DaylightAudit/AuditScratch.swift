/// What the audit keeps from page to page: buffers, and where links lead that pages repeat. It
/// changes no finding.
package struct AuditScratch: Sendable {
  /// Nil if links are not checked.
  var links: LinkAudit?
  var text = AuditText()
  var known = KnownParts()

  init(_ targets: LinkTargets?) { links = targets.map(LinkAudit.init) }
}
