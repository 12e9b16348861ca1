/// A picture's file as the parts it is made of, in their order.
///
/// Formats and their layouts: JPEG (ITU T.81 annex B, JFIF 1.02, Exif 2.3, XMP part 3), PNG (W3C,
/// third edition), WebP (RFC 9649), GIF89a, AVIF (ISO/IEC 23008-12).
package struct PictureAnatomy {
  package let format: FileFormat
  var parts: [Part] = []
  /// As stored in the file, before it is turned.
  package internal(set) var size: ImageSize?
  /// How the picture is turned to be shown, from 1 to 8 (Exif 2.3, 4.6.4).
  package internal(set) var orientation = 1
  /// Whether the file goes on to its own end.
  package internal(set) var isWhole = false
  /// Whether it shows one picture after another.
  package internal(set) var isMoving = false
  /// Whether a WebP keeps every pixel as it was.
  package internal(set) var isLossless = false
  /// What its colours are; in a PNG with a name before it, and packed.
  package internal(set) var profile: [UInt8]?

  struct Part {
    let range: Range<Int>
    var gives: Set<Revelation> = []
    /// The bytes in its place once the metadata is taken out; nil for a part that stays.
    var stripped: [UInt8]?
  }

  var gives: Set<Revelation> { parts.reduce(into: []) { $0.formUnion($1.gives) } }

  mutating func keep(_ range: Range<Int>) { parts.append(Part(range: range)) }

  /// - Parameter stripped: what takes its place.
  mutating func drop(
    _ range: Range<Int>, _ gives: Set<Revelation> = [], for stripped: [UInt8] = []
  ) {
    parts.append(Part(range: range, gives: gives, stripped: stripped))
  }

  /// What follows the end of the picture: only padding, or something that no browser shows.
  mutating func end(at offset: Int, of bytes: [UInt8]) {
    guard offset < bytes.count else { return }
    let isFilling = bytes[offset...].allSatisfy {
      $0 == 0 || $0 == 0xFF || $0 == 0x0A || $0 == 0x20
    }
    if isFilling { keep(offset..<bytes.count) } else { drop(offset..<bytes.count, [.hidden]) }
  }

  /// The file without its metadata. Everything else is unchanged, byte for byte.
  package func stripped(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for part in parts {
      if let stripped = part.stripped { result += stripped } else { result += bytes[part.range] }
    }
    return result
  }

  /// Nil for what is no picture in one of the five formats.
  package init?(_ bytes: [UInt8]) {
    format = FileFormat(bytes)
    switch format {
    case .jpeg: readJPEG(bytes)
    case .png: readPNG(bytes)
    case .webP: readWebP(bytes)
    case .gif: readGIF(bytes)
    case .avif: readAVIF(bytes)
    default: return nil
    }
    // A size that is not in the first bytes of a file is known from its parts.
    if size == nil { size = ImageHeader.size(of: bytes) }
  }
}
