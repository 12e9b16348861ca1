import DaylightSyntax

extension PictureAnatomy {
  /// Segment by segment to the end of the picture.
  mutating func readJPEG(_ bytes: [UInt8]) {
    let file = UntrustedBytes(bytes)
    keep(0..<2)
    var offset = 2
    while let mark = file.byte(offset), mark == 0xFF {
      var code = offset + 1
      while file.byte(code) == 0xFF { code += 1 }
      guard let marker = file.byte(code) else { break }
      let start = offset
      switch marker {
      case 0xD9:
        keep(start..<code + 1)
        isWhole = true
        return end(at: code + 1, of: bytes)
      case 0x01, 0xD0...0xD8:
        offset = code + 1
        keep(start..<offset)
      default:
        guard let length = file.number(code + 1, 2), length >= 2,
          let payload = file.slice(code + 3, length - 2)
        else { return keep(start..<bytes.count) }
        offset = code + 1 + length
        if marker == 0xDA {
          offset = Self.endOfScan(bytes, from: offset)
          keep(start..<offset)
        } else {
          readSegment(marker, payload, start..<offset)
        }
      }
    }
    // Broken off, or damaged: the rest is none of the segments that could be judged.
    if offset < bytes.count { keep(offset..<bytes.count) }
  }

  /// The next marker that ends a sequence of coded data: a zero after `FF` makes it data, and
  /// restart markers are part of it.
  private static func endOfScan(_ bytes: [UInt8], from start: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var offset = start
      while let found = bytes.offset(of: 0xFF, from: offset) {
        guard found + 1 < bytes.count else { break }
        let next = bytes[found + 1]
        if next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) { return found }
        offset = next == 0xFF ? found + 1 : found + 2
      }
      return bytes.count
    }
  }

  private mutating func readSegment(
    _ marker: UInt8, _ payload: UntrustedBytes, _ range: Range<Int>
  ) {
    switch marker {
    case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
      if let height = payload.number(1, 2), let width = payload.number(3, 2), width > 0, height > 0
      {
        size = size ?? ImageSize(width: width, height: height)
      }
      keep(range)
    case 0xE0: readJFIF(payload, range)
    case 0xE1: readExifOrXMP(payload, range)
    case 0xE2:
      if payload.has("ICC_PROFILE\0") {
        // In pieces of up to 64 kB, each with its number and how many there are.
        if profile == nil { profile = [] }
        profile?.append(contentsOf: payload.slice(14)?.all ?? [])
        keep(range)
      } else if payload.has("MPF\0") || payload.has("urn:iso:std:iso:ts:21496:-1\0") {
        // The index of further pictures, which are recognised by their bytes after the end of this
        // one.
        drop(range)
      } else {
        drop(range, [.unreadable])
      }
    case 0xEC where payload.has("Ducky"): drop(range)
    case 0xED:
      if payload.has("Photoshop 3.0\0"), let resources = payload.slice(14) {
        drop(range, PhotoshopResources.gives(resources))
      } else {
        drop(range, payload.has("Adobe_CM") ? [] : [.unreadable])
      }
    case 0xEE where payload.has("Adobe"): keep(range)
    case 0xE3...0xEF: drop(range, payload.count == 0 ? [] : [.unreadable])
    case 0xFE: drop(range)
    default: keep(range)
    }
  }

  /// A JFIF header may contain a thumbnail, and so may the extension after it.
  private mutating func readJFIF(_ payload: UntrustedBytes, _ range: Range<Int>) {
    guard payload.has("JFIF\0") else {
      return drop(range, [payload.has("JFXX\0") ? .thumbnail : .unreadable])
    }
    guard payload.count > 14, let head = payload.slice(0, 12) else { return keep(range) }
    drop(range, [.thumbnail], for: [0xFF, 0xE0, 0, 16] + head.all + [0, 0])
  }

  private mutating func readExifOrXMP(_ payload: UntrustedBytes, _ range: Range<Int>) {
    if payload.has("Exif\0"), let tiff = payload.slice(6) {
      let exif = Exif(tiff)
      if orientation == 1 { orientation = exif.orientation }
      let kept = exif.orientation == 1 ? [] : Exif.holding(orientation: exif.orientation)
      let segment = Array("Exif\0\0".utf8) + kept
      drop(
        range, exif.gives,
        for: kept.isEmpty ? [] : [0xFF, 0xE1, 0, UInt8(segment.count + 2)] + segment)
    } else if payload.has("http://ns.adobe.com/x") {
      drop(range, XMP.gives(payload.all))
    } else {
      drop(range, [.unreadable])
    }
  }
}
