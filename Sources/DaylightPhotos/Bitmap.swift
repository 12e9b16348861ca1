package import DaylightModel

/// A picture as pixels, row by row: red, green, blue and opacity, one byte each.
package struct Bitmap: Sendable, Hashable {
  package let width: Int
  package let height: Int
  package var pixels: [UInt8]

  package init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(pixels.count == width * height * 4, "four bytes a pixel")
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  package var size: ImageSize { ImageSize(width: width, height: height) }

  package var isOpaque: Bool {
    pixels.withUnsafeBufferPointer { pixels in
      stride(from: 3, to: pixels.count, by: 4).allSatisfy { pixels[$0] == 255 }
    }
  }

  /// The picture as it is to be seen.
  ///
  /// - Parameter orientation: how it is stored, from 1 to 8 (Exif 2.3, 4.6.4).
  package func turned(from orientation: Int) -> Bitmap {
    guard (2...8).contains(orientation) else { return self }
    let turned = orientation < 5 ? size : ImageSize(width: height, height: width)
    var result = [UInt8](repeating: 0, count: pixels.count)
    var place = 0
    for y in 0..<turned.height {
      for x in 0..<turned.width {
        let (column, row) = source(ofX: x, y, orientation)
        let start = (row * width + column) * 4
        for channel in 0..<4 { result[place + channel] = pixels[start + channel] }
        place += 4
      }
    }
    return Bitmap(width: turned.width, height: turned.height, pixels: result)
  }

  /// The stored pixel that is seen at a place.
  private func source(ofX x: Int, _ y: Int, _ orientation: Int) -> (column: Int, row: Int) {
    let (right, bottom) = (width - 1, height - 1)
    return switch orientation {
    case 2: (right - x, y)
    case 3: (right - x, bottom - y)
    case 4: (x, bottom - y)
    case 5: (y, x)
    case 6: (y, bottom - x)
    case 7: (right - y, bottom - x)
    case 8: (right - y, x)
    default: (x, y)
    }
  }
}
