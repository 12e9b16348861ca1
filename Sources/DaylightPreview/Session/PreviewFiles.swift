import DaylightModel
package import DaylightSyntax

/// The finished files of a site in memory, by path from the root of the site, without a leading
/// slash: `signs/overview/index.html`.
///
/// A copy in which one file was replaced shares all others, and comparing the two costs next to
/// nothing.
package struct PreviewFiles: Sendable {
  private var paths: Paths
  private var files: PersistentArray<Int, PreviewFile>

  private final class Paths: Sendable {
    let all: [String]
    let numbers: [String: Int]

    init(_ all: [String]) {
      self.all = all
      numbers = Dictionary(
        all.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  package init(_ files: [String: PreviewFile] = [:]) {
    let sorted = files.sorted { $0.key < $1.key }
    paths = Paths(sorted.map(\.key))
    self.files = PersistentArray(sorted.map(\.value))
  }

  package subscript(path: String) -> PreviewFile? {
    get { paths.numbers[path].map { files[$0] } }
    set {
      if let number = paths.numbers[path], let newValue {
        files[number] = newValue
      } else {
        var all = byPath
        all[path] = newValue
        self = Self(all)
      }
    }
  }

  package var byPath: [String: PreviewFile] {
    Dictionary(zip(paths.all, files), uniquingKeysWith: { first, _ in first })
  }

  /// The sorted paths of files that were added, removed or changed.
  func changes(since earlier: Self) -> [String] {
    if paths === earlier.paths {
      return files.changes(since: earlier.files) { $0.digest != $1.digest }.map { paths.all[$0] }
    }
    let gone = earlier.paths.all.filter { paths.numbers[$0] == nil }
    let other = paths.all.filter { earlier[$0]?.digest != self[$0]?.digest }
    return (gone + other).sorted()
  }
}

package struct PreviewFile: Sendable {
  package let bytes: [UInt8]
  package let digest: ContentDigest

  package init(_ bytes: [UInt8]) { self.init(bytes, digest: ContentDigest(bytes)) }

  package init(_ bytes: [UInt8], digest: ContentDigest) {
    self.bytes = bytes
    self.digest = digest
  }
}
