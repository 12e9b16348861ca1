import DaylightSite
import Platform

/// Fixes in the files of a site what can be fixed without a decision of their author: metadata of
/// pictures that gives something away is taken out.
///
/// Each file is written whole beside its place and put there in one step. What is a link is left
/// alone: what it leads to is a file of the site, too.
package struct SiteFixer: Sendable {
  private let root: String

  package init(site: String) { root = site }

  /// What became of a file that had something to fix.
  package struct Outcome: Sendable, Hashable {
    package let path: String
    package let kind: Kind

    package enum Kind: Sendable, Hashable {
      case fixed
      /// Fixed here; the file has another name, and is as it was there.
      case fixedUnderOneName
      /// Left alone, because its author may not write to it.
      case readOnly
      /// Left alone, because what was left of it was not the same picture.
      case unfixable
    }
  }

  /// - Parameter paths: of files of the site, from its root.
  package func fix(_ paths: [String]) throws(BuildFailure) -> [Outcome] {
    do throws(FileError) {
      let root = try Directory(path: root)
      var outcomes: [Outcome] = []
      for path in paths where PictureFacts.apply(to: path) {
        if let kind = try fix(path, in: root) {
          outcomes.append(Outcome(path: path, kind: kind))
        }
      }
      return outcomes
    } catch {
      throw .file(error)
    }
  }

  /// Nil where there is nothing to fix.
  private func fix(_ path: String, in root: Directory) throws(FileError) -> Outcome.Kind? {
    guard let status = try root.status(of: path), status.kind == .file else { return nil }
    let file = try root.open(path, following: false)
    var details = stat()
    guard fstat(file.descriptor, &details) == 0 else {
      throw FileError(.inspect, path, code: errno)
    }
    let bytes = try file.read(upTo: status.stamp.size)
    guard let stripped = PictureFacts.stripped(bytes) else { return nil }
    let (before, after) = (PictureFacts(bytes, path: path), PictureFacts(stripped, path: path))
    guard after?.gives.isEmpty == true, before?.size == after?.size, after?.isWhole == true else {
      return .unfixable
    }
    guard details.st_mode & S_IWUSR != 0 else { return .readOnly }
    try replace(path, with: stripped, mode: details.st_mode & 0o7777, in: root)
    return details.st_nlink > 1 ? .fixedUnderOneName : .fixed
  }

  private func replace(
    _ path: String, with bytes: [UInt8], mode: mode_t, in root: Directory
  ) throws(FileError) {
    // Hidden, so that nothing that looks at the folder meanwhile takes it for a picture.
    let slash = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    let temporary = path[..<slash] + ".daylight-fix-" + path[slash...]
    try root.remove(String(temporary))
    do throws(FileError) {
      let file = try root.create(String(temporary), as: path)
      try file.write(bytes)
      // It may be the only copy that its author has: on the disk before the old one goes.
      guard fchmod(file.descriptor, mode) == 0, fsync(file.descriptor) == 0 else {
        throw FileError(.write, path, code: errno)
      }
      try root.rename(String(temporary), to: path)
    } catch {
      try? root.remove(String(temporary))
      throw error
    }
  }
}
