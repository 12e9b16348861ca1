extension PictureAnatomy {
  /// Block by block. Comments and XMP are extensions, among the pictures or before them.
  mutating func readGIF(_ bytes: [UInt8]) {
    let file = UntrustedBytes(bytes)
    var frames = 0
    var offset = 13 + Self.colours(file.byte(10))
    guard offset <= bytes.count else { return keep(0..<bytes.count) }
    keep(0..<offset)
    while let introducer = file.byte(offset) {
      let start = offset
      switch introducer {
      case 0x3B:
        keep(start..<start + 1)
        isWhole = true
        return end(at: start + 1, of: bytes)
      case 0x2C:
        guard
          let data = Self.endOfBlocks(file, from: start + 11 + Self.colours(file.byte(start + 9)))
        else { return keep(start..<bytes.count) }
        offset = data
        frames += 1
        isMoving = frames > 1
        keep(start..<offset)
      case 0x21:
        guard let data = Self.endOfBlocks(file, from: start + 2) else {
          return keep(start..<bytes.count)
        }
        offset = data
        switch file.byte(start + 1) {
        case 0xFE: drop(start..<offset)
        case 0xFF where file.has("XMP DataXMP", at: start + 3):
          drop(start..<offset, XMP.gives(bytes[start..<offset]))
        default: keep(start..<offset)
        }
      default: return keep(start..<bytes.count)
      }
    }
  }

  /// The bytes of a table of colours, by the flags that announce it.
  private static func colours(_ flags: UInt8?) -> Int {
    guard let flags, flags & 0x80 != 0 else { return 0 }
    return 3 << (Int(flags & 7) + 1)
  }

  /// The end of a sequence of blocks, each with its length before it, which an empty one ends.
  private static func endOfBlocks(_ file: UntrustedBytes, from start: Int) -> Int? {
    var offset = start
    while let length = file.byte(offset) {
      offset += 1 + Int(length)
      if length == 0 { return offset }
    }
    return nil
  }
}
