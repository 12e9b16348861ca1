import DaylightAudit
import DaylightSyntax
import DaylightTheme

/// Audits each page as soon as it is rendered and passes its bytes on, so that they need not stay
/// in memory until the last page is rendered.
struct StreamingAudit: Sendable {
  let context: AuditContext
  let sink: any ArtifactSink

  /// Memory for the audit of pages one after the other.
  func scratch() -> AuditScratch { context.audit.scratch() }

  /// Audits a page and stores its bytes elsewhere. A page with findings, or with links that may still
  /// be broken, keeps its bytes, because the report quotes a line of it.
  func audit(
    _ artifact: Artifact, _ scratch: inout AuditScratch
  ) -> (artifact: Artifact, read: OutputAudit.FileResult) {
    let read = context.read(artifact, &scratch)
    guard let bytes = artifact.bytes, read.findings.isEmpty, read.links.isSettled else {
      return (artifact, read)
    }
    return (Artifact(path: artifact.path, content: sink.store(bytes, for: artifact.path)), read)
  }
}

extension PageLinks {
  /// Whether no link of the page can be broken, whatever the other pages contain.
  fileprivate var isSettled: Bool { broken.isEmpty && open.isEmpty }
}
