package import DaylightBuild
import DaylightSyntax
package import DaylightTheme

/// The finished site as a build left it.
package struct FinishedSite: Sendable {
  package let folder: String
  package let manifest: Manifest

  /// Nil if the files are not those of the build, because another one has run since, perhaps with
  /// drafts.
  package init?(folder: String, manifest: Manifest, of artifacts: [Artifact]) {
    let listed = Dictionary(
      manifest.entries.map { ($0.path, $0.digest) }, uniquingKeysWith: { first, _ in first })
    let isSame =
      manifest.isComplete && listed.count == artifacts.count
      && artifacts.allSatisfy { artifact in
        guard let digest = listed[artifact.path] else { return false }
        return switch artifact.content {
        case .bytes(let bytes): digest == ContentDigest(bytes)
        case .staged(let staged, _): digest == staged
        case .copy: true
        }
      }
    guard isSame else { return nil }
    self.folder = folder
    self.manifest = manifest
  }

  /// What says at the place of publication which files are Daylight’s: their names and digests.
  var list: Manifest {
    Manifest(
      entries: manifest.entries.map {
        Manifest.Entry(
          path: $0.path, digest: $0.digest, stamp: FileStamp(size: $0.stamp.size, modified: 0))
      })
  }
}
