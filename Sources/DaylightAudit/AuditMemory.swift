/// What the audit keeps from page to page: buffers, and where links lead that pages repeat. It
/// changes no finding.
package struct AuditMemory: Sendable {
  /// Nothing where links are not looked at.
  var links: LinkAudit?
  var text = AuditText()

  init(_ targets: LinkTargets?) { links = targets.map(LinkAudit.init) }
}
