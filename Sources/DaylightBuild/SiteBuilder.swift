package import DaylightModel
package import DaylightSite
package import DaylightSyntax
import DaylightTheme

/// Builds a site from a folder on disk: load, the pipeline, commit.
package struct SiteBuilder: Sendable {
  package let site: String
  package let options: BuildOptions
  private let pipeline: SitePipeline
  private let photos: PhotoStage
  private let theme: [SourceFile]

  /// - Parameters:
  ///   - theme: the files that the site uses where its folder `templates` has none.
  ///   - keepsPhotos: whether to keep photographs, as they were made ready, for later builds.
  ///   - observePhotos: called with the number of those that have to be made ready, if any.
  package init(
    site: String, options: BuildOptions, pipeline: SitePipeline, theme: [SourceFile] = [],
    keepsPhotos: Bool = false,
    observePhotos: @escaping @Sendable (Int) -> Void = { _ in }
  ) {
    self.site = site
    self.options = options
    self.pipeline = pipeline
    self.theme = theme
    photos = PhotoStage(
      site: site, keeps: keepsPhotos, runner: pipeline.runner, observe: observePhotos)
  }

  /// Reads the folder and runs the pipeline. Writes nothing but the photographs that it keeps.
  ///
  /// - Parameters:
  ///   - scan: the files of the site, if they are already known.
  ///   - staging: what takes sources, texts and finished pages out of memory.
  ///   - changed: the only files that may differ from those of the previous build; nil if any file
  ///     may.
  ///   - look: is shown the pages that are open before the rest is built.
  package func build(
    _ scan: Diagnosed<SourceSnapshot>? = nil, after previous: SiteBuild? = nil,
    changed: Set<String>? = nil, into staging: OutputStaging? = nil,
    showing look: FirstLook? = nil
  ) async throws(BuildFailure) -> SiteBuild {
    let loader = SiteLoader(root: site)
    if let previous, let changed, let input = try loader.reload(previous.input, changed) {
      return await pipeline.build(input, after: previous, showing: look)
    }
    let files = if let scan { scan } else { try loader.scan() }
    let loaded = try await loader.load(
      files, with: pipeline.runner, into: staging?.scratch)
    let photos = try await photos.run(loaded.value.assets)
    var input = SiteInput(loaded.value, photos, loading: loaded.diagnostics, options: options)
    input.complete(with: theme)
    let build = await pipeline.build(input, after: previous, into: staging, showing: look)
    if let failure = staging?.failure { throw .file(failure) }
    return build
  }

  /// The files of the site with their status.
  package func scan() throws(BuildFailure) -> Diagnosed<SourceSnapshot> {
    try SiteLoader(root: site).scan()
  }

  /// The result of a commit.
  package struct Commit: Sendable {
    package let summary: OutputCommitter.Summary
    package let diagnostics: [Diagnostic]
  }

  /// Updates the output folder to match the build.
  ///
  /// With errors, in the build or in what was found in the folder, nothing is touched.
  package func commit(
    _ build: SiteBuild, in output: OutputStaging
  ) async throws(BuildFailure) -> Commit {
    precondition(!build.hasErrors, "a build with errors is not for publishing")
    let committer = OutputCommitter(site: site, staging: output, runner: pipeline.runner)
    let plan = try await committer.plan(build.artifacts, in: output.lock)
    let found = build.levels.apply(to: plan.diagnostics)
    if found.contains(where: { $0.severity == .error }) {
      return Commit(summary: .init(), diagnostics: found)
    }
    return Commit(
      summary: try committer.commit(plan.value, in: output.lock), diagnostics: found)
  }
}

extension SiteInput {
  /// Sorts what was loaded into pages and data, templates, assets and attachments.
  fileprivate init(
    _ loaded: SiteLoader.Site, _ photos: PhotoStage.Photos, loading diagnostics: [Diagnostic],
    options: BuildOptions
  ) {
    let assets = "templates/assets/"
    self.init(
      content: loaded.files.filter { $0.path.hasPrefix("content/") && $0.isSource },
      templates: loaded.files.filter {
        $0.path.hasPrefix("templates/") && !$0.path.hasPrefix(assets)
      },
      attachments: loaded.attachments(photos),
      attachedText: loaded.files.filter { $0.path.hasPrefix("content/") && !$0.isSource },
      assets: loaded.files.filter { $0.path.hasPrefix(assets) },
      diagnostics: diagnostics, options: options, rules: .whole)
  }
}

extension SiteLoader {
  /// The input with some text files read again. Nil if a file was added or removed, or is not a
  /// text file of the site: then everything has to be loaded again.
  fileprivate func reload(
    _ input: SiteInput, _ changed: Set<String>
  ) throws(BuildFailure) -> SiteInput? {
    guard input.diagnostics.isEmpty else { return nil }
    var input = input
    // A file that replaces a built-in one changes more than itself.
    guard input.builtIn.isDisjoint(with: changed) else { return nil }
    for path in changed {
      guard let file = try read(path), input.replace(file) else { return nil }
    }
    return input
  }
}

extension SourceFile {
  /// Whether the file is a page or data; any other file in `content` is an attachment.
  fileprivate var isSource: Bool {
    [".md", ".yaml", ".lock"].contains { path.hasSuffix($0) } || path == OwnWords.path
  }
}

extension SiteLoader.Site {
  fileprivate func attachments(_ photos: PhotoStage.Photos) -> [AttachedFile] {
    let binary = assets.filter { $0.path.hasPrefix("content/") }.map {
      AttachedFile($0, $0.isPhoto ? photos[$0.picture] : nil)
    }
    // Text that is not a page or data, such as an SVG drawing, was read whole.
    let text = files.filter { $0.path.hasPrefix("content/") && !$0.isSource }.map {
      AttachedFile(
        path: $0.path, size: $0.bytes.count, head: $0.bytes,
        version: ContentDigest($0.bytes).version)
    }
    return (binary + text).sorted { $0.path < $1.path }
  }
}

extension ContentDigest {
  fileprivate var version: Int { Int(bitPattern: UInt(value)) }
}

extension SiteBuilder {
  /// The bytes of an attached file; empty if it no longer exists.
  package func bytes(ofAttachment path: String) throws(BuildFailure) -> [UInt8] {
    try SiteLoader(root: site).bytes(of: path) ?? []
  }
}
