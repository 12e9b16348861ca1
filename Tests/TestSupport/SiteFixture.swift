package import DaylightModel
package import DaylightSite
package import DaylightSyntax
package import DaylightTheme
import Platform

/// A whole site in one string: files under headers such as `-- content/signs/fear.md --`, with marks
/// in any of them (see `MarkedSource`).
///
/// What a site needs and the string lacks is filled in, so that a test says only what matters:
/// required settings, the home, help and 404 pages, a helpline, an index page for each folder, and
/// the templates of `Tests/GoldenSites/templates`.
package struct SiteFixture: Sendable {
  package var sources: [MarkedSource]
  package var attachments: [AttachedFile] = []
  /// The attachments that are text, for the audit.
  package var attachedText: [SourceFile] = []
  package var options = BuildOptions(now: Self.today)

  /// The date on which these sites are built, whatever today is.
  package static let today: CalendarDate = {
    guard let day = CalendarDate(iso: "2026-06-15") else {
      preconditionFailure("there is this day")
    }
    return day
  }()
  /// The page that `init(page:)` writes.
  package static let page = "content/page.md"

  /// - Parameter isComplete: whether to add the settings that a site needs to those it has.
  package init(_ archive: String, isComplete: Bool = true) {
    self.init(files: Self.files(of: archive), isComplete: isComplete)
  }

  /// A site of these files, by path from the root of the site. Files that are not pages, data or
  /// templates become attachments.
  package init(files: [(path: String, text: String)], isComplete: Bool = true) {
    let written = files.filter { $0.path.hasPrefix("templates/") || Self.isSource($0.path) }
    let paths = Set(written.map(\.path))
    let defaults = Self.files(of: Self.defaults).filter { !paths.contains($0.path) }
    let all = written + defaults + Self.folderPages(written, besides: paths)
    let help = all.first { $0.path == "content/help.yaml" }?.text ?? ""
    sources = all.sorted { $0.path < $1.path }.map { file in
      let needs = isComplete && file.path == "content/site.yaml"
      return MarkedSource(
        file.text + (needs ? Self.missingSettings(file.text, help) : ""), path: file.path)
    }
    for file in files where !file.path.hasPrefix("templates/") && !Self.isSource(file.path) {
      attach(file.path, file.text)
    }
  }

  /// A site with one page, `content/page.md`, with this body; `more` is an archive of other files.
  package init(page body: String, frontMatter: String = "", _ more: String = "") {
    let fields = frontMatter.isEmpty ? "" : frontMatter + "\n"
    self.init("-- \(Self.page) --\n---\ntitle: Page\n\(fields)---\n\(body)\n\(more)")
  }

  /// A template for pages of a kind, as a file of an archive, with this block `main`.
  package static func template(_ kind: String, _ main: String) -> String {
    "-- templates/\(kind).mustache --\n{{<base}}\n{{$main}}\n\(main)\n{{/main}}\n{{/base}}\n"
  }

  /// Adds a file beside the pages. A picture is a valid one, whatever the text.
  package mutating func attach(_ path: String, _ text: String = "") {
    attach(path, bytes: Pictures.whole(named: path) ?? Array(text.utf8))
  }

  package mutating func attach(_ path: String, bytes: [UInt8]) {
    attachments.append(
      AttachedFile(
        path: path, size: bytes.count, head: bytes, version: 1,
        picture: PictureFacts(bytes, path: path), pdf: PDFFacts(bytes, path: path)))
    if path.hasSuffix(".svg") { attachedText.append(SourceFile(path: path, bytes: bytes)) }
  }

  package var input: SiteInput {
    let files = sources.map(\.file)
    let templates = files.filter { $0.path.hasPrefix("templates/") }
    let written = Set(templates.map(\.path))
    let all = templates + Self.templates.filter { !written.contains($0.path) }
    return SiteInput(
      content: files.filter { $0.path.hasPrefix("content/") },
      templates: all.filter { !$0.isAsset }.sorted { $0.path < $1.path },
      attachments: attachments, attachedText: attachedText,
      assets: all.filter(\.isAsset).map(Self.picture).sorted { $0.path < $1.path },
      options: options)
  }

  /// The site after edits: the new text of each file, or nil where it is removed.
  package func input(after edits: [String: String?]) -> SiteInput {
    var input = input
    for (path, text) in edits.sorted(by: { $0.key < $1.key }) {
      let list: WritableKeyPath<SiteInput, [SourceFile]> =
        path.hasPrefix("templates/") ? \.templates : \.content
      input[keyPath: list].removeAll { $0.path == path }
      if let text { input[keyPath: list].append(SourceFile(path: path, text: text)) }
      input[keyPath: list].sort { $0.path < $1.path }
    }
    return input
  }

  /// A valid picture for one in text, as for attachments.
  private static func picture(_ asset: SourceFile) -> SourceFile {
    Pictures.whole(named: asset.path).map { SourceFile(path: asset.path, bytes: $0) } ?? asset
  }

  /// Builds the site in memory, one file after the other unless `width` is greater.
  package func build(
    strict: Bool = false, width: Int = 1, dictionaries: (any SpellingDictionaries)? = nil,
    into sink: (any ArtifactSink)? = nil
  ) async -> FixtureBuild {
    let pipeline = SitePipeline(
      runner: ParallelRunner(width: width), strict: strict, dictionaries: dictionaries)
    return FixtureBuild(build: await pipeline.build(input, into: sink), sources: sources)
  }
}

extension SiteFixture {
  private typealias File = (path: String, text: String)

  /// The settings that every site needs and these lack.
  private static func missingSettings(_ settings: String, _ help: String) -> String {
    let region =
      help.split(separator: "\n").first { $0.contains("- id:") }?
      .split(separator: ":").last?.filter { $0 != " " && $0 != "⟦" && $0 != "⟧" } ?? "here"
    let name =
      settings.split(separator: "\n").first { $0.hasPrefix("name: ") }?.dropFirst(6) ?? "Practice"
    let lines = [
      ("practice", "{name: \(name)}"), ("helpRegion", String(region)), ("safetyPage", "help.md"),
    ]
    let missing = lines.filter { !settings.contains($0.0 + ":") && !settings.contains($0.0 + "⟦") }
    let added = missing.map { "\($0.0): \($0.1)\n" }.joined()
    return added.isEmpty || settings.hasSuffix("\n") ? added : "\n" + added
  }

  private static func isSource(_ path: String) -> Bool {
    [".md", ".yaml", ".lock"].contains { path.hasSuffix($0) } || path == "content/words.txt"
  }

  private static func files(of archive: String) -> [File] {
    var files: [File] = []
    let text = archive.hasSuffix("\n") ? archive.dropLast() : archive[...]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --"), line.utf8.count > 6 {
        files.append((String(line.dropFirst(3).dropLast(3)), ""))
      } else if let last = files.indices.last {
        files[last].text += line + "\n"
      } else {
        precondition(line.isEmpty, "‘\(line)’ stands before the first header of an archive")
      }
    }
    return files
  }

  /// An index page for each folder of content that has pages and no index.
  private static func folderPages(_ files: [File], besides paths: Set<String>) -> [File] {
    var folders: Set<String> = []
    for file in files where file.path.hasPrefix("content/") && file.path.hasSuffix(".md") {
      var parts = file.path.split(separator: "/").dropLast()
      while parts.count > 1 {
        folders.insert(parts.joined(separator: "/"))
        parts = parts.dropLast()
      }
    }
    return folders.filter { !paths.contains($0 + "/index.md") }.map { folder in
      (folder + "/index.md", "---\ntitle: Folder \(folder.dropFirst("content/".count))\n---\n")
    }
  }

  /// A default template, for a site that has none of its own.
  package static func template(_ name: String) -> String {
    let file = templates.first { $0.path == "templates/\(name).mustache" }
    return String(decoding: file?.bytes ?? [], as: UTF8.self)
  }

  package static let templates: [SourceFile] =
    Golden.files(inFolder: "../GoldenSites/templates").map { path, bytes in
      SourceFile(path: "templates/" + path, bytes: bytes)
    }

  private static let defaults = """
    -- content/site.yaml --
    name: Reading Room
    shortName: Room
    -- content/index.md --
    ---
    title: Home
    ---
    -- content/help.md --
    ---
    title: Help
    ---
    -- content/404.md --
    ---
    title: Not here
    ---
    This page is not here.
    -- content/help.yaml --
    regions:
      - id: here
        name: Here
        emergency: {number: "999"}
        services:
          - name: Night Line
            kind: crisis
            phone: "+441632960111"
            display: 01632 960111
            hours: "24/7"
            cost: free
            coverage: England
            url: https://line.example.org/
            source: https://line.example.org/
            verified: 2026-06-01
    """
}

extension SourceFile {
  fileprivate var isAsset: Bool { path.hasPrefix("templates/assets/") }
}
