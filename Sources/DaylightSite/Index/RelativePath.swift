/// Paths between files of the site, as an author writes them in links.
package enum RelativePath {
  /// The path that `reference` names when it stands in the file at `base`, or nothing when it climbs
  /// out of the site. Both use `/`; `base` is a file, not a folder.
  package static func resolve(_ reference: String, from base: String) -> String? {
    var parts = base.utf8.split(separator: UInt8(ascii: "/")).dropLast().map { String($0) ?? "" }
    for part in reference.utf8.split(separator: UInt8(ascii: "/")) {
      switch String(part) ?? "" {
      case ".": continue
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      case let name: parts.append(name)
      }
    }
    return parts.joined(separator: "/")
  }

  /// How a link in the file at `base` says the path of `target`.
  package static func reference(to target: String, from base: String) -> String {
    let from = base.split(separator: "/").dropLast()
    let to = target.split(separator: "/")
    var shared = 0
    while shared < from.count, shared < to.count - 1, from[shared] == to[shared] { shared += 1 }
    let up = Array(repeating: "..", count: from.count - shared)
    return (up + to[shared...].map(String.init)).joined(separator: "/")
  }
}
