/// What paths in the output mean, judged by their text alone.
package enum OutputPath {
  /// Begins the name of everything in the output that is not part of the site.
  package static let reserved = ".daylight-"
  package static let manifest = reserved + "manifest"
  /// Begins the name of a folder of finished files that wait for the end of a build.
  static let staging = reserved + "staging-"
  /// Begins the name of a file that is being written. One that is found later was left by a killed
  /// build.
  static let temporary = reserved + "tmp-"

  /// Why nothing can be written to the path; nil if it is valid.
  static func fault(in path: String) -> String? {
    if path.isEmpty { return "is empty" }
    if path.utf8.first == UInt8(ascii: "/") { return "begins with ‘/’" }
    var path = path
    return path.withUTF8 { bytes in
      var start = 0
      for (index, byte) in bytes.enumerated() {
        if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\\") {
          return "contains a control character or a backslash"
        }
        if byte == UInt8(ascii: "/") {
          if let fault = fault(inPart: bytes[start..<index]) { return fault }
          start = index + 1
        }
      }
      return fault(inPart: bytes[start...])
    }
  }

  private static func fault(inPart part: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    if part.isEmpty { return "has an empty part" }
    if part.count > 255 { return "has a part of more than 255 bytes" }
    guard part.first == UInt8(ascii: ".") else { return nil }
    if part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8) {
      return "has a part ‘\(String(decoding: part, as: UTF8.self))’"
    }
    return part.starts(with: reserved.utf8) ? "has a part that begins with ‘\(reserved)’" : nil
  }

  /// The folder of the path; the output folder itself is the empty path.
  package static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[..<slash])
  }

  package static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// The folders of the paths, all the way up, without the output folder itself.
  package static func folders(above paths: some Sequence<String>) -> Set<String> {
    var folders: Set<String> = []
    for path in paths {
      var folder = parent(of: path)
      while !folder.isEmpty, folders.insert(folder).inserted { folder = parent(of: folder) }
    }
    return folders
  }
}
