package import DaylightSyntax
import Platform

/// Adds files to a site, and never writes over one.
package struct NewPageFiles: Sendable {
  private let site: String

  package init(site: String) { self.site = site }

  /// A file that is there already.
  package struct Taken: Error, Sendable, Hashable {
    package let path: String

    package init(path: String) { self.path = path }
  }

  /// Writes new files; throws `Taken` before it writes any if one of them exists.
  package func add(_ files: [SourceFile]) throws {
    do throws(FileError) {
      let root = try Directory(path: site)
      for file in files where try root.status(of: file.path) != nil {
        throw FileError(.write, file.path, code: EEXIST)
      }
      try root.write(files.map { ($0.path, $0.bytes) })
    } catch {
      if error.code == EEXIST { throw Taken(path: error.path) }
      throw BuildFailure.file(error)
    }
  }

  /// Replaces a data file, unless it is no longer what it was.
  ///
  /// - Parameter old: nil if there was none.
  package func replace(_ new: SourceFile, of old: [UInt8]?) throws {
    guard try SiteLoader(root: site).bytes(of: new.path) == old else { throw Taken(path: new.path) }
    let parts = new.path.split(separator: "/").map(String.init)
    try replaceFiles(
      [(parts.last ?? "", new.bytes)],
      in: site + "/" + parts.dropLast().joined(separator: "/"))
  }
}
