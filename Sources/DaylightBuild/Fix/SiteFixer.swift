import DaylightModel
import Platform

/// Fixes what needs no decision by the author: removes revealing metadata from the pictures of a
/// site.
///
/// Each file is rewritten beside the original and renamed over it. Symbolic links are skipped:
/// their target is a file of the site, too.
package struct SiteFixer: Sendable {
  private let root: String

  package init(site: String) { root = site }

  /// The result for a file that had something to fix.
  package struct Outcome: Sendable, Hashable {
    package let path: String
    package let kind: Kind

    package enum Kind: Sendable, Hashable {
      case fixed
      /// Fixed here, but the file has another name (a hard link), where it is unchanged.
      case fixedUnderOneName
      /// Unchanged, because the author has no permission to write to it.
      case readOnly
      /// Unchanged, because without its metadata it would not be the same picture.
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

  /// Nil if there is nothing to fix.
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
    // Hidden, so that nothing that scans the folder meanwhile takes it for a picture.
    let slash = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    let temporary = path[..<slash] + ".daylight-fix-" + path[slash...]
    try root.remove(String(temporary))
    do throws(FileError) {
      let file = try root.create(String(temporary), as: path)
      try file.write(bytes)
      // This may be the author's only copy: flush it to the disk before the original is replaced.
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
