extension PictureAnatomy {
  /// Boxes within boxes. Metadata is in items whose places are listed elsewhere in the file, so it
  /// is overwritten in place, and nothing moves.
  mutating func readAVIF(_ bytes: [UInt8]) {
    let file = UntrustedBytes(bytes)
    var covered = 0
    var types: Set<String> = []
    var blanks: [(range: Range<Int>, gives: Set<Revelation>, blank: [UInt8])] = []
    for box in Box.all(in: file, from: 0) {
      covered = box.end
      types.insert(box.type)
      if box.type == "meta" { blanks += read(box, file) }
    }
    isWhole = covered == bytes.count && types.isSuperset(of: ["meta", "mdat"])
    var offset = 0
    for item in blanks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where item.range.lowerBound >= offset {
      keep(offset..<item.range.lowerBound)
      drop(item.range, item.gives, for: item.blank)
      offset = item.range.upperBound
    }
    if offset < bytes.count { keep(offset..<bytes.count) }
  }

  private mutating func read(
    _ meta: Box, _ file: UntrustedBytes
  ) -> [(range: Range<Int>, gives: Set<Revelation>, blank: [UInt8])] {
    let boxes = Box.all(in: file, from: meta.content + 4, to: meta.end)
    var places: [Int: Range<Int>] = [:]
    var items: [(id: Int, type: String)] = []
    for box in boxes {
      switch box.type {
      case "iloc": places = Self.places(box, file)
      case "iinf": items = Self.items(box, file)
      case "iprp": readProperties(box, file)
      default: break
      }
    }
    // Items that share their bytes would be read again and again.
    var unread = file.count
    return items.compactMap { item in
      guard item.type == "Exif" || item.type == "mime" else { return nil }
      guard let range = places[item.id], let data = file.slice(range.lowerBound, range.count),
        range.count <= unread
      else {
        // Its place is unknown, so it cannot be removed.
        return (0..<0, [.unreadable], [])
      }
      unread -= range.count
      if item.type == "mime" {
        return (range, XMP.gives(data.all), Array(repeating: 0x20, count: range.count))
      }
      let skip = 4 + (data.number(0, 4) ?? 0)
      let tiff = data.slice(skip) ?? data
      let blank = [0, 0, 0, 0] + Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 0, 0, 0, 0, 0]
      let filling = Array(repeating: UInt8(0), count: max(0, range.count - blank.count))
      return (range, Exif(tiff).gives, Array((blank + filling).prefix(range.count)))
    }
  }

  /// The largest picture, and whether it is turned by a quarter.
  private mutating func readProperties(_ box: Box, _ file: UntrustedBytes) {
    for container in Box.all(in: file, from: box.content, to: box.end)
    where container.type == "ipco" {
      for property in Box.all(in: file, from: container.content, to: container.end) {
        switch property.type {
        case "ispe":
          guard let width = file.number(property.content + 4, 4),
            let height = file.number(property.content + 8, 4), width > 0, height > 0
          else { continue }
          let found = ImageSize(width: width, height: height)
          if Self.area(found) > (size.map(Self.area) ?? 0) { size = found }
        case "irot":
          if let angle = file.byte(property.content), angle & 1 == 1 { orientation = 6 }
        default: break
        }
      }
    }
  }

  /// Never too large, because each side has four bytes.
  private static func area(_ size: ImageSize) -> UInt64 {
    UInt64(size.width) * UInt64(size.height)
  }

  /// What kind of thing each item is (ISO/IEC 14496-12, 8.11.6).
  private static func items(_ box: Box, _ file: UntrustedBytes) -> [(id: Int, type: String)] {
    let start = box.content + (file.byte(box.content) == 0 ? 6 : 8)
    return Box.all(in: file, from: start, to: box.end).compactMap { entry in
      guard entry.type == "infe", let version = file.byte(entry.content), version >= 2 else {
        return nil
      }
      let width = version == 2 ? 2 : 4
      guard let id = file.number(entry.content + 4, width),
        let type = file.slice(entry.content + 4 + width + 2, 4)
      else { return nil }
      return (id, String(decoding: type.all, as: UTF8.self))
    }
  }

  /// The places of the items (8.11.3): those in one piece of the file itself.
  private static func places(_ box: Box, _ file: UntrustedBytes) -> [Int: Range<Int>] {
    guard let version = file.byte(box.content), let sizes = file.byte(box.content + 4),
      let more = file.byte(box.content + 5)
    else { return [:] }
    let (offsetSize, lengthSize) = (Int(sizes >> 4), Int(sizes & 15))
    let (baseSize, indexSize) = (Int(more >> 4), version == 0 ? 0 : Int(more & 15))
    var offset = box.content + 6
    func next(_ length: Int) -> Int? {
      defer { offset += length }
      return file.number(offset, length)
    }
    var places: [Int: Range<Int>] = [:]
    let width = version < 2 ? 2 : 4
    let count = next(width) ?? 0
    for _ in 0..<count {
      guard offset < box.end, let id = next(width), let method = version == 0 ? 0 : next(2),
        next(2) != nil, let base = next(baseSize), let extents = next(2)
      else { return places }
      for _ in 0..<extents {
        guard offset < box.end, next(indexSize) != nil, let start = next(offsetSize),
          let length = next(lengthSize)
        else { return places }
        let (place, isTooFar) = base.addingReportingOverflow(start)
        if extents == 1, method & 15 == 0, !isTooFar, file.slice(place, length) != nil {
          places[id] = place..<place + length
        }
      }
    }
    return places
  }

  private struct Box {
    let type: String
    let content: Int
    let end: Int

    static func all(in file: UntrustedBytes, from start: Int, to limit: Int? = nil) -> [Box] {
      let limit = min(limit ?? file.count, file.count)
      var boxes: [Box] = []
      var offset = start
      while offset + 8 <= limit, let size = file.number(offset, 4),
        let type = file.slice(offset + 4, 4)
      {
        var content = offset + 8
        var length = size
        if size == 1 {
          length = file.number(offset + 8, 8) ?? 0
          content += 8
        } else if size == 0 {
          length = limit - offset
        }
        guard length >= content - offset, length <= limit - offset else { break }
        boxes.append(
          Box(
            type: String(decoding: type.all, as: UTF8.self), content: content,
            end: offset + length))
        offset += length
      }
      return boxes
    }
  }
}
