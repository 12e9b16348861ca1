import DaylightSyntax

/// Where a link may lead: all finished files of a site, which are known before any page is rendered,
/// and the anchors that the bodies of pages have.
package struct LinkTargets: Sendable, Equatable {
  /// Sorted. The place in the list is the number of a file.
  package let paths: [String]
  /// The path of the site on its host, with a slash at both ends.
  let rootPath: String
  /// Whether an address may leave out `index.html` or `.html` and have a query, as hosts allow.
  let allowsShortAddresses: Bool
  private var anchors = DigestSet()

  /// All paths, one after the other, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// For each file, whether its path is written the same in a link: nothing in it is escaped, and
  /// no slash is doubled.
  private var isPlain: [Bool] = []
  /// Numbers of files, each at the slot of the digest of its path or at one after it; below zero
  /// means a free slot.
  private var slots: [Int32]

  /// - Parameters:
  ///   - paths: of the finished files, sorted, each relative to the output folder.
  ///   - anchors: for paths of pages, the anchors of their bodies. Links to these need not wait
  ///     until the page is finished.
  package init(
    _ paths: [String], anchors: some Sequence<(path: String, anchors: Set<String>)>,
    rootPath: String = "/", allowsShortAddresses: Bool = false
  ) {
    self.paths = paths
    self.rootPath = rootPath
    self.allowsShortAddresses = allowsShortAddresses
    var size = 64
    while size < 2 * paths.count { size *= 2 }
    slots = Array(repeating: -1, count: size)
    bytes.reserveCapacity(64 * paths.count)
    ends.reserveCapacity(paths.count)
    for (number, path) in paths.enumerated() {
      bytes += path.utf8
      ends.append(bytes.count)
      isPlain.append(Self.isPlain(path.utf8))
      let slot = bytes.withUnsafeBytes { all in
        self.slot(of: UnsafeRawBufferPointer(rebasing: all[range(of: number)]))
      }
      if slots[slot] < 0 { slots[slot] = Int32(number) }
    }
    for (path, anchors) in anchors {
      guard let number = number(of: path) else { continue }
      for anchor in anchors {
        self.anchors.insert(Self.key(number, anchor.withUTF8Span { ContentDigest($0) }))
      }
    }
  }

  /// The number of the file with a path that may be written the same in a link. The cost is that of
  /// reading the path.
  func number(ofPlain path: UnsafeRawBufferPointer) -> Int? {
    number(of: path).flatMap { isPlain[$0] ? $0 : nil }
  }

  /// The number of the file with a path.
  func number(of path: UnsafeRawBufferPointer) -> Int? {
    let number = slots[slot(of: path)]
    return number < 0 ? nil : Int(number)
  }

  package func number(of path: String) -> Int? {
    path.withUTF8Span { $0.withUnsafeBytes { number(of: $0) } }
  }

  /// Whether the body of a page has an anchor. It may have it outside of its body, too.
  func hasInBody(_ number: Int, _ anchor: ContentDigest) -> Bool {
    anchors.contains(Self.key(number, anchor))
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.paths == right.paths && left.anchors == right.anchors && left.rootPath == right.rootPath
  }

  private static func isPlain(_ path: String.UTF8View) -> Bool {
    var follows = UInt8(ascii: "/")
    for byte in path {
      switch byte {
      case ...0x20, UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: ":"), UInt8(ascii: "?"),
        UInt8(ascii: "#"), UInt8(ascii: "\\"):
        return false
      case UInt8(ascii: "/"), UInt8(ascii: "."):
        if follows == UInt8(ascii: "/") { return false }
      default: break
      }
      follows = byte
    }
    return true
  }

  private static func key(_ number: Int, _ anchor: ContentDigest) -> UInt64 {
    anchor.value &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15
  }

  private func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// The slot of the path, or the free one where it would be.
  private func slot(of path: UnsafeRawBufferPointer) -> Int {
    bytes.withUnsafeBytes { all in
      var slot = Int(truncatingIfNeeded: ContentDigest(path).value) & (slots.count - 1)
      while slots[slot] >= 0 {
        if UnsafeRawBufferPointer(rebasing: all[range(of: Int(slots[slot]))]).equals(path) { break }
        slot = (slot + 1) & (slots.count - 1)
      }
      return slot
    }
  }
}

extension ContentDigest {
  init(_ bytes: Span<UInt8>) { self = bytes.withUnsafeBytes { Self($0) } }
}
