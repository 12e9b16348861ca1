package import DaylightSyntax

/// What is known of a picture or font without keeping its bytes.
package struct PictureFacts: Sendable, Hashable {
  package let format: FileFormat
  /// The size as shown, after the picture is turned as its metadata says; nil if unknown.
  package let size: ImageSize?
  /// How the picture is turned to be shown, from 1 to 8 (Exif 2.3, 4.6.4).
  package let orientation: Int
  /// False for a file that breaks off before its end.
  package let isWhole: Bool
  /// Whether it shows one picture after another.
  package let isMoving: Bool
  /// What its metadata reveals.
  package let gives: Set<Revelation>
  /// Of the whole file.
  package let digest: ContentDigest
  /// What the file is made of; nil unless it is a JPEG, PNG or WebP.
  package let parts: PictureParts?
  /// Whether a font has axes, such as its weight, that a page may set.
  package let isVariableFont: Bool

  /// Nil for a file that is neither, by its name.
  ///
  /// - Parameter bytes: the whole file.
  package init?(_ bytes: [UInt8], path: String) {
    guard Self.apply(to: path) else { return nil }
    format = FileFormat(bytes)
    isVariableFont = format == .woff2 && FontDirectory.hasAxes(bytes)
    let anatomy = PictureAnatomy(bytes)
    isWhole = anatomy?.isWhole ?? true
    isMoving = anatomy?.isMoving ?? false
    gives = anatomy?.gives ?? []
    digest = ContentDigest(bytes)
    parts = PictureParts(bytes)
    orientation = anatomy?.orientation ?? 1
    let stored = anatomy.map(\.size) ?? ImageHeader.size(of: bytes)
    size = stored?.turned(from: orientation)
  }

  /// Whether a file has facts, by its name.
  package static func apply(to path: String) -> Bool { FileFormat.promised(by: path) != nil }

  /// Whether the file is what its name says.
  package func isNamedRight(_ path: String) -> Bool {
    FileFormat.promised(by: path)?.contains(format) ?? false
  }

  /// Reasons to refuse a picture. When it was taken is none by itself.
  var reasons: [Revelation] {
    gives.subtracting([.day]).isEmpty ? [] : gives.sorted { $0.rawValue < $1.rawValue }
  }

  /// A picture of the theme as it is published: in the formats whose metadata can be taken out it has
  /// none.
  package static func withoutMetadata(_ bytes: [UInt8], path: String) -> [UInt8] {
    guard apply(to: path), let anatomy = PictureAnatomy(bytes), losesMetadata(anatomy.format) else {
      return bytes
    }
    return anatomy.stripped(bytes)
  }

  static func losesMetadata(_ format: FileFormat) -> Bool {
    [.jpeg, .png, .webP].contains(format)
  }

  /// A picture without its metadata, otherwise unchanged; nil for one that reveals nothing.
  package static func stripped(_ bytes: [UInt8]) -> [UInt8]? {
    guard let anatomy = PictureAnatomy(bytes), !anatomy.gives.subtracting([.day]).isEmpty else {
      return nil
    }
    return anatomy.stripped(bytes)
  }
}
