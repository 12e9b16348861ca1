import DaylightAudit
import DaylightModel
import DaylightSyntax

/// The findings in each finished file, which the next build can reuse.
struct SiteAudit: Sendable {
  let context: AuditContext
  let results: AuditStage.Results
  /// The pages whose findings are left out.
  let inError: PagesInError
  let diagnostics: [Diagnostic]
  /// The search for the sources of findings, with its answers.
  let search: SourceSearch?
}
