/// The names of the parts that the file of a picture is made of, without what is in them.
///
/// Whether a picture has metadata can be told by these alone. The audit has this reader to itself:
/// what takes metadata out is another, which it must not trust.
package struct PictureParts: Sendable, Hashable {
  /// Sorted, each once: `APP1 Exif`, `IDAT`.
  package let names: [String]

  /// Nil for what is no JPEG, PNG or WebP.
  package init?(_ bytes: [UInt8]) {
    let names: Set<String>? = bytes.withUnsafeBufferPointer { bytes in
      var reader = Reader(bytes: bytes)
      if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
        reader.readJPEG()
      } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
        reader.readPNG()
      } else if bytes.starts(with: "RIFF".utf8), reader.name(at: 8) == "WEBP" {
        reader.readWebP()
      } else {
        return nil
      }
      return reader.names
    }
    guard let names else { return nil }
    self.names = names.sorted()
  }

  /// What comes after the end of the picture, which no browser shows.
  package static let rest = "data after the end"
  /// What is none of the parts that the format knows.
  package static let unreadable = "unreadable data"
}

private struct Reader {
  let bytes: UnsafeBufferPointer<UInt8>
  var names: Set<String> = []

  private func number(_ offset: Int, _ length: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - length else { return nil }
    return bytes[offset..<offset + length].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Four letters, such as the type of a chunk.
  func name(at offset: Int) -> String? {
    guard offset >= 0, offset <= bytes.count - 4 else { return nil }
    let letters = bytes[offset..<offset + 4]
    guard letters.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return nil }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Segments: `FF`, a code, and for most a length that counts itself (ITU T.81, annex B).
  mutating func readJPEG() {
    var offset = 2
    while offset + 1 < bytes.count, bytes[offset] == 0xFF {
      let code = bytes[offset + 1]
      switch code {
      case 0xFF:
        offset += 1
        continue
      case 0xD9:
        if offset + 2 < bytes.count { names.insert(PictureParts.rest) }
        return
      case 0x01, 0xD0...0xD8:
        offset += 2
        continue
      default: break
      }
      guard let length = number(offset + 2, 2), length >= 2, offset + 2 + length <= bytes.count
      else { break }
      names.insert(segmentName(code, offset + 4..<offset + 2 + length))
      offset += 2 + length
      if code == 0xDA { offset = endOfScan(from: offset) }
    }
    names.insert(PictureParts.unreadable)
  }

  private func segmentName(_ code: UInt8, _ data: Range<Int>) -> String {
    switch code {
    case 0xE0...0xEF:
      let identifier = bytes[data].prefix { (0x20..<0x7F).contains($0) }.prefix(32)
      let name = "APP\(code - 0xE0) " + String(decoding: identifier, as: UTF8.self)
      // Its last two numbers are the size of a thumbnail.
      return name == "APP0 JFIF" && data.count > 14 ? "APP0 JFIF with a thumbnail" : name
    case 0xFE: return "COM"
    case 0xC4: return "DHT"
    case 0xCC: return "DAC"
    case 0xC0...0xCF: return "SOF"
    case 0xDA: return "SOS"
    case 0xDB: return "DQT"
    case 0xDC: return "DNL"
    case 0xDD: return "DRI"
    default: return "marker " + String(code, radix: 16, uppercase: true)
    }
  }

  /// The next marker after coded data, in which a zero follows each `FF`.
  private func endOfScan(from start: Int) -> Int {
    var offset = start
    while let found = bytes.offset(of: 0xFF, from: offset), found + 1 < bytes.count {
      let next = bytes[found + 1]
      if next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) { return found }
      offset = found + 1
    }
    return bytes.count
  }

  /// Chunks: a length, a type, data, a check sum (PNG, 5.3).
  mutating func readPNG() {
    var offset = 8
    while let length = number(offset, 4), let type = name(at: offset + 4),
      length <= bytes.count - offset - 12
    {
      names.insert(type)
      offset += 12 + length
      if type == "IEND" {
        if offset < bytes.count { names.insert(PictureParts.rest) }
        return
      }
    }
    names.insert(PictureParts.unreadable)
  }

  /// Chunks: a type, a length with its lowest byte first, data, and padding to an even number
  /// (RFC 9649, 2.3).
  mutating func readWebP() {
    func length(at offset: Int) -> Int? { number(offset, 4).map { Int(UInt32($0).byteSwapped) } }
    let end = 8 + (length(at: 4) ?? 0)
    if end < bytes.count { names.insert(PictureParts.rest) }
    var offset = 12
    while offset < end {
      guard let type = name(at: offset), let length = length(at: offset + 4),
        offset + 8 + length <= min(end, bytes.count)
      else {
        names.insert(PictureParts.unreadable)
        return
      }
      names.insert(type)
      offset += 8 + length + length % 2
    }
  }
}
