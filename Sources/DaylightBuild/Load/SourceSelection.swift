import DaylightModel
package import DaylightSite
package import DaylightSyntax

/// The files of a site that `check` is limited to, as named on the command line.
package struct SourceSelection: Sendable {
  /// From the root of the site, such as `content/help.yaml`.
  package let paths: Set<String>

  /// A name that matches no file of the site.
  package struct Refusal: Error, Hashable {
    package let message: String

    package init(message: String) { self.message = message }
  }

  /// A name may be relative to the working folder, to the site or to its `content`; a folder means
  /// all files in it.
  ///
  /// - Parameters:
  ///   - folder: the working folder, an absolute path.
  ///   - site: the root of the site.
  ///   - files: of the site, from its root.
  package init(
    _ names: [String], in folder: String, of site: String, among files: [String]
  ) throws(Refusal) {
    let root = Self.normal(site.hasPrefix("/") ? site : folder + "/" + site)
    // The path of the site, and the real paths of its folders, which may be links.
    let roots =
      [(root, ""), (realPath(root) ?? root, "")]
      + ["content", "templates"].compactMap { top in
        realPath(root + "/" + top).map { ($0, top + "/") }
      }
    let known = Set(files)
    var paths: Set<String> = []
    for name in names {
      let absolute = Self.normal(name.hasPrefix("/") ? name : folder + "/" + name)
      let relative = Self.normal(name)
      let real = realPath(absolute)
      let places = [absolute, real].compactMap(\.self).flatMap { place in
        roots.compactMap { ground, top in Self.path(place, in: ground).map { top + $0 } }
      }
      let candidates = places + [relative, "content/" + relative]
      let found = candidates.lazy.map { candidate in
        if known.contains(candidate) { return [candidate] }
        let folder = candidate.isEmpty || candidate.hasSuffix("/") ? candidate : candidate + "/"
        return files.filter { $0.hasPrefix(folder) }
      }.first { !$0.isEmpty }
      guard let found else {
        let nearest = candidates.lazy.compactMap { Self.nearest(to: $0, in: files) }.first
        throw .notOfSite(name, isThere: real != nil, nearest: nearest)
      }
      paths.formUnion(found)
    }
    self.paths = paths
  }

  /// A path that is similar as a whole, and whose file name is similar, too.
  private static func nearest(to path: String, in files: [String]) -> String? {
    func stem(_ path: String) -> String {
      String((path.split(separator: "/").last ?? "").prefix { $0 != "." })
    }
    return nearestMatch(to: path, in: files).flatMap { near in
      nearestMatch(to: stem(path), in: [stem(near)]) == nil ? nil : near
    }
  }

  /// Without `.`, `..` and doubled slashes.
  private static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// The path relative to a folder; nil if it is not inside it.
  private static func path(_ path: String, in folder: String) -> String? {
    if path == folder { return "" }
    let root = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(root) ? String(path.dropFirst(root.count)) : nil
  }

  /// Whether a finding is in one of the files, or in a page made from one of them, or may stand for
  /// one that is.
  package func contains(_ finding: Diagnostic, of build: SiteBuild) -> Bool {
    if finding.standsForOthers { return true }
    guard let path = finding.location?.path else { return false }
    if paths.contains(path) { return true }
    let published = path.hasPrefix("public/") ? String(path.dropFirst("public/".count)) : path
    let page = build.index.value.entries.first { $0.route.outputPath == published }
    return paths.contains(page?.source ?? "content/" + published)
  }
}

extension SourceSelection.Refusal {
  fileprivate static func notOfSite(_ name: String, isThere: Bool, nearest: String?) -> Self {
    let fault =
      isThere
      ? "‘\(name)’ is not a source file of the site: name files in ‘content’ or ‘templates’"
      : "there is no file ‘\(name)’"
    return Self(message: fault + (nearest.map { "; did you mean ‘\($0)’?" } ?? "."))
  }
}
