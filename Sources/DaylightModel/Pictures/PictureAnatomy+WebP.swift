extension PictureAnatomy {
  /// Chunk by chunk: four letters, a length, the data, and a byte more where the length is odd.
  mutating func readWebP(_ bytes: [UInt8]) {
    let file = UntrustedBytes(bytes)
    let end = 8 + (file.number(4, 4, isLittleEndian: true) ?? 0)
    isWhole = end <= bytes.count && end >= 20
    keep(0..<min(12, bytes.count))
    var offset = 12
    var header: Int?
    var kept: UInt8 = 0
    while offset + 8 <= min(end, bytes.count), let type = file.slice(offset, 4),
      let length = file.number(offset + 4, 4, isLittleEndian: true),
      let data = file.slice(offset + 8, length)
    {
      let range = offset..<min(offset + 8 + length + length % 2, bytes.count)
      offset = range.upperBound
      switch String(decoding: type.all, as: UTF8.self) {
      case "VP8X":
        header = parts.count
        keep(range)
      case "ICCP":
        profile = Array(data.all)
        keep(range)
      case "ANIM":
        isMoving = true
        keep(range)
      case "VP8L":
        isLossless = true
        keep(range)
      case "VP8 ", "ALPH", "ANMF": keep(range)
      case "EXIF":
        let exif = Exif(data.has("Exif\0") ? data.slice(6) ?? data : data)
        // Browsers do not turn a WebP, whatever its Exif says; other programs may.
        if exif.orientation == 1 {
          drop(range, exif.gives)
        } else {
          let turned = Exif.holding(orientation: exif.orientation)
          kept = 0x08
          drop(
            range, exif.gives, for: Array("EXIF".utf8) + Self.littleEndian(turned.count) + turned)
        }
      case "XMP ": drop(range, XMP.gives(data.all))
      default: drop(range, [.unreadable])
      }
    }
    if offset < min(end, bytes.count) { keep(offset..<min(end, bytes.count)) }
    if parts.contains(where: { $0.stripped != nil }) {
      // The header says which chunks there are, and the file how long it is.
      if let header, parts[header].range.count > 8 {
        var chunk = Array(bytes[parts[header].range])
        chunk[8] = chunk[8] & ~0x0C | kept
        parts[header].stripped = chunk
      }
      let rest = parts.dropFirst().reduce(0) { $0 + ($1.stripped?.count ?? $1.range.count) }
      parts[0].stripped =
        Array("RIFF".utf8) + Self.littleEndian(rest + 4) + Array("WEBP".utf8)
    }
    // Last, because what follows the end does not count for the length.
    self.end(at: max(offset, min(end, bytes.count)), of: bytes)
  }

  private static func littleEndian(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
