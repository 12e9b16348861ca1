package import DaylightSyntax

/// A finished site in memory, as a build hands it over to be looked at.
package struct PreviewSite: Sendable {
  /// What a build would write, to the byte. Not looked at where a finding is an error.
  package var files: PreviewFiles
  /// The page that stands in for those that are not there.
  package var notFoundPath = "404.html"
  /// What the header file asks hosts to send with every file.
  package var headers: [(name: String, value: String)] = []
  package var diagnostics: [Diagnostic]
  /// The file at a source path, for excerpts.
  package var sources: @Sendable (String) -> SourceFile?
  /// The pages, by output path, that only a preview shows.
  package var drafts: Set<String> = []
  /// The output path of the page that is written in a source file.
  package var pageOfSource: [String: String] = [:]

  package init(
    files: PreviewFiles = PreviewFiles(), diagnostics: [Diagnostic] = [],
    sources: @escaping @Sendable (String) -> SourceFile? = { _ in nil }
  ) {
    self.files = files
    self.diagnostics = diagnostics
    self.sources = sources
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Builds the site anew after changes. It is never called again before it has returned.
///
/// It remembers what it has read: after a build with errors, the next one is told only of what
/// changed since. A machine failure (a disk that cannot be read) is told as a diagnostic too.
package typealias PreviewBuilder = @Sendable (ChangeSet) async -> PreviewSite
