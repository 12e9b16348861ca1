import Platform

/// The site that a command was probably meant for.
enum NearSite {
  /// `.`, or the nearest folder above, or the only folder below that is one; nil if there is none.
  static var path: String? {
    for folder in [".", "..", "../..", "../../.."] where isSite(folder) { return folder }
    let below = folders(in: ".").filter(isSite)
    return below.count == 1 ? below[0] : nil
  }

  static func isSite(_ folder: String) -> Bool {
    access(folder + "/content/index.md", F_OK) == 0
      || access(folder + "/content/site.yaml", F_OK) == 0
  }

  /// The folders in a folder, without hidden ones.
  private static func folders(in folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
