/// Which source files may have changed since the last time.
///
/// A path may be one that is gone, or one whose bytes are the same as before: it says where to look,
/// not what will be found there.
package struct ChangeSet: Sendable, Hashable {
  /// Files, relative to the root of the site: `content/signs/index.md`.
  package private(set) var paths: Set<String>
  /// Whether to look at every file again: folders came, went or moved, or events were lost.
  package private(set) var isEverything: Bool

  package static let everything = ChangeSet(isEverything: true)

  package init(_ paths: Set<String> = []) {
    self.paths = paths
    isEverything = false
  }

  private init(isEverything: Bool) {
    paths = []
    self.isEverything = isEverything
  }

  package var isEmpty: Bool { paths.isEmpty && !isEverything }

  package mutating func insert(_ path: String) { paths.insert(path) }

  /// The paths are kept beside `everything`, since they still say what a person was working on.
  package mutating func formUnion(_ other: ChangeSet) {
    paths.formUnion(other.paths)
    isEverything = isEverything || other.isEverything
  }
}
