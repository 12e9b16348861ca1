import DaylightBuild

/// What publishing changes, decided before anything is sent. Files that Daylight did not put there are
/// never removed.
package struct PublishPlan: Sendable, Hashable {
  /// A file of the version to publish.
  package struct File: Sendable, Hashable {
    package let path: String
    package let digest: String

    package init(path: String, digest: String) {
      self.path = path
      self.digest = digest
    }
  }

  /// Each is sorted.
  package private(set) var added: [String] = []
  package private(set) var changed: [String] = []
  package private(set) var removed: [String] = []
  /// Files that Daylight did not put there, in the place of files of the site.
  package private(set) var replaced: [String] = []
  /// Files that Daylight did not put there, where the site needs a folder, and folders with such
  /// files where it needs a file. These cannot be published over.
  package private(set) var blocked: [String] = []
  package private(set) var unchanged = 0
  /// Those of `removed` that are in the way of new files, as a file is of a folder.
  package private(set) var cleared: [String] = []

  package var isEmpty: Bool {
    added.isEmpty && changed.isEmpty && removed.isEmpty && replaced.isEmpty
  }

  /// What is to be sent.
  package var sent: [String] { (added + changed + replaced).sorted(by: PathOrder.precedes) }

  /// What is to be sent, in two steps: first what pages load, then pages and everything that names
  /// them. So no reader gets a page before its style.
  package var steps: [[String]] {
    let sent = sent
    let last = sent.filter(Self.isLast)
    return [sent.filter { !Self.isLast($0) }, last].filter { !$0.isEmpty }
  }

  /// What is removed at the end, when no page leads there any more.
  package var removedLast: [String] {
    let cleared = Set(cleared)
    return removed.filter { !cleared.contains($0) }
  }

  package init(from online: OnlineVersion, to files: [File]) {
    let wanted = Set(files.map(\.path))
    for file in files {
      if let digest = online.ours[file.path] {
        if digest == file.digest { unchanged += 1 } else { changed.append(file.path) }
      } else if online.others.contains(file.path) {
        replaced.append(file.path)
      } else {
        added.append(file.path)
      }
    }
    removed = online.ours.keys.filter { !wanted.contains($0) }
    let wantedFolders = OutputPath.folders(above: wanted)
    blocked = online.others.filter { other in
      wantedFolders.contains(other)
        || OutputPath.folders(above: [other]).contains { wanted.contains($0) }
    }
    cleared = removed.filter { old in
      wantedFolders.contains(old)
        || OutputPath.folders(above: [old]).contains(where: wanted.contains)
    }
    added.sort(by: PathOrder.precedes)
    changed.sort(by: PathOrder.precedes)
    removed.sort(by: PathOrder.precedes)
    replaced.sort(by: PathOrder.precedes)
    blocked.sort(by: PathOrder.precedes)
    cleared.sort(by: PathOrder.precedes)
  }

  /// Pages, and what tells programs and hosts about pages.
  private static func isLast(_ path: String) -> Bool {
    let name = OutputPath.name(of: path)
    return name.hasPrefix(".") || name.hasPrefix("_")
      || [".html", ".xml", ".txt", ".json", ".conf", ".caddy"].contains { name.hasSuffix($0) }
  }
}
