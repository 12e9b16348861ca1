import DaylightModel
import DaylightPhotos
import DaylightSyntax

/// What was made of one photograph, by which version of the program and its libraries.
///
/// A file of lines: a header, one line for each file, and a digest of everything before it, so that
/// a truncated list is detected.
///
///     daylight-photo 1 webp-1.2.4 png-1.6.39
///     webP 480 640 10422 0b242d361fda71bc
///     end 44bc2cf5ad770999
struct PhotoList {
  let items: [Item]

  struct Item {
    let format: FileFormat
    let size: ImageSize
    let byteCount: Int
    let digest: ContentDigest

    init(_ file: Photo.File) {
      format = file.format
      size = file.size
      byteCount = file.bytes.count
      digest = ContentDigest(file.bytes)
    }
  }

  init(items: [Item]) { self.items = items }

  var bytes: [UInt8] {
    let lines = items.map {
      "\($0.format.rawValue) \($0.size.width) \($0.size.height) \($0.byteCount) "
        + "\($0.digest.hexadecimal)\n"
    }
    let text = Array((Self.header + "\n" + lines.joined()).utf8)
    return text + Array("end \(ContentDigest(text).hexadecimal)\n".utf8)
  }

  /// Nil if the bytes are not a complete list, or one of another version.
  init?(bytes: [UInt8]) {
    var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.count > 2, lines.removeFirst() == Self.header else { return nil }
    lines.removeLast()
    items = lines.compactMap(Item.init)
    guard items.count == lines.count, self.bytes == bytes else { return nil }
  }

  private static let header = "daylight-photo " + Photo.maker
}

extension PhotoList.Item {
  fileprivate init?(_ line: Substring) {
    let fields = line.split(separator: " ")
    guard fields.count == 5, let format = FileFormat(rawValue: String(fields[0])),
      let width = Int(fields[1]), let height = Int(fields[2]), let byteCount = Int(fields[3]),
      let digest = ContentDigest(hexadecimal: Array(fields[4].utf8))
    else { return nil }
    self.format = format
    size = ImageSize(width: width, height: height)
    self.byteCount = byteCount
    self.digest = digest
  }
}
