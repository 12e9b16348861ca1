/// The parts of a page in their order, each once, as a number: a build compares those of all pages.
package struct LandmarkOrder: Sendable, Hashable {
  /// Four bits for each, the first one highest.
  private var digits: UInt32 = 0

  package init(_ landmarks: [Landmark] = []) {
    for landmark in landmarks { append(landmark) }
  }

  mutating func append(_ landmark: Landmark) {
    digits = digits << 4 | Self.digit(landmark)
  }

  func contains(_ landmark: Landmark) -> Bool {
    var rest = digits
    while rest != 0 {
      if rest & 0xF == Self.digit(landmark) { return true }
      rest >>= 4
    }
    return false
  }

  var count: Int { (UInt32.bitWidth - digits.leadingZeroBitCount + 3) / 4 }

  var landmarks: [Landmark] {
    (0..<count).reversed().compactMap { Landmark(rawValue: UInt8(digits >> (4 * $0) & 0xF) - 1) }
  }

  private static func digit(_ landmark: Landmark) -> UInt32 { UInt32(landmark.rawValue) + 1 }
}
