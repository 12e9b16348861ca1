/// What the audit keeps from page to page: buffers, and where links lead that pages repeat. It
/// changes no finding.
package struct AuditMemory: Sendable {
  /// Nothing where links are not looked at.
  var links: LinkAudit?
  /// What a reader sees of the page at hand, with NUL where one block ends and the next begins.
  var text: [UInt8] = []

  init(_ targets: LinkTargets?) { links = targets.map(LinkAudit.init) }
}
