import Platform

/// The place of the finished site, compared with the folders that it is made from.
///
/// Finished files in `content` would be sources of the next build, and a host that is given a
/// folder with `content` in it would publish the drafts.
package enum OutputPlace {
  /// What a build reads, or keeps for later ones.
  private static let own = ["content", "templates", ReceiptFile.folder]

  /// Refuses an output that is one of these folders of the site, or is in one, or has one in it.
  ///
  /// - Parameter output: need not exist yet.
  package static func check(_ output: String, of site: String) throws(BuildFailure) {
    let place = resolved(output)
    let above = folders(above: place)
    for name in own {
      let folder = resolved(site + "/" + name)
      if isSame(place, folder) { throw .outputIsSource(path: output, folder: name) }
      if above.contains(where: { isSame($0, folder) }) {
        throw .outputInSource(path: output, folder: name)
      }
      if folders(above: folder).contains(where: { isSame($0, place) }) {
        throw .outputHoldsSource(path: output, folder: name)
      }
    }
  }

  /// Refuses a file in a folder that is read or published, where nobody expects it.
  package static func check(file: String, of site: String) throws(BuildFailure) {
    let folder = OutputPath.parent(of: resolved(file))
    if isOfSite(folder.isEmpty ? "/" : folder, site) { throw .fileInSite(path: file) }
  }

  /// Whether builds of the site read the folder, or it is in a folder that one wrote.
  static func isOfSite(_ folder: String, _ site: String) -> Bool {
    let place = resolved(folder)
    let places = [place] + folders(above: place)
    let sites = (own + ["public"]).map { resolved(site + "/" + $0) }
    return places.contains { place in
      sites.contains { isSame(place, $0) } || access(place + "/" + OutputPath.manifest, F_OK) == 0
    }
  }

  /// The path from the root of the disk, without links and `..`, as far as it exists.
  static func resolved(_ path: String) -> String {
    var place = path.hasPrefix("/") ? "/" : realPath(".") ?? "/"
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        place = OutputPath.parent(of: place)
        if place.isEmpty { place = "/" }
      } else {
        let next = (place == "/" ? "" : place) + "/" + part
        place = realPath(next) ?? next
      }
    }
    return place
  }

  private static func folders(above path: String) -> [String] {
    var folders: [String] = []
    var path = path
    while path != "/", !path.isEmpty {
      path = OutputPath.parent(of: path)
      folders.append(path.isEmpty ? "/" : path)
    }
    return folders
  }

  /// Whether both are the same folder, also on a disk that ignores capital letters.
  private static func isSame(_ path: String, _ other: String) -> Bool {
    if PathOrder.isSame(path, other) { return true }
    var (first, second) = (stat(), stat())
    return stat(path, &first) == 0 && stat(other, &second) == 0
      && first.st_ino == second.st_ino && first.st_dev == second.st_dev
  }
}
