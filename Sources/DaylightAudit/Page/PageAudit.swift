import DaylightSyntax

/// Reads a finished page once, tag by tag, and finds what could send, store, load or reveal
/// something, and which of the parts that protect a reader are missing.
struct PageAudit {
  let policy: AuditPolicy
  var scanner: HTMLScanner
  var report: AuditReport
  var head = HeadAudit()
  var landmarks = LandmarkAudit()
  var scratch = AuditScratch(nil)
  var emptyParts = EmptyParts()
  var hasForm = false
  var open = OpenElements()
  /// The number of elements around the current tag.
  var depth = 0
  /// Links and buttons whose words are being read.
  var controls: [OpenControl] = []
  /// The attributes that people read, separated by NUL.
  var spoken: [UInt8] = []

  var isWhole = false
  /// The element whose raw content comes next.
  var rawOwner: HTMLVocabulary.Element.Role?
  var svgDepth = 0
  var noscriptEnd: Int?
  /// Of the current tag.
  var links: [HTMLAttribute] = []
  var isExit = false
  var exit: Landmark?
  /// The host of the current link, if it is another site.
  var outsideHost: LinkHost?
  /// The digits that it dials, if it does.
  var dialled: String?
  /// Where the last link of the page led, if to another site.
  var lastHost: LinkHost?

  init(_ file: AuditedFile, policy: AuditPolicy, scanner: HTMLScanner) {
    self.policy = policy
    self.scanner = scanner
    report = AuditReport(file)
  }

  var file: AuditedFile { report.file }

  /// What one page has in it.
  struct Result {
    let findings: [AuditFinding]
    let landmarks: LandmarkOrder
    let links: PageLinks
  }
}
