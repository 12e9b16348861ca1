/// Small pictures, made byte by byte: valid in their format, with whatever metadata a test needs.
package enum Pictures {
  package static func bigEndian(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * (count - 1 - $0))) }
  }

  package static func littleEndian(_ number: Int, _ count: Int) -> [UInt8] {
    bigEndian(number, count).reversed()
  }

  /// A segment of a JPEG, such as `0xE1`.
  package static func segment(_ marker: UInt8, _ data: [UInt8]) -> [UInt8] {
    [0xFF, marker] + bigEndian(data.count + 2, 2) + data
  }

  /// A picture in the format that its name suggests.
  package static func whole(named name: String) -> [UInt8]? {
    switch name.split(separator: ".").last?.lowercased() {
    case "jpg", "jpeg": jpeg()
    case "png": png()
    case "gif": gif()
    case "webp": webP()
    case "avif": avif([1, 2, 3], as: "hvc1")
    case "ico": [0, 0, 1, 0] + png()
    default: nil
    }
  }

  package static let jfif = segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])

  /// A JPEG of 300 by 200, with these segments before its frame.
  package static func jpeg(_ segments: [UInt8] = jfif, after: [UInt8] = []) -> [UInt8] {
    let frame = segment(0xC0, [8, 0, 200, 1, 44, 1, 1, 0x11, 0])
    let scan = segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0, 0x34, 0xFF, 0xD0, 0x56]
    return [0xFF, 0xD8] + segments + frame + scan + [0xFF, 0xD9] + after
  }

  package static func exif(_ tiff: [UInt8]) -> [UInt8] {
    segment(0xE1, Array("Exif\0\0".utf8) + tiff)
  }

  package static func xmp(_ text: String) -> [UInt8] {
    segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + Array(text.utf8))
  }

  /// An entry of a directory in a TIFF file.
  package enum Entry {
    case short(Int, Int)
    case text(Int, String)
    case bytes(Int, [UInt8])
    case directory(Int, [Entry])
  }

  /// A TIFF file with a directory, and another for a thumbnail.
  package static func tiff(
    _ entries: [Entry], thumbnail: [Entry] = [], isLittleEndian: Bool = false
  ) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      isLittleEndian ? littleEndian(value, count) : bigEndian(value, count)
    }
    func directory(_ entries: [Entry], at start: Int, isLinked: Bool = false) -> [UInt8] {
      var fields: [UInt8] = []
      var heap: [UInt8] = []
      let end = start + 2 + 12 * entries.count + 4
      func place(_ tag: Int, _ type: Int, _ bytes: [UInt8]) {
        fields += number(tag, 2) + number(type, 2) + number(bytes.count, 4)
        if bytes.count <= 4 {
          fields += bytes + Array(repeating: 0, count: 4 - bytes.count)
        } else {
          fields += number(end + heap.count, 4)
          heap += bytes
        }
      }
      for entry in entries {
        switch entry {
        case .short(let tag, let value):
          fields += number(tag, 2) + number(3, 2) + number(1, 4) + number(value, 2) + [0, 0]
        case .text(let tag, let text): place(tag, 2, Array(text.utf8) + [0])
        case .bytes(let tag, let bytes): place(tag, 7, bytes)
        case .directory(let tag, let inner):
          fields += number(tag, 2) + number(4, 2) + number(1, 4) + number(end + heap.count, 4)
          heap += directory(inner, at: end + heap.count)
        }
      }
      let next = isLinked && !thumbnail.isEmpty ? end + heap.count : 0
      return number(entries.count, 2) + fields + number(next, 4) + heap
    }
    let main = directory(entries, at: 8, isLinked: true)
    let second = thumbnail.isEmpty ? [] : directory(thumbnail, at: 8 + main.count)
    return Array((isLittleEndian ? "II*\0" : "MM\0*").utf8) + number(8, 4) + main + second
  }

  package static let place: Entry = .directory(
    0x8825,
    [
      .text(1, "N"), .bytes(2, [0, 0, 0, 53, 0, 0, 0, 1, 0, 0, 0, 48, 0, 0, 0, 1]),
      .text(3, "W"), .bytes(4, [0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 33, 0, 0, 0, 1]),
    ])

  package static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + data
    var sum = UInt32.max
    for byte in body {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
    }
    return bigEndian(data.count, 4) + body + bigEndian(Int(~sum), 4)
  }

  /// A PNG of 300 by 200, with these chunks before and after its data.
  package static func png(
    _ chunks: [UInt8] = [], late: [UInt8] = [], after: [UInt8] = []
  ) -> [UInt8] {
    let header = bigEndian(300, 4) + bigEndian(200, 4) + [8, 0, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header) + chunks
      + chunk("IDAT", [0x78, 1, 3, 0, 0, 0, 0, 1]) + late + chunk("IEND", []) + after
  }

  /// A PNG of one black point that has all its pixels, for tests that decode it.
  package static func dot() -> [UInt8] {
    let header = bigEndian(1, 4) + bigEndian(1, 4) + [8, 0, 0, 0, 0]
    // One stored block of zlib: the filter of the line, and the point.
    let data: [UInt8] = [0x78, 1, 1, 2, 0, 0xFD, 0xFF, 0, 0, 0, 2, 0, 1]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header)
      + chunk("IDAT", data) + chunk("IEND", [])
  }

  package static func riff(_ name: String, _ data: [UInt8]) -> [UInt8] {
    Array(name.utf8) + littleEndian(data.count, 4) + data + (data.count % 2 == 1 ? [0] : [])
  }

  /// A WebP of 300 by 200, with these chunks at its end and flags that name them.
  package static func webP(_ chunks: [UInt8] = [], flags: UInt8 = 0) -> [UInt8] {
    let canvas = littleEndian(299, 3) + littleEndian(199, 3)
    let body =
      Array("WEBP".utf8) + riff("VP8X", [flags, 0, 0, 0] + canvas)
      + riff("VP8 ", [0x30, 1, 0, 0x9D, 1, 0x2A, 0x2C, 1, 200, 0]) + chunks
    return Array("RIFF".utf8) + littleEndian(body.count, 4) + body
  }

  /// A GIF of 300 by 200, with these blocks before its picture.
  package static func gif(_ blocks: [UInt8] = [], after: [UInt8] = []) -> [UInt8] {
    Array("GIF89a".utf8) + [0x2C, 1, 200, 0, 0x80, 0, 0] + [0, 0, 0, 255, 255, 255] + blocks
      + [0x2C, 0, 0, 0, 0, 0x2C, 1, 200, 0, 0, 2, 2, 0x4C, 1, 0, 0x3B] + after
  }

  package static func box(_ type: String, _ data: [UInt8]) -> [UInt8] {
    bigEndian(data.count + 8, 4) + Array(type.utf8) + data
  }

  /// An AVIF with one item beside the picture: `Exif`, or `mime` for XMP.
  ///
  /// - Parameter copies: how often the item is listed.
  package static func avif(
    _ item: [UInt8], as type: String = "Exif", isTurned: Bool = false, width: Int = 300,
    height: Int = 200, copies: Int = 1
  ) -> [UInt8] {
    let head = box("ftyp", Array("avif".utf8) + [0, 0, 0, 0] + Array("mif1avif".utf8))
    func meta(_ offset: Int) -> [UInt8] {
      let entry = box("infe", [2, 0, 0, 0] + [0, 2, 0, 0] + Array(type.utf8) + [0])
      let sizes = box("ispe", [0, 0, 0, 0] + bigEndian(width, 4) + bigEndian(height, 4))
      let properties = box("ipco", sizes + (isTurned ? box("irot", [1]) : []))
      let places =
        [0, 0, 0, 0, 0x44, 0, 0, 1, 0, 2, 0, 0, 0, 1] + bigEndian(offset, 4)
        + bigEndian(item.count, 4)
      let entries = [UInt8](repeatElement(entry, count: copies).joined())
      return box(
        "meta",
        [0, 0, 0, 0] + box("iinf", [0, 0, 0, 0, 0, 1] + entries) + box("iloc", places)
          + box("iprp", properties))
    }
    let start = head.count + meta(0).count + 8
    return head + meta(start) + box("mdat", item + [1, 2, 3])
  }
}
