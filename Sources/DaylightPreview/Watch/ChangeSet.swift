/// The source files that may have changed since the last time.
///
/// A path may no longer exist, or its bytes may be unchanged: it says where to scan, not what will
/// be found.
package struct ChangeSet: Sendable, Hashable {
  /// Files, relative to the root of the site: `content/signs/index.md`.
  package private(set) var paths: Set<String>
  /// Whether every file must be checked again: folders were added, removed or moved, or events were
  /// lost.
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

  /// The paths are kept even with `isEverything`, because they show what the user was working on.
  package mutating func formUnion(_ other: ChangeSet) {
    paths.formUnion(other.paths)
    isEverything = isEverything || other.isEverything
  }
}
