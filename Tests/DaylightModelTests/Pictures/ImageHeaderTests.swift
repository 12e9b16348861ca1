import DaylightModel
import Testing

@Suite struct ImageHeaderTests {
  private func size(_ bytes: [UInt8]) -> [Int]? {
    ImageHeader.size(of: bytes).map { [$0.width, $0.height] }
  }

  private let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 1, 44, 0, 0, 0, 200, 8, 6, 0, 0, 0]
  private let jpeg: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF".utf8) + [0, 1, 1, 0, 0, 1, 0, 1, 0, 0]
    + [0xFF, 0xFF, 0xC2, 0, 17, 8, 0, 200, 1, 44, 3]

  @Test func `a PNG says its size in its first chunk`() { #expect(size(png) == [300, 200]) }

  @Test func `a GIF says its size after its version`() {
    #expect(size(Array("GIF89a".utf8) + [0x2C, 1, 200, 0]) == [300, 200])
  }

  @Test func `a JPEG says its size in its frame, behind other segments`() {
    #expect(size(jpeg) == [300, 200])
  }

  @Test func `a simple WebP says its size in fourteen bits each`() {
    let head = Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8 ".utf8) + [0, 0, 0, 0]
    #expect(size(head + [0x30, 1, 0, 0x9D, 1, 0x2A, 0x2C, 0x41, 200, 0]) == [300, 200])
  }

  @Test func `a lossless WebP packs its size into bits`() {
    let head = Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8L".utf8) + [0, 0, 0, 0, 0x2F]
    let bits: UInt32 = 299 | 199 << 14
    let packed = (0..<4).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
    #expect(size(head + packed + [0, 0, 0, 0, 0]) == [300, 200])
  }

  @Test func `an extended WebP says the size of its canvas`() {
    let head = Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8X".utf8) + [10, 0, 0, 0]
    #expect(size(head + [0, 0, 0, 0, 0x2B, 1, 0, 199, 0, 0]) == [300, 200])
  }

  @Test(arguments: [
    "<svg width=\"300\" height=\"200\">", "<svg width='300px' height='200px'>",
    "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"\n viewBox=\"0 0 300 200\">",
    "<svg width=\"100%\" height=\"100%\" viewBox=\"0,0,300,200\">",
    "<svg viewBox=\"0 0 299.6 200.4\">", "<svg\nwidth=\"300\"\nheight=\"200\">",
  ])
  func `an SVG says its size in its first tag`(text: String) {
    #expect(size(Array(text.utf8)) == [300, 200])
  }

  @Test(arguments: [
    "", "<svg>", "<svg width=\"\" height=\"\">", "<svg viewBox=\"a b c d\">", "plain text",
    "<svg width=\"10em\" height=\"20em\">", "<svg width=\"0\" height=\"5\">",
    "<svg viewBox=\"0 0 1e99 5\">", "<svg width=\"nan\" height=\"5\">", "<svg",
  ])
  func `a file that says no size has none`(text: String) {
    #expect(size(Array(text.utf8)) == nil)
  }

  @Test func `a header that breaks off anywhere is read without harm`() {
    for file in [png, jpeg] {
      for count in 0..<file.count { _ = size(Array(file.prefix(count))) }
    }
    #expect(size(Array(png.prefix(20))) == nil)
    #expect(size(Array(jpeg.prefix(22))) == nil)
  }
}
