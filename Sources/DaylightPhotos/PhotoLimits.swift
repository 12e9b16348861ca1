import DaylightModel

/// What a picture may ask of this machine.
enum PhotoLimits {
  /// The largest that phones make; four bytes each in memory.
  static let pixels = 110_000_000
  /// In pixels; WebP has no longer sides than 16,383.
  static let longestSide = 16_000

  static func check(_ size: ImageSize) throws(PictureProblem) {
    guard size.width > 0, size.height > 0 else { throw .damaged }
    guard size.width <= pixels / size.height else { throw .tooManyPixels(size) }
  }
}
