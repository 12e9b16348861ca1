import DaylightSyntax

extension PictureAnatomy {
  /// Chunk by chunk: a length, four letters, the data, and a check sum.
  mutating func readPNG(_ bytes: [UInt8]) {
    let file = UntrustedBytes(bytes)
    keep(0..<8)
    var offset = 8
    while let length = file.number(offset, 4), let type = file.slice(offset + 4, 4),
      let data = file.slice(offset + 8, length), file.slice(offset + 8 + length, 4) != nil
    {
      let range = offset..<offset + 12 + length
      offset = range.upperBound
      let name = String(decoding: type.all, as: UTF8.self)
      readChunk(name, data, range)
      if name == "IEND" {
        isWhole = true
        return end(at: offset, of: bytes)
      }
    }
    if offset < bytes.count { keep(offset..<bytes.count) }
  }

  private mutating func readChunk(_ name: String, _ data: UntrustedBytes, _ range: Range<Int>) {
    switch name {
    case "eXIf":
      let exif = Exif(data.has("Exif\0") ? data.slice(6) ?? data : data)
      orientation = exif.orientation
      let kept = exif.orientation == 1 ? [] : Exif.holding(orientation: exif.orientation)
      drop(range, exif.gives, for: kept.isEmpty ? [] : Self.chunk("eXIf", kept))
    case "tEXt", "zTXt", "iTXt": drop(range, Self.gives(name, data))
    case "tIME", "gIFx": drop(range)
    case "iCCP":
      profile = Array(data.all)
      keep(range)
    case "acTL":
      isMoving = true
      keep(range)
    case "prVW": drop(range, [.thumbnail])
    default:
      // A capital first letter means that the picture cannot be shown without it.
      let isNeeded = name.utf8.first.map { $0 < 0x61 } ?? false
      if isNeeded || Self.harmless.contains(name) {
        keep(range)
      } else {
        drop(range, [.unreadable])
      }
    }
  }

  private static let harmless: Set<String> = [
    "tRNS", "cHRM", "gAMA", "sBIT", "sRGB", "bKGD", "hIST", "pHYs", "sPLT", "fcTL",
    "fdAT", "iDOT", "cICP", "mDCV", "mDCv", "cLLI", "cLLi", "gIFg", "oFFs", "pCAL", "sCAL", "sTER",
    "vpAg", "caNv", "orNT",
  ]

  /// What a chunk of text reveals, by its keyword.
  private static func gives(_ chunk: String, _ data: UntrustedBytes) -> Set<Revelation> {
    let keyword = String(decoding: data.all.prefix { $0 != 0 }, as: UTF8.self).lowercased()
    let text = data.all.dropFirst(keyword.utf8.count + 1)
    let isPacked = chunk == "zTXt" || chunk == "iTXt" && text.first == 1
    if keyword == "xml:com.adobe.xmp" || keyword.hasPrefix("raw profile type ") {
      if isPacked { return keyword.hasSuffix("icc") ? [] : [.unreadable] }
      return keyword == "xml:com.adobe.xmp" ? XMP.gives(text) : profile(text)
    }
    if keyword.contains("gpslat") || keyword.contains("gpslong") || keyword == "gps" {
      return [.place]
    }
    let devices = ["make", "model", "exif:make", "exif:model", "camera", "device", "serialnumber"]
    if devices.contains(keyword) || keyword.contains("serialnumber") { return [.device] }
    return keyword.hasPrefix("thumb::") ? [.thumbnail] : []
  }

  /// ImageMagick writes Exif and others as numbers in text: a name, a length, the bytes.
  private static func profile(_ text: ArraySlice<UInt8>) -> Set<Revelation> {
    let lines = text.split(separator: 0x0A)
    guard lines.count > 2 else { return [.unreadable] }
    let digits = lines[2...].joined().compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).map {
      UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
    let data = UntrustedBytes(bytes)
    switch String(decoding: lines[0], as: UTF8.self) {
    case "icc", "icm": return []
    case "exif", "APP1", "app1":
      if data.has("http://ns.adobe.com/x") { return XMP.gives(data.all) }
      return Exif(data.has("Exif\0") ? data.slice(6) ?? data : data).gives
    case "xmp": return XMP.gives(data.all)
    case "iptc", "8bim":
      return PhotoshopResources.gives(data.has("Photoshop 3.0\0") ? data.slice(14) ?? data : data)
    default: return [.unreadable]
    }
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + data
    func four(_ number: UInt32) -> [UInt8] {
      (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * UInt32($0))) }
    }
    return four(UInt32(data.count)) + body + four(checkSum(body))
  }

  /// CRC-32 (PNG, annex D).
  private static func checkSum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
    }
    return ~sum
  }
}
