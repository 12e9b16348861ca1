package import DaylightSyntax

/// Turns the files of a site of another tool into those of ours.
///
/// Pure: the same files give the same result, and nothing is read or written here.
package struct Importer {
  private let files: [ForeignFile]
  private let kind: ForeignKind
  private let language: String?
  private let sourceName: String
  private let skipped: [String]
  private let frame: @Sendable (_ name: String) -> [SourceFile]

  /// - Parameters:
  ///   - files: sorted by their paths.
  ///   - language: the one language that is imported; nil for that of the source.
  ///   - sourceName: the name of the folder or file, for a site that says no other.
  ///   - skipped: what is in the source and was not read, such as symbolic links.
  ///   - frame: the files of a new site of a name, which what is imported replaces or joins.
  package init(
    _ files: [ForeignFile], kind: ForeignKind, language: String? = nil, sourceName: String,
    skipped: [String] = [],
    frame: @escaping @Sendable (_ name: String) -> [SourceFile] = { _ in [] }
  ) {
    self.files = files.sorted { $0.path < $1.path }
    self.kind = kind
    self.language = language
    self.sourceName = sourceName
    self.skipped = skipped
    self.frame = frame
  }

  package func run() -> ImportedSite {
    var site = read()
    let targets = PageTargets(site)
    site.findings += skipped.map {
      ImportFinding(kind: .notRead, path: $0, line: 1, text: "a symbolic link, or closed to you")
    }
    site.words = GlossaryWords.files(of: site, taken: targets.paths)
    let folders = targets.folders
    let root = site.contentRoot
    let places = FilePlaces(contentRoot: root) { folder in
      let inside = folder.count >= root.count ? String(folder.dropFirst(root.count)) : ""
      if inside.isEmpty { return "content" }
      // A picture below a folder without pages stays near its nearest page.
      var parts = inside.split(separator: "/").map(String.init)
      while !parts.isEmpty {
        if let found = folders[parts.joined(separator: "/")] { return found }
        parts.removeLast()
      }
      return "content/pictures"
    }
    let table = LinkTable(site, targets: targets.paths, all: files, places: places)
    table.terms = site.words.mapValues(\.stem)
    var writer = SiteWriter(
      site: site, kind: kind, targets: targets, sourceName: sourceName, frame: frame)
    let source = site
    let pages = source.pages.indices.map { index in
      TurnedPage(source.pages[index], target: targets.paths[index], source, table)
    }
    writer.add(pages)
    writer.add(places.used)
    return writer.site(unused: unusedFiles(site, places.used))
  }

  private func read() -> ForeignSite {
    switch kind {
    case .hugo: read(HugoConventions(files, language: language))
    case .jekyll: read(JekyllConventions(files))
    case .eleventy: read(EleventyConventions(files))
    case .astro: read(AstroConventions(files, language: language))
    case .mkdocs: read(MkDocsConventions(files))
    case .obsidian: read(ObsidianConventions(files))
    case .markdown: read(PlainConventions())
    case .wordpress, .squarespace: ExportReader(files: files, kind: kind).read()
    }
  }

  private func read(_ conventions: some FolderConventions) -> ForeignSite {
    FolderReader(conventions: conventions, files: files).read()
  }

  private func unusedFiles(_ site: ForeignSite, _ used: [String: String]) -> [String] {
    site.files.values.filter { used[$0] == nil }.sorted()
  }
}

/// What an import makes.
package struct ImportedSite: Sendable {
  /// Sorted by their paths in the new site.
  package let files: [ImportedFile]
  /// Without its first and last lines, which say when and how the check went.
  package let report: String
  package let pages: Int
  package let findings: [ImportFinding]
}

package struct ImportedFile: Sendable, Hashable {
  package let path: String
  package let content: Content

  package enum Content: Sendable, Hashable {
    case text(String)
    /// A file of the source, by its path there.
    case copy(String)
  }
}
