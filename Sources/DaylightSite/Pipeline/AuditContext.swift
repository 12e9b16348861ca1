import DaylightAudit
import DaylightSyntax
import DaylightTheme

/// What the audit needs to know to read one finished file. It is known before any page is rendered.
struct AuditContext: Sendable {
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

  func read(_ artifact: Artifact, _ scratch: inout AuditScratch) -> OutputAudit.FileResult {
    audit.check(files.file(artifact, attached), &scratch)
  }
}
