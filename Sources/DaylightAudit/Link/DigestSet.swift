import DaylightSyntax

/// A set of digests. They are evenly distributed, so they need no hash, and the memory can be used
/// again for the next page.
struct DigestSet: Sendable, Equatable {
  /// Each once, in the order in which they came.
  private(set) var members: [UInt64] = []
  /// The members, each at the slot of its low bits or at one after it; zero means a free slot.
  private var slots = [UInt64](repeating: 0, count: 64)

  /// - Returns: whether the digest is new.
  @discardableResult
  mutating func insert(_ digest: UInt64) -> Bool {
    let digest = Self.nonzero(digest)
    let slot = slot(of: digest)
    if slots[slot] == digest { return false }
    slots[slot] = digest
    members.append(digest)
    if 2 * members.count > slots.count { grow() }
    return true
  }

  func contains(_ digest: UInt64) -> Bool {
    let digest = Self.nonzero(digest)
    return slots[slot(of: digest)] == digest
  }

  mutating func removeAll() {
    if members.isEmpty { return }
    members.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = 0 }
  }

  static func == (left: Self, right: Self) -> Bool {
    left.members == right.members
      || left.members.count == right.members.count && left.members.allSatisfy(right.contains)
  }

  /// The slot of the digest, or the free one where it would be.
  private func slot(of digest: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: digest) & (slots.count - 1)
    while slots[slot] != 0, slots[slot] != digest { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: 2 * slots.count)
    for digest in members { slots[slot(of: digest)] = digest }
  }

  private static func nonzero(_ digest: UInt64) -> UInt64 { digest == 0 ? 1 : digest }
}
