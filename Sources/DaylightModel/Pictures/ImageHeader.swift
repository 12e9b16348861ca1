import DaylightSyntax

/// The size of a picture, read from the first bytes of its file.
package struct ImageSize: Sendable, Hashable {
  package let width: Int
  package let height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// The size of a picture before and after it is turned. From 5 on that is by 90 degrees
  /// (Exif 2.3, 4.6.4).
  package func turned(from orientation: Int) -> Self {
    orientation < 5 ? self : Self(width: height, height: width)
  }
}

/// Reads the size of a picture from its header, so that pages can reserve its place.
///
/// Formats and their layouts: PNG (ISO/IEC 15948, 11.2.2), GIF89a (section 18), JPEG (ITU T.81,
/// B.2.2), WebP (RFC 9649), SVG 1.1 (7.2). Only the header is read; the rest may be damaged.
package enum ImageHeader {
  package static func size(of bytes: [UInt8]) -> ImageSize? {
    png(bytes) ?? gif(bytes) ?? jpeg(bytes) ?? webP(bytes) ?? svg(bytes)
  }

  private static func png(_ bytes: [UInt8]) -> ImageSize? {
    guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    else { return nil }
    return size(bigEndian(bytes, 16, 4), bigEndian(bytes, 20, 4))
  }

  private static func gif(_ bytes: [UInt8]) -> ImageSize? {
    guard bytes.count >= 10, bytes.starts(with: Array("GIF8".utf8)) else { return nil }
    return size(littleEndian(bytes, 6, 2), littleEndian(bytes, 8, 2))
  }

  private static func jpeg(_ bytes: [UInt8]) -> ImageSize? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var offset = 2
    while offset + 9 < bytes.count {
      guard bytes[offset] == 0xFF else { return nil }
      let marker = bytes[offset + 1]
      if marker == 0xFF {
        offset += 1
        continue
      }
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame { return size(bigEndian(bytes, offset + 7, 2), bigEndian(bytes, offset + 5, 2)) }
      let standsAlone = marker == 0x01 || (0xD0...0xD9).contains(marker)
      offset += standsAlone ? 2 : 2 + max(2, bigEndian(bytes, offset + 2, 2))
    }
    return nil
  }

  private static func webP(_ bytes: [UInt8]) -> ImageSize? {
    guard bytes.count >= 30, bytes.starts(with: Array("RIFF".utf8)),
      bytes[8..<12].elementsEqual("WEBP".utf8)
    else { return nil }
    switch bytes[15] {
    case UInt8(ascii: "X"):
      return size(littleEndian(bytes, 24, 3) + 1, littleEndian(bytes, 27, 3) + 1)
    case UInt8(ascii: "L"):
      let bits = littleEndian(bytes, 21, 4)
      return size((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1)
    case UInt8(ascii: " "):
      return size(littleEndian(bytes, 26, 2) & 0x3FFF, littleEndian(bytes, 28, 2) & 0x3FFF)
    default: return nil
    }
  }

  /// Whole numbers in `width` and `height`, or otherwise the last two numbers of `viewBox`.
  private static func svg(_ bytes: [UInt8]) -> ImageSize? {
    let head = Array(bytes.prefix(4096))
    guard let open = head.offset(of: "<svg".utf8),
      let close = head[open...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let tag = String(decoding: head[open + 4..<close], as: UTF8.self)[...]
    if let width = number(in: tag, named: "width"),
      let height = number(in: tag, named: "height")
    {
      return size(width, height)
    }
    guard let box = tag.range(of: "viewBox=") else { return nil }
    let numbers = tag[box.upperBound...].dropFirst().prefix { $0 != "\"" && $0 != "'" }
      .split { $0 == " " || $0 == "," }.map(pixels)
    guard numbers.count == 4, let width = numbers[2], let height = numbers[3] else { return nil }
    return size(width, height)
  }

  private static func number(in tag: Substring, named name: String) -> Int? {
    let found = tag.ranges(of: name + "=").first { range in
      tag[..<range.lowerBound].utf8.last.map { $0 <= 0x20 } ?? false
    }
    guard let found else { return nil }
    let value = tag[found.upperBound...].dropFirst().prefix { $0 != "\"" && $0 != "'" }
    let digits = value.hasSuffix("px") ? value.dropLast(2) : value
    return pixels(digits)
  }

  private static func pixels(_ text: Substring) -> Int? {
    Double(text).flatMap { $0 >= 0 && $0 < 1e6 ? Int($0.rounded()) : nil }
  }

  private static func size(_ width: Int, _ height: Int) -> ImageSize? {
    width > 0 && height > 0 ? ImageSize(width: width, height: height) : nil
  }

  private static func bigEndian(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
    bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func littleEndian(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
    bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

extension StringProtocol {
  /// The range of the first occurrence of `part`. The standard library has this for collections.
  fileprivate func range(of part: String) -> Range<Index>? { ranges(of: part).first }
}
