/// Bytes that wait in memory or outside of it until they are needed.
package struct StoredBytes: Sendable {
  private enum Place {
    case memory([UInt8])
    // Indirect, because a site has these by the hundred thousand in several lists.
    indirect case store(any ByteStore, Range<Int>)
  }

  private var place: Place

  package init(_ bytes: [UInt8]) { place = .memory(bytes) }

  /// Read anew each time if they are not in memory.
  package var bytes: [UInt8] {
    switch place {
    case .memory(let bytes): bytes
    case .store(let store, let range): store.bytes(in: range)
    }
  }

  package var count: Int {
    switch place {
    case .memory(let bytes): bytes.count
    case .store(_, let range): range.count
    }
  }

  /// Takes the bytes out of memory, if the store has room for them.
  package mutating func move(to store: any ByteStore) {
    guard case .memory(let bytes) = place, let range = store.add(bytes) else { return }
    place = .store(store, range)
  }
}

/// Keeps bytes outside of memory for as long as a build runs. Called from many threads at once.
package protocol ByteStore: AnyObject, Sendable {
  /// Where the bytes are from now on; nil if they have to stay in memory.
  func add(_ bytes: [UInt8]) -> Range<Int>?

  /// What was added there. In place of bytes that cannot be read any more there are as many spaces,
  /// and whoever made the store learns of it.
  func bytes(in range: Range<Int>) -> [UInt8]
}
