import Synchronization

/// A flag that is set once, from any thread, and never cleared.
final class AtomicFlag: Sendable {
  private let value = Atomic(false)

  var isSet: Bool { value.load(ordering: .acquiring) }

  /// Returns whether this call was the first to set it.
  @discardableResult
  func set() -> Bool { !value.exchange(true, ordering: .acquiringAndReleasing) }
}
