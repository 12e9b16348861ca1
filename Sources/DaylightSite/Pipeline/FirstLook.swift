package import DaylightTheme

/// Somebody who looks at a few pages while the site is built again, and sees these first.
package struct FirstLook: Sendable {
  /// The paths of the finished files that are open.
  package let open: Set<String>
  /// Called with those pages as they will most likely be, long before the build is finished; not called
  /// if that cannot be said.
  package let show: @Sendable ([Artifact]) async -> Void

  package init(open: Set<String>, show: @escaping @Sendable ([Artifact]) async -> Void) {
    self.open = open
    self.show = show
  }
}
