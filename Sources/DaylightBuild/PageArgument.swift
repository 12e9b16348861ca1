/// A page as somebody names it on the command line.
enum PageArgument {
  /// The path of its file from the root of the site. It may be given as the shell completes it, as
  /// a terminal inserts a file that is dropped on it, or without `content/`.
  static func path(of page: String, in site: String) -> String {
    var path = page[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    if path.hasPrefix("/"), let folder = path.ranges(of: "/content/").last {
      path = path[folder.lowerBound...].dropFirst()
    }
    let site = site.hasSuffix("/") ? String(site.dropLast()) : site
    if site != ".", path.hasPrefix(site + "/") { path = path.dropFirst(site.count + 1) }
    return path.hasPrefix("content/") ? String(path) : "content/" + path
  }
}
