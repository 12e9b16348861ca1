package import DaylightBuild
package import DaylightSite
import DaylightSyntax

/// Builds a site for looking at, each time from what the last build knew.
///
/// Nothing is written: the finished files stay in memory, and are what `daylight build` would write,
/// to the byte.
package actor SitePreview {
  private let builder: SiteBuilder
  private var last: SiteBuild?
  private var files: [String: PreviewFile] = [:]
  private var attachments: [AttachedFile] = []
  private let clock: BuildClock
  private let observe: @Sendable (SiteBuild) -> Void

  /// - Parameters:
  ///   - clock: begins anew with every build; the builder's pipeline tells it of the stages.
  ///   - observe: is shown every build.
  package init(
    _ builder: SiteBuilder, clock: BuildClock = BuildClock(),
    observe: @escaping @Sendable (SiteBuild) -> Void = { _ in }
  ) {
    self.builder = builder
    self.clock = clock
    self.observe = observe
  }

  /// The site after changes. A failure of the machine is told as a finding: the preview goes on.
  package func site(after changes: ChangeSet) async -> PreviewSite {
    do throws(BuildFailure) {
      clock.restart()
      let build = try await builder.build(
        after: last, changed: changes.isEverything ? nil : changes.paths)
      last = build
      observe(build)
      return try preview(of: build)
    } catch {
      return PreviewSite(files: [:], diagnostics: [.failure(error)])
    }
  }

  /// The last build, for pages about the site.
  package var build: SiteBuild? { last }

  private func preview(of build: SiteBuild) throws(BuildFailure) -> PreviewSite {
    if let rendered = build.rendered, !build.hasErrors { try take(rendered, of: build) }
    let input = build.input
    var site = PreviewSite(files: files, diagnostics: build.diagnostics) { path in
      (input.content + input.templates + input.assets).first { $0.path == path }
    }
    site.headers = HeaderFiles.headers
    let entries = build.index.value.entries
    site.drafts = Set(entries.filter(\.isDraft).map(\.route.outputPath))
    site.pageOfSource = Dictionary(
      entries.map { ($0.source, $0.route.outputPath) }, uniquingKeysWith: { $1 })
    return site
  }

  /// Takes over the files that changed, so that an edit costs what it changes.
  private func take(_ rendered: RenderedSite, of build: SiteBuild) throws(BuildFailure) {
    let paths = Set(rendered.artifacts.map(\.path))
    for path in files.keys where !paths.contains(path) { files[path] = nil }
    let haveAttachmentsChanged = build.input.attachments != attachments
    attachments = build.input.attachments
    for artifact in rendered.artifacts {
      switch artifact.content {
      case .bytes(let bytes):
        if files[artifact.path] == nil || rendered.changed.contains(artifact.path) {
          files[artifact.path] = PreviewFile(bytes)
        }
      case .copy(let source):
        if files[artifact.path] == nil || haveAttachmentsChanged {
          files[artifact.path] = PreviewFile(try builder.bytes(ofAttachment: source))
        }
      case .staged: break  // A preview hands nothing over.
      }
    }
  }
}

extension Diagnostic {
  private static let previewFailure = Rule(
    "machine-failure", .error, "The computer could not do its part.")

  fileprivate static func failure(_ failure: BuildFailure) -> Self {
    Diagnostic(previewFailure, failure.message, at: nil, help: failure.help)
  }
}
