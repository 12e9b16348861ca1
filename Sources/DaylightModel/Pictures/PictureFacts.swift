/// What is known of a picture or font without keeping its bytes.
package struct PictureFacts: Sendable, Hashable {
  package let format: FileFormat
  /// The size as shown, after the picture is turned as its metadata says; nil if unknown.
  package let size: ImageSize?
  /// False for a file that breaks off before its end.
  package let isWhole: Bool
  /// What its metadata reveals.
  package let gives: Set<Revelation>

  /// Nil for a file that is neither, by its name.
  ///
  /// - Parameter bytes: the whole file.
  package init?(_ bytes: [UInt8], path: String) {
    guard Self.apply(to: path) else { return nil }
    format = FileFormat(bytes)
    let anatomy = PictureAnatomy(bytes)
    isWhole = anatomy?.isWhole ?? true
    gives = anatomy?.gives ?? []
    let stored = anatomy.map(\.size) ?? ImageHeader.size(of: bytes)
    // From 5 on the picture is turned by 90 degrees (Exif 2.3, 4.6.4).
    size = stored.map {
      (anatomy?.orientation ?? 1) < 5 ? $0 : ImageSize(width: $0.height, height: $0.width)
    }
  }

  /// Whether a file has facts, by its name.
  package static func apply(to path: String) -> Bool { FileFormat.promised(by: path) != nil }

  /// Reasons to refuse a picture. When it was taken is none by itself.
  var reasons: [Revelation] {
    gives.subtracting([.day]).isEmpty ? [] : gives.sorted { $0.rawValue < $1.rawValue }
  }

  /// A picture without its metadata, otherwise unchanged; nil for one that reveals nothing.
  package static func stripped(_ bytes: [UInt8]) -> [UInt8]? {
    guard let anatomy = PictureAnatomy(bytes), !anatomy.gives.subtracting([.day]).isEmpty else {
      return nil
    }
    return anatomy.stripped(bytes)
  }
}
