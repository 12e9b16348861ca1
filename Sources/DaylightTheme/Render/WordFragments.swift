import DaylightModel

/// What pages show of each word of the glossary, made once for all pages.
///
/// All of it is in one array: otherwise pages that are rendered in parallel would count references
/// to the same words, and wait for each other to do so.
struct WordFragments: Sendable {
  private var bytes: [UInt8] = []
  /// By slug.
  private var ranges: [String: Range<Int>] = [:]

  /// `fragments` are by slug.
  init(_ fragments: [String: [UInt8]] = [:]) {
    for (slug, fragment) in fragments {
      ranges[slug] = bytes.count..<bytes.count + fragment.count
      bytes += fragment
    }
  }

  /// What there is for the words that a page links to, in the order of the page.
  func joined(for page: Page?, separator: UInt8? = nil) -> [UInt8] {
    guard let page else { return [] }
    var joined: [UInt8] = []
    joined.reserveCapacity(128 * page.mentions.count)
    bytes.withUnsafeBufferPointer { bytes in
      for number in page.mentions.indices where page.mentions[number].isLinked {
        guard let range = ranges[page.mentions[number].term] else { continue }
        if let separator, !joined.isEmpty { joined.append(separator) }
        joined.append(contentsOf: bytes[range])
      }
    }
    return joined
  }
}
