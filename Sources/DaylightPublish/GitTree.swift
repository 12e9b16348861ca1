/// The files of a commit, as `git ls-tree -r -z` lists them.
struct GitTree: Sendable, Hashable {
  struct Entry: Sendable, Hashable {
    /// Such as `100644`.
    let mode: String
    let blob: String
  }

  var entries: [String: Entry] = [:]

  init(listing: [UInt8]) {
    for line in listing.split(separator: 0) {
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { continue }
      let words = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
      guard words.count == 3 else { continue }
      let path = String(decoding: line[line.index(after: tab)...], as: UTF8.self)
      entries[path] = Entry(mode: String(words[0]), blob: String(words[2]))
    }
  }
}
