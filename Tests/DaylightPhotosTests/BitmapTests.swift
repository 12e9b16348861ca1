import DaylightModel
import Testing

@testable import DaylightPhotos

struct BitmapTests {
  private func bitmap(_ rows: [String]) -> Bitmap {
    Bitmap(
      width: rows[0].utf8.count, height: rows.count,
      pixels: rows.flatMap { $0.utf8.flatMap { [$0, 0, 0, 255] } })
  }

  private func rows(_ bitmap: Bitmap) -> [String] {
    (0..<bitmap.height).map { y in
      String(decoding: (0..<bitmap.width).map { bitmap[$0, y].values[0] }, as: UTF8.self)
    }
  }

  /// The table of Exif 2.3, 4.6.4: which edge of what is seen the first row and column are.
  @Test(arguments: [
    (1, ["abc", "def"]), (2, ["cba", "fed"]), (3, ["fed", "cba"]), (4, ["def", "abc"]),
    (5, ["ad", "be", "cf"]), (6, ["da", "eb", "fc"]), (7, ["fc", "eb", "da"]),
    (8, ["cf", "be", "ad"]), (0, ["abc", "def"]), (9, ["abc", "def"]),
  ])
  func `a picture is turned as its metadata says`(_ orientation: Int, _ seen: [String]) {
    #expect(rows(bitmap(["abc", "def"]).turned(from: orientation)) == seen)
  }

  @Test func `a fine pattern of black and white is as bright when it is small`() {
    let pixels = (0..<16).flatMap { y in
      (0..<16).flatMap { x -> [UInt8] in
        let value: UInt8 = (x + y).isMultiple(of: 2) ? 255 : 0
        return [value, value, value, 255]
      }
    }
    let small = Bitmap(width: 16, height: 16, pixels: pixels)
      .scaled(to: ImageSize(width: 4, height: 4), .sRGB)
    // Half the light is 188 of 255, not 128.
    #expect(small[1, 1].isAbout(Colour(188, 188, 188), within: 6), "\(small[1, 1])")
  }

  @Test func `one colour stays the same in any size`() {
    let plain = Bitmap(
      width: 30, height: 20, pixels: (0..<600).flatMap { _ -> [UInt8] in [10, 120, 250, 255] })
    for size in [ImageSize(width: 7, height: 5), ImageSize(width: 30, height: 19)] {
      let scaled = plain.scaled(to: size, .sRGB)
      #expect(scaled.size == size)
      #expect(
        scaled.pixels
          == Array(
            (0..<size.width * size.height).flatMap { _ in
              [10, 120, 250, 255] as [UInt8]
            }))
    }
  }

  @Test func `what is clear does not darken what is beside it`() {
    let edge = Bitmap(
      width: 4, height: 1,
      pixels: [200, 40, 40, 255, 200, 40, 40, 255, 0, 0, 0, 0, 0, 0, 0, 0])
    let scaled = edge.scaled(to: ImageSize(width: 2, height: 1), .sRGB)
    #expect(Colour(scaled[0, 0].values).isAbout(Colour(200, 40, 40, 255), within: 24))
    #expect(scaled[1, 0].values[3] < 32)
  }
}
