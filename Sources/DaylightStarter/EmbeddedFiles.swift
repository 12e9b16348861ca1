import CStarter
package import DaylightSyntax

/// The files that the program carries with it, by their paths in its repository.
///
/// Made when they are first asked for: a build of a site needs only those of the theme.
package enum EmbeddedFiles {
  /// The paths, in the order of their bytes.
  package static let paths: [String] = (0..<daylight_starter_file_count()).map {
    String(cString: daylight_starter_file_at($0).path)
  }

  /// Nil if the program carries no such file.
  package static func bytes(of path: String) -> [UInt8]? {
    guard let number = paths.firstIndex(of: path) else { return nil }
    let file = daylight_starter_file_at(number)
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }

  /// The paths that begin with a folder, which ends in `/`, or are the file itself.
  package static func paths(of part: String) -> [String] {
    paths.filter { part.hasSuffix("/") ? $0.hasPrefix(part) : $0 == part }
  }

  package static func file(_ path: String) -> SourceFile? {
    bytes(of: path).map { SourceFile(path: path, bytes: $0) }
  }
}
