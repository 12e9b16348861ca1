/// The metadata that cameras write, in the form of a TIFF file (Exif 2.3).
struct Exif {
  private(set) var orientation = 1
  private(set) var gives: Set<Revelation> = []

  private let tiff: UntrustedBytes
  private let isLittleEndian: Bool
  private var seen: Set<Int> = []
  private let depth: Int

  /// Metadata of Photoshop can contain Exif, and Exif that of Photoshop. No program writes them inside
  /// each other more often.
  private static let deepest = 2

  /// - Parameter depth: how many others this is inside of.
  init(_ tiff: UntrustedBytes, depth: Int = 0) {
    self.tiff = tiff
    self.depth = depth
    isLittleEndian = tiff.has("II")
    guard depth <= Self.deepest, tiff.has("II*\0") || tiff.has("MM\0*"),
      let first = number(4, 4)
    else {
      gives = [.unreadable]
      return
    }
    // The directory after the first describes a thumbnail.
    if let next = read(first, Self.main), next != 0 { _ = read(next, Self.thumbnail) }
  }

  /// Metadata that contains only the orientation of the picture.
  static func holding(orientation: Int) -> [UInt8] {
    Array("MM\0*".utf8) + [
      0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(orientation), 0, 0,
    ]
      + [0, 0, 0, 0]
  }

  private func number(_ offset: Int, _ length: Int) -> Int? {
    tiff.number(offset, length, isLittleEndian: isLittleEndian)
  }

  /// Reads a directory.
  ///
  /// - Returns: the position of the next one; nil if it is not valid.
  private mutating func read(_ offset: Int, _ meanings: [Int: Meaning]) -> Int? {
    guard seen.insert(offset).inserted, let count = number(offset, 2),
      tiff.slice(offset, 2 + 12 * count) != nil
    else {
      gives.insert(.unreadable)
      return nil
    }
    var tags: Set<Int> = []
    for entry in 0..<count {
      let place = offset + 2 + 12 * entry
      guard let tag = number(place, 2), let meaning = meanings[tag] else { continue }
      // Each stands once in a directory. What a second one says is not known.
      if tags.insert(tag).inserted { take(meaning, at: place) } else { gives.insert(.unreadable) }
    }
    return number(offset + 2 + 12 * count, 4) ?? 0
  }

  private mutating func take(_ meaning: Meaning, at place: Int) {
    switch meaning {
    case .orientation:
      if let value = number(place + 8, 2), (1...8).contains(value) { orientation = value }
    case .directory(let meanings):
      if let offset = number(place + 8, 4) { _ = read(offset, meanings) }
    case .gives(let revelation):
      guard let value = value(at: place) else {
        gives.formUnion([revelation, .unreadable])
        return
      }
      if value.contains(where: { $0 != 0 && $0 != 0x20 }) { gives.insert(revelation) }
    case .xmp: gives.formUnion(value(at: place).map(XMP.gives) ?? [.unreadable])
    case .photoshop:
      gives.formUnion(
        value(at: place).map { PhotoshopResources.gives(UntrustedBytes($0), depth: depth + 1) }
          ?? [.unreadable])
    }
  }

  /// The bytes of an entry: in place if there are at most four, otherwise elsewhere in the file.
  private func value(at place: Int) -> ArraySlice<UInt8>? {
    guard let type = number(place + 2, 2), let count = number(place + 4, 4) else { return nil }
    let sizes = [1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4]
    let size = count * (sizes.indices.contains(type) ? sizes[type] : 1)
    if size <= 4 { return tiff.slice(place + 8, size)?.all }
    return number(place + 8, 4).flatMap { tiff.slice($0, size)?.all }
  }

  private indirect enum Meaning {
    case gives(Revelation)
    case orientation, xmp, photoshop
    case directory([Int: Meaning])
  }

  private static let main: [Int: Meaning] = [
    0x0112: .orientation,
    // Make, model, the computer it came from; Adobe's names for a camera and its number.
    0x010F: .gives(.device), 0x0110: .gives(.device), 0x013C: .gives(.device),
    0xC614: .gives(.device), 0xC615: .gives(.device), 0xC62F: .gives(.device),
    0x02BC: .xmp, 0x8649: .photoshop,
    0x8769: .directory(camera), 0x8825: .directory(position),
  ]
  private static let camera: [Int: Meaning] = [
    0x9003: .gives(.day), 0x9004: .gives(.day),
    // What only its maker can read; the owner, the numbers of body and lens.
    0x927C: .gives(.device), 0xA430: .gives(.device), 0xA431: .gives(.device),
    0xA433: .gives(.device), 0xA434: .gives(.device), 0xA435: .gives(.device),
  ]
  /// Latitude and longitude, those of the destination, and the name of the area.
  private static let position: [Int: Meaning] = [
    0x02: .gives(.place), 0x04: .gives(.place), 0x14: .gives(.place), 0x16: .gives(.place),
    0x1C: .gives(.place), 0x1D: .gives(.day),
  ]
  private static let thumbnail: [Int: Meaning] = [
    0x0111: .gives(.thumbnail), 0x0201: .gives(.thumbnail),
  ]
}
