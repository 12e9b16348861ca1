import DaylightAudit
import DaylightSyntax
import DaylightTheme

/// Audits each page as soon as it is rendered and passes its bytes on, so that they need not stay
/// in memory until the last page is rendered.
struct PageHandover: Sendable {
  let reading: AuditReading
  let sink: any ArtifactSink

  /// What the audit keeps from page to page.
  func memory() -> AuditMemory { reading.audit.memory() }

  /// A page in which something was found, or may yet be, keeps its bytes: the report shows a line of
  /// it.
  func take(
    _ artifact: Artifact, _ memory: inout AuditMemory
  ) -> (artifact: Artifact, read: OutputAudit.FileResult) {
    let read = reading.read(artifact, &memory)
    guard let bytes = artifact.bytes, read.findings.isEmpty, read.links.isSettled else {
      return (artifact, read)
    }
    return (Artifact(path: artifact.path, content: sink.take(bytes, for: artifact.path)), read)
  }
}

/// All that the audit must know to read one finished file. It is known before any page is rendered.
struct AuditReading: Sendable {
  let policy: AuditPolicy
  let files: AuditedFiles
  let targets: LinkTargets
  let audit: OutputAudit
  private let attached: AttachedText

  init(
    policy: AuditPolicy, files: AuditedFiles, targets: LinkTargets, attached: AttachedText
  ) {
    self.policy = policy
    self.files = files
    self.targets = targets
    self.attached = attached
    audit = OutputAudit(policy, targets: targets)
  }

  func read(_ artifact: Artifact, _ memory: inout AuditMemory) -> OutputAudit.FileResult {
    audit.check(files.file(artifact, attached), &memory)
  }
}

extension PageLinks {
  /// Whether no link of the page leads nowhere, whatever the other pages turn out to have in them.
  fileprivate var isSettled: Bool { broken.isEmpty && open.isEmpty }
}
