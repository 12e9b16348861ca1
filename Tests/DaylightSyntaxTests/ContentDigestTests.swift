import DaylightSyntax
import Testing

@Suite struct ContentDigestTests {
  /// The bytes of xxHash's own self-test, with its results for seed 0 (xxhsum, sanity check).
  private static let vectors: [(count: Int, digest: UInt64)] = [
    (0, 0xEF46_DB37_51D8_E999), (1, 0xE934_A84A_DB05_2768), (4, 0x9136_A0DC_A574_57EE),
    (14, 0x8282_DCC4_994E_35C8), (222, 0xB641_AE8C_B691_C174),
  ]

  private static func bytes(_ count: Int) -> [UInt8] {
    var state: UInt64 = 2_654_435_761
    return (0..<count).map { _ in
      defer { state &*= 11_400_714_785_074_694_797 }
      return UInt8(state >> 56)
    }
  }

  @Test(arguments: vectors)
  func `the digest is that of the published algorithm`(vector: (count: Int, digest: UInt64)) {
    #expect(ContentDigest(Self.bytes(vector.count)).value == vector.digest)
  }

  @Test func `the digest does not depend on how the bytes are split`() {
    let whole = Self.bytes(222)
    for first in 0...100 {
      for second in [0, 1, 7, 31, 32, 33, 64, 100] {
        var stream = ContentDigest.Stream()
        for piece in [whole[..<first], whole[first..<(first + second)], whole[(first + second)...]]
        {
          piece.withUnsafeBytes { stream.append($0) }
        }
        #expect(stream.finish() == ContentDigest(whole))
      }
    }
  }

  @Test func `a digest is written with all its sixteen digits`() {
    #expect(ContentDigest(value: 0xAB).hexadecimal == "00000000000000ab")
    #expect(ContentDigest(Array("xxhash".utf8)).hexadecimal == "32dd38952c4bc720")
  }
}
