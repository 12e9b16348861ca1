/// What the paths of the output mean, by their text alone.
enum OutputPath {
  /// Begins the name of everything in the output that is not part of the site.
  static let reserved = ".daylight-"
  static let manifest = reserved + "manifest"
  /// A file that is being written; found after a build, it was left by one that was killed.
  static let temporary = reserved + "tmp-"

  /// Why nothing can be written to the path, or nothing where it is good.
  static func fault(in path: String) -> String? {
    if path.isEmpty { return "is empty" }
    if path.utf8.first == UInt8(ascii: "/") { return "begins with ‘/’" }
    if path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) {
      return "holds a control character or a backslash"
    }
    for part in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if part.isEmpty { return "has an empty part" }
      if part.count > 255 { return "has a part of more than 255 bytes" }
      if part.elementsEqual("..".utf8) || part.elementsEqual(".".utf8) {
        return "has a part ‘\(String(Substring(part)))’"
      }
      if part.starts(with: reserved.utf8) { return "has a part that begins with ‘\(reserved)’" }
    }
    return nil
  }

  /// The folder that holds the path; the output folder itself is the empty path.
  static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[..<slash])
  }

  static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// By bytes, as the manifest is sorted. No order of Unicode's plays a part.
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// The folders that hold the paths, all the way up, without the output folder itself.
  static func folders(above paths: some Sequence<String>) -> Set<String> {
    var folders: Set<String> = []
    for path in paths {
      var folder = parent(of: path)
      while !folder.isEmpty, folders.insert(folder).inserted { folder = parent(of: folder) }
    }
    return folders
  }
}
