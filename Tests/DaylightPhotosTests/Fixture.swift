import DaylightModel
import Foundation
import Testing

@testable import DaylightPhotos

/// A picture that `Pictures/make.py` made.
func picture(_ name: String) throws -> [UInt8] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pictures")
  return try Array(Data(contentsOf: folder.appending(path: name)))
}

extension Photo.File {
  func decoded() throws -> Bitmap {
    switch format {
    case .jpeg: try JPEGCodec.decode(bytes, atLeast: size.width)
    case .png: try PNGCodec.decode(bytes)
    default: try WebPCodec.decode(bytes)
    }
  }
}

extension Bitmap {
  /// The colour in the middle of each quarter: left and right above, left and right below.
  var corners: [Colour] {
    [(1, 1), (3, 1), (1, 3), (3, 3)].map { self[width * $0.0 / 4, height * $0.1 / 4] }
  }

  subscript(x: Int, y: Int) -> Colour {
    let start = (y * width + x) * 4
    return Colour(Array(pixels[start..<start + 4]))
  }
}

struct Colour: Hashable, CustomStringConvertible {
  let values: [UInt8]

  init(_ values: [UInt8]) { self.values = values }

  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8, _ opacity: UInt8 = 255) {
    values = [red, green, blue, opacity]
  }

  var description: String { "\(values)" }

  /// Lossy formats change colours a little.
  func isAbout(_ other: Colour, within step: Int = 8) -> Bool {
    zip(values, other.values).allSatisfy { abs(Int($0) - Int($1)) <= step }
  }

  static let red = Colour(200, 40, 40)
  static let green = Colour(40, 160, 60)
  static let blue = Colour(40, 60, 180)
  static let white = Colour(240, 240, 230)
}

func expect(
  _ found: [Colour], areAbout expected: [Colour], within step: Int = 8,
  at location: SourceLocation = #_sourceLocation
) {
  #expect(
    zip(found, expected).allSatisfy { $0.isAbout($1, within: step) }, "\(found)",
    sourceLocation: location)
}
