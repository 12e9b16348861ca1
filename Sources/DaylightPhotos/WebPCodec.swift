import CLibWebP
import DaylightModel

/// WebP, by libwebp. Its encoders use one thread, so the same picture gives the same bytes.
enum WebPCodec {
  static let version = "webp-\(String(WebPGetEncoderVersion(), radix: 16))"

  static func decode(_ bytes: [UInt8]) throws(PictureProblem) -> Bitmap {
    var (width, height) = (CInt(0), CInt(0))
    guard WebPGetInfo(bytes, bytes.count, &width, &height) != 0 else { throw .damaged }
    let size = ImageSize(width: Int(width), height: Int(height))
    try PhotoLimits.check(size)
    var pixels = [UInt8](repeating: 0, count: size.width * size.height * 4)
    let count = pixels.count
    guard WebPDecodeRGBAInto(bytes, bytes.count, &pixels, count, width * 4) != nil else {
      throw .damaged
    }
    return Bitmap(width: size.width, height: size.height, pixels: pixels)
  }

  /// At the library's own choice of quality, about that of JPEG at four fifths.
  static func encode(_ bitmap: Bitmap) throws(PictureProblem) -> [UInt8] {
    try encode { data in
      WebPEncodeRGBA(
        bitmap.pixels, CInt(bitmap.width), CInt(bitmap.height), CInt(bitmap.width * 4), 75, &data)
    }
  }

  /// For what is drawn or written, where each loss shows.
  static func encodeWithoutLoss(_ bitmap: Bitmap) throws(PictureProblem) -> [UInt8] {
    try encode { data in
      WebPEncodeLosslessRGBA(
        bitmap.pixels, CInt(bitmap.width), CInt(bitmap.height), CInt(bitmap.width * 4), &data)
    }
  }

  private static func encode(
    _ body: (inout UnsafeMutablePointer<UInt8>?) -> Int
  ) throws(PictureProblem) -> [UInt8] {
    var data: UnsafeMutablePointer<UInt8>?
    let count = body(&data)
    defer { WebPFree(data) }
    guard count > 0, let data else { throw .damaged }
    return Array(UnsafeBufferPointer(start: data, count: count))
  }
}
