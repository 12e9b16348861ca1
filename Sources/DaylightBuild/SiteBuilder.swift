package import DaylightSite
package import DaylightSyntax

/// Builds a site from a folder on disk: load, the pipeline, commit.
package struct SiteBuilder: Sendable {
  package let site: String
  package let options: BuildOptions
  private let pipeline: SitePipeline

  package init(site: String, options: BuildOptions, pipeline: SitePipeline) {
    self.site = site
    self.options = options
    self.pipeline = pipeline
  }

  /// Reads the folder and runs the pipeline. Writes nothing.
  ///
  /// - Parameters:
  ///   - scan: which files there are, where that is known already.
  ///   - sink: what takes finished pages out of memory.
  ///   - changed: the only files that may differ from those of the previous build; nothing where
  ///     every file may.
  package func build(
    _ scan: Diagnosed<SourceSnapshot>? = nil, after previous: SiteBuild? = nil,
    changed: Set<String>? = nil, into sink: (any ArtifactSink)? = nil
  ) async throws(BuildFailure) -> SiteBuild {
    let loader = SiteLoader(root: site)
    if let previous, let changed, let input = try loader.reload(previous.input, changed) {
      return await pipeline.build(input, after: previous)
    }
    let files = if let scan { scan } else { try loader.scan() }
    let loaded = try await loader.load(files, with: pipeline.runner)
    let input = SiteInput(loaded.value, loading: loaded.diagnostics, options: options)
    return await pipeline.build(input, after: previous, into: sink)
  }

  /// Which files there are and how they look from outside.
  package func scan() throws(BuildFailure) -> Diagnosed<SourceSnapshot> {
    try SiteLoader(root: site).scan()
  }

  /// What became of the output folder.
  package struct Commit: Sendable {
    package let summary: OutputCommitter.Summary
    package let diagnostics: [Diagnostic]
  }

  /// Brings the output folder from what it is to what the build made.
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
    _ loaded: SiteLoader.Site, loading diagnostics: [Diagnostic], options: BuildOptions
  ) {
    let assets = "templates/assets/"
    self.init(
      content: loaded.files.filter { $0.path.hasPrefix("content/") && $0.isSource },
      templates: loaded.files.filter {
        $0.path.hasPrefix("templates/") && !$0.path.hasPrefix(assets)
      },
      attachments: loaded.attachments,
      attachedText: loaded.files.filter { $0.path.hasPrefix("content/") && !$0.isSource },
      assets: loaded.files.filter { $0.path.hasPrefix(assets) },
      diagnostics: diagnostics, options: options, rules: .whole)
  }
}

extension SiteLoader {
  /// The input with some text files read anew, or nothing where a file came, went, or is no plain
  /// text of the site: then everything has to be looked at.
  fileprivate func reload(
    _ input: SiteInput, _ changed: Set<String>
  ) throws(BuildFailure) -> SiteInput? {
    guard input.diagnostics.isEmpty else { return nil }
    var input = input
    for path in changed {
      let list: WritableKeyPath<SiteInput, [SourceFile]> =
        !path.hasPrefix("templates/")
        ? \.content
        : path.hasPrefix("templates/assets/") ? \.assets : \.templates
      guard let number = input[keyPath: list].firstIndex(where: { $0.path == path }),
        let file = try read(path)
      else { return nil }
      input[keyPath: list][number] = file
    }
    return input
  }
}

extension SourceFile {
  /// Whether the file says what pages are made of; any other file beside pages is an attachment.
  fileprivate var isSource: Bool {
    [".md", ".yaml", ".lock"].contains { path.hasSuffix($0) }
  }
}

extension SiteLoader.Site {
  fileprivate var attachments: [AttachedFile] {
    let binary = assets.filter { $0.path.hasPrefix("content/") }.map {
      AttachedFile(
        path: $0.path, size: $0.stamp.size, head: $0.head, version: Int($0.stamp.modified),
        picture: $0.picture)
    }
    // Text that is no source, such as a drawing in SVG, was read whole.
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
  /// The bytes of an attached file; none when it has gone since.
  package func bytes(ofAttachment path: String) throws(BuildFailure) -> [UInt8] {
    try SiteLoader(root: site).bytes(of: path) ?? []
  }
}
