import DaylightBuild
import DaylightSyntax
import Testing

@Suite struct ManifestTests {
  private static let manifest = Manifest(
    entries: ["b", "a b/é.html", "a"].map {
      Manifest.Entry(
        path: $0, digest: ContentDigest(Array($0.utf8)),
        stamp: FileStamp(size: 3, modified: 1_789_000_000_123_456_789))
    }, isComplete: true)

  @Test func `a manifest survives writing and reading`() {
    #expect(Manifest(bytes: Self.manifest.bytes) == Self.manifest)
    let unfinished = Manifest(entries: Self.manifest.entries, isComplete: false)
    #expect(Manifest(bytes: unfinished.bytes) == unfinished)
    #expect(Manifest(bytes: Manifest().bytes) == Manifest())
  }

  @Test func `its lines are sorted by the bytes of the paths`() {
    #expect(Self.manifest.entries.map(\.path) == ["a", "a b/é.html", "b"])
  }

  @Test func `a manifest truncated or changed anywhere is not read`() {
    let bytes = Self.manifest.bytes
    for index in bytes.indices {
      #expect(Manifest(bytes: Array(bytes[..<index])) == nil)
      var changed = bytes
      changed[index] ^= 1
      #expect(Manifest(bytes: changed) == nil)
    }
  }

  @Test func `a manifest that names a path outside the output is not read`() {
    let outside = Manifest(entries: [
      Manifest.Entry(
        path: "../x", digest: ContentDigest([]), stamp: FileStamp(size: 0, modified: 1))
    ])
    #expect(Manifest(bytes: outside.bytes) == nil)
  }
}
