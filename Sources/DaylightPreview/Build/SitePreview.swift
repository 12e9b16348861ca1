package import DaylightBuild
import DaylightModel
package import DaylightSite
import DaylightSyntax
import DaylightTheme

/// Builds a site for the preview, each time reusing the last build.
///
/// Nothing is written: the finished files stay in memory, byte for byte what `daylight build` would
/// write.
package actor SitePreview {
  private let builder: SiteBuilder
  private var last: SiteBuild?
  /// What is served: the files of the last build without errors.
  private var files = PreviewFiles()
  /// The paths that builds with errors have changed since; nil if any may have changed.
  private var unpublished: Set<String>? = nil
  private var attachments: [AttachedFile] = []
  private var drafts: Set<String> = []
  private var pageOfSource: [String: String] = [:]
  private let clock: BuildClock
  private var hasSite = false
  private let observe: @Sendable (_ build: SiteBuild, _ hasSite: Bool) -> Void
  private let fail: @Sendable (BuildFailure) -> Void

  /// - Parameters:
  ///   - clock: restarts with every build; the builder's pipeline tells it when a stage begins.
  ///   - observe: called with every build, and whether there is a site to show by now.
  ///   - fail: called with the system error if a build fails.
  package init(
    _ builder: SiteBuilder, clock: BuildClock = BuildClock(),
    observe: @escaping @Sendable (SiteBuild, Bool) -> Void = { _, _ in },
    fail: @escaping @Sendable (BuildFailure) -> Void = { _ in }
  ) {
    self.builder = builder
    self.clock = clock
    self.observe = observe
    self.fail = fail
  }

  /// Builds the site after changes. A system error becomes a finding, so that the preview
  /// continues.
  ///
  /// - Parameter look: is shown the pages that are open before the rest is built.
  package func site(
    after changes: ChangeSet, showing look: FirstLook? = nil
  ) async -> PreviewSite {
    do throws(BuildFailure) {
      clock.restart()
      let build = try await builder.build(
        after: last, changed: changes.isEverything ? nil : changes.paths, showing: look)
      if !build.delta.isOnlyBodies { updateNames(of: build.index.value.entries) }
      last = build
      hasSite = hasSite || !build.hasErrors
      observe(build, hasSite)
      if let rendered = build.rendered { try take(rendered, of: build) }
      return preview(of: build)
    } catch {
      fail(error)
      return PreviewSite(findings: SiteFindings([error.diagnostic]))
    }
  }

  /// The last build, for pages about the site.
  package var build: SiteBuild? { last }

  private func preview(of build: SiteBuild) -> PreviewSite {
    var site = PreviewSite(files: files, findings: build.findings) { build.source($0) }
    site.headers = HeaderFiles.headers
    site.drafts = drafts
    site.pageOfSource = pageOfSource
    return site
  }

  private func updateNames(of entries: [PageEntry]) {
    drafts = Set(entries.filter(\.isDraft).map(\.route.outputPath))
    pageOfSource = Dictionary(
      entries.map { ($0.source, $0.route.outputPath) }, uniquingKeysWith: { $1 })
  }

  /// Replaces only the files that changed, so that an edit costs no more than what it changes.
  private func take(_ rendered: RenderedSite, of build: SiteBuild) throws(BuildFailure) {
    let changed = rendered.changed.map { rendered.artifacts.values[$0].path }
    unpublished = build.delta.isOnlyBodies ? unpublished?.union(changed) : nil
    guard !build.hasErrors else { return }
    if let unpublished {
      for path in unpublished {
        if let bytes = rendered.artifacts[path]?.bytes { files[path] = PreviewFile(bytes) }
      }
    } else {
      files = try files(rendered, of: build)
    }
    unpublished = []
  }

  private func files(
    _ rendered: RenderedSite, of build: SiteBuild
  ) throws(BuildFailure) -> PreviewFiles {
    let haveAttachmentsChanged = build.input.attachments != attachments
    attachments = build.input.attachments
    var files: [String: PreviewFile] = [:]
    files.reserveCapacity(rendered.artifacts.count)
    for artifact in rendered.artifacts.values {
      let known = self.files[artifact.path]
      switch artifact.content {
      case .bytes(let bytes):
        files[artifact.path] = known?.bytes == bytes ? known : PreviewFile(bytes)
      case .copy(let source):
        files[artifact.path] =
          known != nil && !haveAttachmentsChanged
          ? known : PreviewFile(try builder.bytes(ofAttachment: source))
      case .staged: break  // A preview stages nothing.
      }
    }
    return PreviewFiles(files)
  }
}
