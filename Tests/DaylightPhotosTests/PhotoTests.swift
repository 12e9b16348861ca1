import DaylightModel
import DaylightSyntax
import TestSupport
import Testing

@testable import DaylightPhotos

struct PhotoTests {
  private func files(_ name: String) throws -> [Photo.File] {
    try Photo.files(of: picture(name))
  }

  private func sizes(_ files: [Photo.File], _ format: FileFormat) -> [ImageSize] {
    files.filter { $0.format == format }.map(\.size)
  }

  @Test func `a photograph of a phone that was held upright is upright`() throws {
    let files = try files("phone.jpg")
    #expect(sizes(files, .jpeg) == [ImageSize(width: 480, height: 640)])
    for file in files {
      expect(try file.decoded().corners, areAbout: [.red, .green, .blue, .white])
    }
  }

  @Test(arguments: [
    "phone.jpg", "corners.jpg", "wide.jpg", "gray.jpg", "display-p3.jpg", "display-p3.png",
    "srgb.png", "notes.png", "palette.png", "clear.png", "gray-clear.png", "sixteen.png",
    "dot.png", "phone.webp", "drawn.webp",
  ])
  func `no file has metadata, and each is what it says`(_ name: String) throws {
    let harmless: Set = [
      "APP0 JFIF", "APP14 Adobe", "DQT", "DHT", "SOF", "SOS", "IHDR", "PLTE", "tRNS", "gAMA",
      "sRGB", "IDAT", "IEND", "VP8X", "VP8 ", "VP8L", "ALPH",
    ]
    let files = try files(name)
    #expect(!files.isEmpty)
    for file in files {
      let parts = try #require(PictureParts(file.bytes))
      #expect(Set(parts.names).subtracting(harmless) == [], "\(file.format) \(file.size)")
      #expect(try file.decoded().size == file.size)
      #expect(FileFormat(file.bytes) == file.format)
    }
  }

  @Test func `a wide picture is made in three widths, as WebP and as it came`() throws {
    let files = try files("wide.jpg")
    #expect(sizes(files, .webP).map(\.width) == [480, 960, 1440])
    #expect(sizes(files, .jpeg).map(\.width) == [480, 960, 1440])
    #expect(sizes(files, .jpeg).map(\.height) == [6, 11, 17])
  }

  @Test func `a small picture is never enlarged`() throws {
    #expect(sizes(try files("corners.jpg"), .jpeg) == [ImageSize(width: 64, height: 48)])
    #expect(sizes(try files("dot.png"), .png) == [ImageSize(width: 1, height: 1)])
    #expect(sizes(try files("thread.png"), .png) == [ImageSize(width: 1, height: 10_000)])
  }

  @Test func `the pixels of a small upright picture are not coded again`() throws {
    let file = try #require(try files("notes.png").last)
    #expect(file.bytes.count < (try picture("notes.png")).count)
    #expect(try file.decoded() == PNGCodec.decode(picture("notes.png")))
  }

  @Test func `colours of a wide screen become those of all screens`() throws {
    for name in ["display-p3.jpg", "display-p3.png"] {
      for file in try files(name) {
        let colour = try file.decoded()[16, 16]
        #expect(colour.isAbout(Colour(215, 93, 97), within: 4), "\(name) \(colour)")
      }
    }
  }

  @Test func `gray, few colours and sixteen bits are read as they look`() throws {
    let gray = try #require(try files("gray.jpg").last).decoded()
    let light = gray.corners.map { $0.values[0] }
    #expect(gray.corners.allSatisfy { Set($0.values[0..<3]).count == 1 })
    #expect(light[2] < light[0] && light[0] < light[1] && light[1] < light[3], "\(light)")
    for file in try files("palette.png") {
      expect(try file.decoded().corners, areAbout: [.red, .green, .blue, .white])
    }
    for file in try files("sixteen.png") {
      #expect(try file.decoded()[20, 15].isAbout(Colour(128, 128, 128), within: 2))
    }
  }

  @Test func `what can be seen through stays so`() throws {
    for name in ["clear.png", "gray-clear.png"] {
      for file in try files(name) {
        #expect(try file.decoded().corners.allSatisfy { $0.values[3] == 128 }, "\(name)")
      }
    }
  }

  @Test func `the same picture gives the same bytes`() throws {
    for name in ["phone.jpg", "wide.jpg", "clear.png", "phone.webp"] {
      #expect(try files(name) == files(name))
    }
  }

  @Test(arguments: [
    ("print.jpg", PictureProblem.printColours), ("moving.png", .moving), ("moving.webp", .moving),
    ("bomb.png", .tooManyPixels(ImageSize(width: 900_000, height: 900_000))),
  ])
  func `what cannot be published is refused`(_ name: String, _ problem: PictureProblem) throws {
    let bytes = try picture(name)
    #expect(throws: problem) { try Photo.files(of: bytes) }
  }

  @Test func `a JPEG of billions of pixels is refused before it is decoded`() throws {
    var bytes = try picture("corners.jpg")
    let frame = try #require(bytes.offset(of: [0xFF, 0xC0] as [UInt8]))
    bytes.replaceSubrange(frame + 5..<frame + 9, with: [0xFF, 0xFF, 0xFF, 0xFF])
    let size = ImageSize(width: 65_535, height: 65_535)
    #expect(throws: PictureProblem.tooManyPixels(size)) { try Photo.files(of: bytes) }
  }

  @Test(arguments: ["corners.jpg", "wide.jpg", "palette.png", "phone.webp"])
  func `a picture that is cut off is refused, wherever it is cut`(_ name: String) throws {
    let bytes = try picture(name)
    for length in Set([0, 1, 4, 20, bytes.count / 2, bytes.count - 1]) {
      #expect(throws: PictureProblem.damaged, "\(length)") {
        try Photo.files(of: Array(bytes.prefix(length)))
      }
    }
  }

  @Test func `a profile whose colours cannot be read is refused, and a damaged one ignored`()
    throws
  {
    var bytes = try picture("display-p3.jpg")
    let tag = try #require(bytes.offset(of: "rTRC".utf8))
    bytes[tag] = UInt8(ascii: "x")
    let changed = bytes
    #expect(throws: PictureProblem.unknownColours) { try Photo.files(of: changed) }
    let mark = try #require(bytes.offset(of: "acsp".utf8))
    bytes[mark] = 0
    let colour = try #require(try Photo.files(of: bytes).last).decoded()[16, 16]
    #expect(colour.isAbout(Colour(200, 100, 100), within: 4))
  }

  /// Each outcome is one of two: a problem that is named, or files that can be read.
  @Test func `two thousand damaged pictures do no harm`() throws {
    var random = SeededGenerator(seed: 11)
    let names = [
      "corners.jpg", "display-p3.jpg", "gray.jpg", "notes.png", "palette.png", "gray-clear.png",
      "sixteen.png", "phone.webp", "drawn.webp", "moving.webp",
    ]
    let pictures = try names.map { try picture($0) }
    var refused = 0
    for round in 0..<2000 {
      var bytes = pictures[round % pictures.count]
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      // Not larger than what a test may take.
      guard let size = PictureAnatomy(bytes)?.size, size.width * size.height < 20_000 else {
        continue
      }
      do throws(PictureProblem) {
        for file in try Photo.files(of: bytes) { #expect(FileFormat(file.bytes) == file.format) }
      } catch {
        refused += 1
      }
    }
    #expect(refused > 100 && refused < 1900, "\(refused)")
  }
}
