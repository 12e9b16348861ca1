/// HTML that waits in memory or outside of it until it is needed.
package struct StoredHTML: Sendable {
  private var stored: StoredBytes

  package init(_ html: HTML = HTML()) { stored = StoredBytes(html.bytes) }

  package var html: HTML { HTML(printed: stored.bytes) }

  package var byteCount: Int { stored.count }

  /// Takes the HTML out of memory, if the store has room for it.
  package mutating func move(to store: any ByteStore) { stored.move(to: store) }
}
