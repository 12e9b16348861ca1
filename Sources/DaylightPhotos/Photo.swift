package import DaylightModel
import DaylightSyntax

/// Makes the files that are published of a photograph: upright, in sRGB, without metadata, in the
/// widths that pages show, as WebP and in the format it came in.
///
/// A pure function of its bytes: the same picture gives the same files, byte for byte.
package enum Photo {
  /// What determines the files that a picture gives. Increase the number with every change to that.
  package static let maker = "1 \(WebPCodec.version) \(PNGCodec.version)"

  /// In pixels. A text is 37 rem wide, which is about 670 pixels at the usual size of letters; two
  /// or three pixels of a phone are one of these. Nothing is ever enlarged.
  package static let widths = [480, 960, 1440]

  /// The formats that are read. Others are published as they are, after their own checks.
  package static let formats: Set<FileFormat> = [.jpeg, .png, .webP]

  /// A file to publish.
  package struct File: Sendable, Hashable {
    package let format: FileFormat
    package let size: ImageSize
    package let bytes: [UInt8]
  }

  /// The files of a picture, each format from narrow to wide. The widest in the format of the
  /// picture is always among them.
  package static func files(of bytes: [UInt8]) throws(PictureProblem) -> [File] {
    guard let anatomy = PictureAnatomy(bytes), let stored = anatomy.size,
      formats.contains(anatomy.format)
    else { throw .damaged }
    if anatomy.isMoving { throw .moving }
    guard anatomy.isWhole else { throw .damaged }
    try PhotoLimits.check(stored)
    let sizes = sizes(for: stored.turned(from: anatomy.orientation))
    guard let widest = sizes.last else { throw .damaged }
    let needed = widest.turned(from: anatomy.orientation)
    let decoded = try decode(bytes, anatomy.format, atLeast: needed.width)
    let light = try profile(of: anatomy).map(ColourProfile.light) ?? nil
    let pictures = sizes.map { size in
      decoded.shown(in: size.turned(from: anatomy.orientation), light)
        .turned(from: anatomy.orientation)
    }
    let own = try own(pictures, anatomy, bytes, isChanged: light != nil || widest != stored)
    guard anatomy.format != .webP, let largest = own.last else { return own }
    let webP = try self.webP(pictures, isDrawn: anatomy.format == .png)
    // A small drawing can be smaller as PNG.
    return (webP.last?.bytes.count ?? 0) < largest.bytes.count ? webP + own : own
  }

  /// The sizes to publish, from narrow to wide.
  private static func sizes(for shown: ImageSize) -> [ImageSize] {
    let side = PhotoLimits.longestSide
    let fitting = shown.height > side ? max(1, shown.width * side / shown.height) : shown.width
    let widest = min(fitting, widths.last ?? fitting)
    // One that is nearly as wide as the widest saves nobody anything.
    let narrower = widths.filter { $0 * 5 <= widest * 4 }
    return (narrower + [widest]).map { width in
      let height = (Double(shown.height) * Double(width) / Double(shown.width)).rounded()
      return ImageSize(width: width, height: min(side, max(1, Int(height))))
    }
  }

  private static func decode(
    _ bytes: [UInt8], _ format: FileFormat, atLeast width: Int
  ) throws(PictureProblem) -> Bitmap {
    switch format {
    case .jpeg: try JPEGCodec.decode(bytes, atLeast: width)
    case .png: try PNGCodec.decode(bytes)
    default: try WebPCodec.decode(bytes)
    }
  }

  private static func profile(of anatomy: PictureAnatomy) -> [UInt8]? {
    guard let profile = anatomy.profile else { return nil }
    return anatomy.format == .png ? PNGCodec.profile(profile) : profile
  }

  /// The files in the format of the picture.
  ///
  /// - Parameter isChanged: whether the widest has other pixels or colours than the picture itself.
  private static func own(
    _ pictures: [Bitmap], _ anatomy: PictureAnatomy, _ bytes: [UInt8], isChanged: Bool
  ) throws(PictureProblem) -> [File] {
    var files: [File]
    switch anatomy.format {
    case .jpeg: files = try self.files(pictures, as: .jpeg, JPEGCodec.encode)
    case .png: files = try self.files(pictures, as: .png, PNGCodec.encode)
    default: files = try webP(pictures, isDrawn: anatomy.isLossless)
    }
    // Nothing is lost in a file that only loses its metadata.
    if !isChanged, anatomy.orientation == 1, anatomy.profile == nil, let last = files.popLast() {
      let stripped = anatomy.stripped(bytes)
      let isSmaller = stripped.count <= last.bytes.count
      files.append(isSmaller ? File(format: last.format, size: last.size, bytes: stripped) : last)
    }
    return files.withoutHeavier
  }

  /// The files as WebP.
  ///
  /// - Parameter isDrawn: whether it may be a drawing or a picture of a screen, which keeps all of
  ///   its pixels unless that takes three times the bytes: then it is a photograph after all.
  private static func webP(_ pictures: [Bitmap], isDrawn: Bool) throws(PictureProblem) -> [File] {
    let lossy = try files(pictures, as: .webP, WebPCodec.encode)
    guard isDrawn, let largest = pictures.last, let last = lossy.last else {
      return lossy.withoutHeavier
    }
    let exact = try WebPCodec.encodeWithoutLoss(largest)
    guard exact.count <= 3 * last.bytes.count else { return lossy.withoutHeavier }
    return try files(pictures, as: .webP, WebPCodec.encodeWithoutLoss).withoutHeavier
  }

  private static func files(
    _ pictures: [Bitmap], as format: FileFormat,
    _ encode: (Bitmap) throws(PictureProblem) -> [UInt8]
  ) throws(PictureProblem) -> [File] {
    var files: [File] = []
    for picture in pictures {
      files.append(File(format: format, size: picture.size, bytes: try encode(picture)))
    }
    return files
  }
}

extension [Photo.File] {
  /// Those that are smaller than all wider ones.
  fileprivate var withoutHeavier: Self {
    var kept: Self = []
    for file in reversed() where kept.last.map({ file.bytes.count < $0.bytes.count }) ?? true {
      kept.append(file)
    }
    return kept.reversed()
  }
}

extension Bitmap {
  /// Without a change of size or colours the pixels stay as they are.
  fileprivate func shown(in size: ImageSize, _ light: LinearLight?) -> Bitmap {
    size == self.size && light == nil ? self : scaled(to: size, light ?? .sRGB)
  }
}
