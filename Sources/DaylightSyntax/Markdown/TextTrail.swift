/// Where bytes of one text node are in the source, as far as it was compared.
///
/// A text is asked for ten thousand positions if it has ten thousand findings. Without a trail, each
/// would be counted from the beginning.
struct TextTrail {
  private let node: OpaquePointer?
  /// Tells a literal from another that the same node has later.
  private let literal: UnsafeBufferPointer<UInt8>
  /// Offsets in the literal and in the source, both ascending.
  private var marks: [(read: Int, offset: Int)]

  private static let step = 256

  /// Of no node.
  init() {
    node = nil
    literal = UnsafeBufferPointer(start: nil, count: 0)
    marks = []
  }

  init(of node: OpaquePointer, _ literal: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.node = node
    self.literal = literal
    marks = [(0, start)]
  }

  /// The literal of a node if it is the one that was followed. Its length is not measured again: of a
  /// long text with many findings, that would take longer than anything else.
  func literal(of node: OpaquePointer, at start: UnsafePointer<CChar>?)
    -> UnsafeBufferPointer<UInt8>?
  {
    guard self.node == node, let base = literal.baseAddress,
      UInt(bitPattern: base) == UInt(bitPattern: start), base[literal.count] == 0
    else { return nil }
    return literal
  }

  /// The last mark that is not after a byte of the literal.
  func nearest(before index: Int) -> (read: Int, offset: Int) {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].read <= index { low = middle + 1 } else { high = middle }
    }
    return marks[low - 1]
  }

  /// Remembers where a byte is, now and then.
  mutating func note(_ read: Int, at offset: Int) {
    if let last = marks.last, read >= last.read + Self.step { marks.append((read, offset)) }
  }
}
