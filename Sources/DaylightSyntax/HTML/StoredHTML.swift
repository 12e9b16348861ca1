/// HTML that waits in memory or outside of it until it is needed.
package struct StoredHTML: Sendable {
  private enum Place {
    case memory(HTML)
    case store(any ByteStore, Range<Int>)
  }

  private var place: Place

  package init(_ html: HTML = HTML()) { place = .memory(html) }

  package var html: HTML {
    switch place {
    case .memory(let html): html
    case .store(let store, let range): HTML(printed: store.bytes(in: range))
    }
  }

  package var byteCount: Int {
    switch place {
    case .memory(let html): html.bytes.count
    case .store(_, let range): range.count
    }
  }

  /// Takes the HTML out of memory, if the store has room for it.
  package mutating func move(to store: any ByteStore) {
    guard case .memory(let html) = place, let range = store.add(html.bytes) else { return }
    place = .store(store, range)
  }
}

/// Keeps bytes outside of memory for as long as a build runs. Called from many threads at once.
package protocol ByteStore: AnyObject, Sendable {
  /// Where the bytes are from now on; nil if they have to stay in memory.
  func add(_ bytes: [UInt8]) -> Range<Int>?

  /// What was added there. Bytes that cannot be read any more are missing, and whoever made the
  /// store learns of it.
  func bytes(in range: Range<Int>) -> [UInt8]
}
