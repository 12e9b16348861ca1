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
  /// What is served: the files of the last build without errors.
  private var files = PreviewFiles()
  /// What builds with errors have changed since, by path; nothing where it may be everything.
  private var unseen: Set<String>? = nil
  private var attachments: [AttachedFile] = []
  private var drafts: Set<String> = []
  private var pageOfSource: [String: String] = [:]
  private let clock: BuildClock
  private var hasSite = false
  private let observe: @Sendable (_ build: SiteBuild, _ hasSite: Bool) -> Void
  private let fail: @Sendable (BuildFailure) -> Void

  /// - Parameters:
  ///   - clock: begins anew with every build; the builder's pipeline tells it of the stages.
  ///   - observe: is shown every build, and whether there is a good site by now.
  ///   - fail: is told why the machine could not build.
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

  /// The site after changes. A failure of the machine is told as a finding: the preview goes on.
  package func site(after changes: ChangeSet) async -> PreviewSite {
    do throws(BuildFailure) {
      clock.restart()
      let build = try await builder.build(
        after: last, changed: changes.isEverything ? nil : changes.paths)
      if last == nil || build.index.isNew { takeNames(of: build.index.value.entries) }
      last = build
      hasSite = hasSite || !build.hasErrors
      observe(build, hasSite)
      if let rendered = build.rendered { try take(rendered, of: build) }
      return preview(of: build)
    } catch {
      fail(error)
      return PreviewSite(diagnostics: [error.diagnostic])
    }
  }

  /// The last build, for pages about the site.
  package var build: SiteBuild? { last }

  private func preview(of build: SiteBuild) -> PreviewSite {
    var site = PreviewSite(files: files, diagnostics: build.diagnostics) { build.source($0) }
    site.headers = HeaderFiles.headers
    site.drafts = drafts
    site.pageOfSource = pageOfSource
    return site
  }

  private func takeNames(of entries: [PageEntry]) {
    drafts = Set(entries.filter(\.isDraft).map(\.route.outputPath))
    pageOfSource = Dictionary(
      entries.map { ($0.source, $0.route.outputPath) }, uniquingKeysWith: { $1 })
  }

  /// Takes over the files that changed, so that an edit costs what it changes.
  private func take(_ rendered: RenderedSite, of build: SiteBuild) throws(BuildFailure) {
    let changed = rendered.changed.map { rendered.artifacts.values[$0].path }
    unseen = rendered.isEdit ? unseen?.union(changed) : nil
    guard !build.hasErrors else { return }
    if let unseen {
      for path in unseen {
        if let bytes = rendered.artifacts[path]?.bytes { files[path] = PreviewFile(bytes) }
      }
    } else {
      files = try files(rendered, of: build)
    }
    unseen = []
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
      case .staged: break  // A preview hands nothing over.
      }
    }
    return PreviewFiles(files)
  }
}
