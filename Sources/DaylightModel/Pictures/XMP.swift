import DaylightSyntax

/// Metadata as XML (XMP, ISO 16684-1). What counts is which properties have a value.
enum XMP {
  static func gives(_ bytes: ArraySlice<UInt8>) -> Set<Revelation> {
    // In UTF-16 every other byte is a zero.
    let text = bytes.contains(0) ? bytes.filter { $0 != 0 } : Array(bytes)
    var gives: Set<Revelation> = []
    for (revelation, names) in properties where names.contains(where: { hasValue($0, in: text) }) {
      gives.insert(revelation)
    }
    return gives
  }

  private static let properties: [(Revelation, [String])] = [
    (
      .place,
      [
        "GPSLatitude", "GPSLongitude", "GPSDestLatitude", "GPSDestLongitude", "GPSAreaInformation",
        "City", "Sublocation", "Location", "LocationCreated", "LocationShown", "ProvinceState",
      ]
    ),
    (
      .device,
      [
        "Make", "Model", "SerialNumber", "OwnerName", "LensSerialNumber", "BodySerialNumber",
        "CameraOwnerName", "CameraSerialNumber", "LensModel", "UniqueCameraModel", "HostComputer",
      ]
    ),
    (.person, ["PersonInImage", "PersonDisplayName", "PersonInImageName"]),
    (.thumbnail, ["image", "Thumbnails"]),
    (.hidden, ["MotionPhoto", "MicroVideo"]),
    (.day, ["DateTimeOriginal", "DateCreated", "DateTimeDigitized"]),
  ]

  private static func offset(of pattern: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    text.withUnsafeBufferPointer { text in
      pattern.withUnsafeBufferPointer { text.offset(of: $0) }
    }
  }

  /// Whether a property is written, as an attribute or as an element, with something in it.
  private static func hasValue(_ name: String, in text: [UInt8]) -> Bool {
    let pattern = Array((":" + name).utf8)
    var rest = text[...]
    while let place = offset(of: pattern, in: rest) {
      rest = rest.dropFirst(place + pattern.count)
      let value = rest.drop { $0 <= 0x20 }
      switch value.first {
      case UInt8(ascii: "="):
        let quoted = value.dropFirst().drop { $0 <= 0x20 }
        if let quote = quoted.first, quoted.dropFirst().drop(while: { $0 <= 0x20 }).first != quote {
          return true
        }
      case UInt8(ascii: ">"):
        if !value.dropFirst().drop(while: { $0 <= 0x20 }).starts(with: "</".utf8) { return true }
      // An element with attributes: `<Iptc4xmpExt:LocationShown rdf:parseType="Resource">`.
      case UInt8(ascii: "r"), UInt8(ascii: "x"):
        if rest.first.map({ $0 <= 0x20 }) ?? false { return true }
      default: break
      }
    }
    return false
  }
}
