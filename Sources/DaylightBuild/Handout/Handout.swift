package import DaylightModel
package import DaylightSite
import DaylightSyntax
import DaylightTheme

/// Writes a page or a reading path as a file to print, with the name and address of the practice.
package struct Handout: Sendable {
  private let site: String
  private let build: SiteBuild

  package init(site: String, build: SiteBuild) {
    self.site = site
    self.build = build
  }

  /// Why there is no handout, and what to do.
  package struct Refusal: Error, Sendable, Hashable {
    package let message: String
    package let help: String
  }

  /// What the template begins with, by which a handout is known.
  static let mark = "<!-- A handout by Daylight"

  /// - Parameters:
  ///   - page: a file, an address of the site, or the last part of one.
  ///   - output: where to write it; nil for a neutral name in the folder `handouts`.
  /// - Returns: where it was written.
  package func write(_ page: String, to output: String?) throws -> String {
    let entry = try entry(named: page)
    guard !build.hasErrors else {
      throw Refusal(
        message: "the site has errors to fix, so a handout could be wrong",
        help: "fix what ‘daylight check’ finds, then try again")
    }
    let stem = Slug.fileName(entry.shortTitle ?? entry.title)
    let name = (Slug.isSafe(stem) ? stem : "handout") + ".html"
    do {
      let file = try HandoutFile(output, named: name, in: site)
      let pictures = try Dictionary(
        uniqueKeysWithValues: self.pictures(of: entry).map { ($0, try bytes(of: $0)) })
      return try file.write(build.handout(of: entry) { pictures[$0] ?? nil })
    } catch let error as FileError {
      throw BuildFailure.file(error)
    }
  }

  // MARK: The page

  /// - Throws: a refusal that names what was meant, if that can be told.
  package func entry(named page: String) throws -> PageEntry {
    let index = build.index.value
    let path = PageArgument.path(of: page, in: site)
    for source in [path, path + ".md", path + "/index.md"] {
      if let entry = index[source], index.documents[source] != nil { return entry }
    }
    let address = address(page)
    let routes = ["", "/"].compactMap { index.entry(at: address + $0) }
    if let entry = routes.first { return try withFile(entry, page) }
    let named = pages.filter { lastPart(of: $0) == address }
    if let entry = named.first, named.count == 1 { return entry }
    guard named.isEmpty else {
      throw Refusal(
        message: "‘\(page)’ may be several pages",
        help: "write which one: " + named.map(\.source).joined(separator: ", "))
    }
    let addresses = pages.flatMap { [$0.route.path.withoutSlash, lastPart(of: $0)] }
    let files = pages.map(\.source)
    let isFile = page.hasSuffix(".md") || page.contains("content/")
    let nearest =
      isFile
      ? nearestMatch(to: path, in: files) : nearestMatch(to: address, in: addresses + files)
    throw Refusal(
      message: "there is no page ‘\(page)’",
      help: nearest.map { "did you mean ‘\($0)’?" }
        ?? "write the path of a file, as in content/signs/overview.md")
  }

  /// An address from the root of the site, without its ending.
  private func address(_ page: String) -> String {
    var address = page[...]
    if let base = build.index.value.baseURL, address.hasPrefix(base.text) {
      address = address.dropFirst(base.text.count)
    }
    if let mark = address.firstIndex(where: { $0 == "#" || $0 == "?" }) {
      address = address[..<mark]
    }
    for ending in ["index.html", ".md"] where address.hasSuffix(ending) {
      address = address.dropLast(ending.count)
    }
    return String(address.drop { $0 == "/" || $0 == "." }).withoutSlash
  }

  /// The booklet of a path is the path itself.
  private func withFile(_ entry: PageEntry, _ page: String) throws -> PageEntry {
    let index = build.index.value
    if index.documents[entry.source] != nil { return entry }
    if let path = entry.section.flatMap({ index[$0] }), index.documents[path.source] != nil {
      return path
    }
    throw Refusal(
      message: "‘\(page)’ has no text of its own", help: "choose an article or a reading path")
  }

  private var pages: [PageEntry] {
    build.index.value.entries.filter { build.index.value.documents[$0.source] != nil }
  }

  private func lastPart(of entry: PageEntry) -> String {
    entry.route.path.withoutSlash.split(separator: "/").last.map(String.init) ?? ""
  }

  // MARK: Its pictures

  /// The paths of the published files that its texts use.
  private func pictures(of entry: PageEntry) -> [String] {
    let index = build.index.value
    let sources = [entry.source] + index.parts(ofPath: entry.source)
    let files = sources.compactMap { build.page($0)?.files }.reduce(into: Set()) {
      $0.formUnion($1)
    }
    return files.compactMap { index.attachments[$0]?.publishedPath }.sorted()
  }

  /// The bytes of a published file; nil if it no longer exists.
  private func bytes(of published: String) throws -> [UInt8]? {
    switch build.artifacts.first(where: { $0.path == published })?.content {
    case .bytes(let bytes): return bytes
    case .copy(let path): return try SiteLoader(root: site).bytes(of: path)
    case .staged, nil: return nil
    }
  }
}

extension String {
  fileprivate var withoutSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
