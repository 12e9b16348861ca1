package import DaylightSyntax
import Platform

/// The folder `templates` of a site, with the files that it took over from the program's theme.
///
/// Of each of those, the built-in file as it was then is kept in `templates/.origin`. It belongs to
/// the site and goes wherever the site goes, also through git; builds ignore it, because it is hidden.
package struct ThemeFolder: Sendable {
  private let site: String
  package static let origins = "templates/.origin"

  package init(site: String) { self.site = site }

  /// The templates and assets of the site with their origins, sorted by path.
  package func files() throws(BuildFailure) -> [(file: SourceFile, origin: [UInt8]?)] {
    let loader = SiteLoader(root: site)
    var files: [(file: SourceFile, origin: [UInt8]?)] = []
    for entry in try loader.scan().value.entries where entry.path.hasPrefix("templates/") {
      guard let bytes = try loader.bytes(of: entry.path) else { continue }
      files.append((SourceFile(path: entry.path, bytes: bytes), try origin(of: entry.path)))
    }
    return files
  }

  /// The bytes of one file; nil if the site has none of its own.
  package func bytes(of path: String) throws(BuildFailure) -> [UInt8]? {
    try SiteLoader(root: site).bytes(of: path)
  }

  package func origin(of path: String) throws(BuildFailure) -> [UInt8]? {
    try SiteLoader(root: site).bytes(of: Self.originPath(of: path))
  }

  /// Writes a file, and the built-in one that it comes from.
  package func write(
    _ bytes: [UInt8], to path: String, from builtIn: [UInt8]
  ) throws(BuildFailure) {
    // The origin first: if the second step fails, the file is compared with what it might become.
    try replace(Self.originPath(of: path), with: builtIn)
    try replace(path, with: bytes)
  }

  /// Says that a file is up to date with a built-in one, without changing it.
  package func record(_ builtIn: [UInt8], asOriginOf path: String) throws(BuildFailure) {
    try replace(Self.originPath(of: path), with: builtIn)
  }

  private func replace(_ path: String, with bytes: [UInt8]) throws(BuildFailure) {
    let parts = path.split(separator: "/").map(String.init)
    do throws(FileError) {
      var folder = try Directory(path: site)
      for name in parts.dropLast() {
        try folder.makeFolder(name)
        folder = try folder.folder(name)
      }
    } catch {
      throw .file(error)
    }
    try replaceFiles(
      [(parts.last ?? "", bytes)], in: site + "/" + parts.dropLast().joined(separator: "/"))
  }

  private static func originPath(of path: String) -> String {
    origins + "/" + path.dropFirst("templates/".count)
  }
}
