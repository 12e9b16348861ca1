import CLibPNG
import DaylightModel

/// PNG, by the simplified interface of libpng, which needs no jumps out of C.
enum PNGCodec {
  static let version = "png-\(png_access_version_number())"

  static func decode(_ bytes: [UInt8]) throws(PictureProblem) -> Bitmap {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    return try bytes.withUnsafeBufferPointer { (bytes) throws(PictureProblem) -> Bitmap in
      guard png_image_begin_read_from_memory(&image, bytes.baseAddress, bytes.count) != 0 else {
        throw .damaged
      }
      let size = ImageSize(width: Int(image.width), height: Int(image.height))
      try PhotoLimits.check(size)
      image.format = colourAndOpacity
      // Otherwise sixteen bits would be taken for amounts of light.
      image.flags |= UInt32(PNG_IMAGE_FLAG_16BIT_sRGB)
      var pixels = [UInt8](repeating: 0, count: size.width * size.height * 4)
      guard png_image_finish_read(&image, nil, &pixels, 0, nil) != 0 else { throw .damaged }
      return Bitmap(width: size.width, height: size.height, pixels: pixels)
    }
  }

  static func encode(_ bitmap: Bitmap) throws(PictureProblem) -> [UInt8] {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    image.width = UInt32(bitmap.width)
    image.height = UInt32(bitmap.height)
    let isOpaque = bitmap.isOpaque
    image.format = isOpaque ? colour : colourAndOpacity
    let pixels = isOpaque ? bitmap.colours : bitmap.pixels
    // More than zlib and the parts around it ever add.
    var count = pixels.count + pixels.count / 128 + bitmap.height + 4096
    let file = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let status = png_image_write_to_memory(
        &image, buffer.baseAddress, &count, 0, pixels, 0, nil)
      filled = status == 0 ? 0 : count
    }
    guard !file.isEmpty else { throw .damaged }
    return file
  }

  /// The profile of a PNG: a name, a zero, how it is packed, and the packed bytes (11.3.2.3).
  static func profile(_ chunk: [UInt8]) -> [UInt8]? {
    guard let end = chunk.firstIndex(of: 0), end + 2 < chunk.count else { return nil }
    let packed = Array(chunk[(end + 2)...])
    var count = UInt(largestProfile)
    let profile = [UInt8](unsafeUninitializedCapacity: largestProfile) { buffer, filled in
      let status = uncompress(buffer.baseAddress, &count, packed, UInt(packed.count))
      filled = status == Z_OK ? Int(count) : 0
    }
    return profile.isEmpty ? nil : profile
  }

  /// In bytes. Those of screens are below 10 kB; larger ones are of printers.
  private static let largestProfile = 1 << 20

  // `PNG_FORMAT_RGB` and `PNG_FORMAT_RGBA`, which are expressions.
  private static let colour: UInt32 = 2
  private static let colourAndOpacity: UInt32 = 3
}

extension Bitmap {
  /// The pixels without their opacity.
  fileprivate var colours: [UInt8] {
    var colours: [UInt8] = []
    colours.reserveCapacity(width * height * 3)
    for start in stride(from: 0, to: pixels.count, by: 4) {
      colours += pixels[start..<start + 3]
    }
    return colours
  }
}
