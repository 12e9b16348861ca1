import CTurboJPEG
import DaylightModel

/// JPEG, by libjpeg-turbo.
enum JPEGCodec {
  /// - Parameter width: the fewest pixels across that are needed. A picture with at least twice as
  ///   many is decoded at a half, a quarter or an eighth of its size, which saves most of the work.
  static func decode(
    _ bytes: [UInt8], atLeast width: Int
  ) throws(PictureProblem) -> Bitmap {
    guard let decoder = tjInitDecompress() else { throw .damaged }
    defer { tjDestroy(decoder) }
    var (stored, height, sampling, colours) = (CInt(0), CInt(0), CInt(0), CInt(0))
    let header = tjDecompressHeader3(
      decoder, bytes, UInt(bytes.count), &stored, &height, &sampling, &colours)
    guard header == 0 else { throw .damaged }
    if [TJCS_CMYK, TJCS_YCCK].contains(where: { $0.rawValue == UInt32(colours) }) {
      throw .printColours
    }
    let size = ImageSize(width: Int(stored), height: Int(height))
    try PhotoLimits.check(size)
    let divisor = [8, 4, 2].first { size.width / $0 >= width } ?? 1
    // Rounded up, as the library does.
    let across = (size.width + divisor - 1) / divisor
    let down = (size.height + divisor - 1) / divisor
    var pixels = [UInt8](repeating: 255, count: across * down * 4)
    func decode(_ flags: CInt) -> Bool {
      tjDecompress2(
        decoder, bytes, UInt(bytes.count), &pixels, CInt(across), 0, CInt(down),
        CInt(TJPF_RGBA.rawValue), flags | TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS) == 0
    }
    if !decode(TJFLAG_STOPONWARNING) {
      // Some cameras write a few bytes too many before the end, which changes nothing.
      guard isAboutSpareBytes(decoder), decode(0) || isAboutSpareBytes(decoder) else {
        throw .damaged
      }
    }
    return Bitmap(width: across, height: down, pixels: pixels)
  }

  private static func isAboutSpareBytes(_ decoder: tjhandle) -> Bool {
    guard let message = tjGetErrorStr2(decoder) else { return false }
    return String(cString: message).contains("extraneous bytes")
  }

  /// At four fifths of the scale, with colours at half the size: nobody sees the difference from a
  /// better one on a screen, and it is a third of the bytes. Progressive files are smaller still.
  static func encode(_ bitmap: Bitmap) throws(PictureProblem) -> [UInt8] {
    guard let encoder = tjInitCompress() else { throw .damaged }
    defer { tjDestroy(encoder) }
    var data: UnsafeMutablePointer<UInt8>?
    var count: UInt = 0
    defer { tjFree(data) }
    let status = tjCompress2(
      encoder, bitmap.pixels, CInt(bitmap.width), 0, CInt(bitmap.height),
      CInt(TJPF_RGBX.rawValue), &data, &count, CInt(TJSAMP_420.rawValue), 80,
      TJFLAG_PROGRESSIVE | TJFLAG_ACCURATEDCT)
    guard status == 0, let data else { throw .damaged }
    return Array(UnsafeBufferPointer(start: data, count: Int(count)))
  }
}
