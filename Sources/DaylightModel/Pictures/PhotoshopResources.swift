/// The blocks in which Photoshop and news agencies write (Adobe's file format; IPTC IIM 4).
enum PhotoshopResources {
  /// - Parameter depth: how many others this is inside of.
  static func gives(_ bytes: UntrustedBytes, depth: Int = 0) -> Set<Revelation> {
    var gives: Set<Revelation> = []
    var offset = 0
    while offset + 12 <= bytes.count {
      guard bytes.has("8BIM", at: offset) else { return gives.union([.unreadable]) }
      let name = Int(bytes.byte(offset + 6) ?? 0)
      let start = offset + 6 + (name + 2) / 2 * 2
      guard let id = bytes.number(offset + 4, 2), let size = bytes.number(start, 4),
        let data = bytes.slice(start + 4, size)
      else { return gives.union([.unreadable]) }
      switch id {
      case 0x0404: gives.formUnion(news(data))
      case 0x0409, 0x040C: gives.insert(.thumbnail)
      case 0x0422, 0x0423: gives.formUnion(Exif(data, depth: depth + 1).gives)
      case 0x0424: gives.formUnion(XMP.gives(data.all))
      default: break
      }
      offset = start + 4 + size + size % 2
    }
    return gives
  }

  /// Town, part of town, and region.
  private static func news(_ bytes: UntrustedBytes) -> Set<Revelation> {
    var gives: Set<Revelation> = []
    var offset = 0
    while bytes.byte(offset) == 0x1C {
      guard let record = bytes.byte(offset + 1), let field = bytes.byte(offset + 2),
        let length = bytes.number(offset + 3, 2), length < 0x8000,
        let value = bytes.slice(offset + 5, length)
      else { return gives.union([.unreadable]) }
      if record == 2, value.all.contains(where: { $0 > 0x20 }) {
        if [26, 27, 90, 92, 95].contains(field) { gives.insert(.place) }
        if [55, 60].contains(field) { gives.insert(.day) }
      }
      offset += 5 + length
    }
    return gives
  }
}
