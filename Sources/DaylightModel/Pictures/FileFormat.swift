import DaylightSyntax

/// What a file is, by its bytes.
package enum FileFormat: String, Sendable, Hashable {
  case jpeg, png, gif, webP, avif, icon, svg
  case woff, woff2, openType
  case heif, tiff, bitmap, photoshop, jpegXL
  case page, markup, text, pdf, zip, film
  case empty, unknown

  package init(_ bytes: [UInt8]) {
    let head = UntrustedBytes(bytes[..<min(bytes.count, 4096)])
    if bytes.isEmpty {
      self = .empty
    } else if let known = Self.signatures.first(where: { head.all.starts(with: $0.bytes) }) {
      self = known.format
    } else if head.has("RIFF"), head.has("WEBP", at: 8) {
      self = .webP
    } else if head.has("ftyp", at: 4) {
      self = Self.media(head)
    } else {
      self = Self.text(bytes, head)
    }
  }

  private static let signatures: [(bytes: [UInt8], format: Self)] = [
    ([0xFF, 0xD8, 0xFF], .jpeg),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
    (Array("GIF87a".utf8), .gif), (Array("GIF89a".utf8), .gif),
    ([0, 0, 1, 0], .icon), (Array("wOFF".utf8), .woff), (Array("wOF2".utf8), .woff2),
    ([0, 1, 0, 0, 0], .openType), (Array("OTTO".utf8), .openType), (Array("true".utf8), .openType),
    (Array("II*\0".utf8), .tiff), (Array("MM\0*".utf8), .tiff), (Array("8BPS".utf8), .photoshop),
    ([0xFF, 0x0A], .jpegXL), ([0, 0, 0, 12, 0x4A, 0x58, 0x4C, 0x20], .jpegXL),
    (Array("BM".utf8), .bitmap), (Array("%PDF".utf8), .pdf), ([0x50, 0x4B, 3, 4], .zip),
  ]

  /// By the brands of a file of boxes (ISO/IEC 14496-12, 4.3).
  private static func media(_ head: UntrustedBytes) -> Self {
    let end = min(head.number(0, 4) ?? 0, head.count)
    let brands = stride(from: 8, to: max(8, end), by: 4).filter { $0 != 12 }.compactMap {
      head.slice($0, 4).map { String(decoding: $0.all, as: UTF8.self) }
    }
    if brands.contains(where: ["avif", "avis"].contains) { return .avif }
    let pictures = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"]
    return brands.contains(where: pictures.contains) ? .heif : .film
  }

  /// By the first element, of what begins with a tag.
  private static func text(_ bytes: [UInt8], _ head: UntrustedBytes) -> Self {
    let start = head.all.starts(with: [0xEF, 0xBB, 0xBF]) ? head.all.dropFirst(3) : head.all
    guard start.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else {
      return start.contains(0) ? .unknown : .text
    }
    return Array(bytes.prefix(64 << 10)).withHTMLScanner { scanner in
      while let token = scanner.next() {
        guard case .startTag(let tag) = token else { continue }
        let name = scanner.name(tag.spelling)
        if name == "svg" || name.hasSuffix(":svg") { return .svg }
        return HTMLName(name).beginsPages ? .page : .markup
      }
      return .markup
    }
  }
}

extension HTMLName {
  /// Whether a file that begins with the element is a page, rather than XML.
  fileprivate var beginsPages: Bool { place != .ordinary || isInHead }
}

extension FileFormat {
  /// The formats that a name promises; nil for names that are not checked.
  ///
  /// An icon may contain a PNG, because browsers ask for it by this name.
  static func promised(by path: String) -> Set<Self>? {
    switch FileName(path).ending {
    case "jpg", "jpeg": [.jpeg]
    case "png": [.png]
    case "gif": [.gif]
    case "webp": [.webP]
    case "avif": [.avif]
    case "ico": [.icon, .png]
    case "woff": [.woff]
    case "woff2": [.woff2]
    case "ttf", "otf": [.openType]
    default: nil
    }
  }

  /// The file extension by which hosts and browsers know the format; nil if they do not show it.
  package var ending: String? {
    switch self {
    case .jpeg: "jpg"
    case .png: "png"
    case .gif: "gif"
    case .webP: "webp"
    case .avif: "avif"
    case .icon: "ico"
    case .svg: "svg"
    case .woff: "woff"
    case .woff2: "woff2"
    case .openType: "otf"
    case .heif, .tiff, .bitmap, .photoshop, .jpegXL, .page, .markup, .text, .pdf, .zip, .film,
      .empty, .unknown:
      nil
    }
  }

  /// What an author calls it, with its article.
  var noun: String {
    switch self {
    case .jpeg: "a JPEG picture"
    case .png: "a PNG picture"
    case .gif: "a GIF picture"
    case .webP: "a WebP picture"
    case .avif: "an AVIF picture"
    case .icon: "an icon"
    case .svg: "a drawing in SVG"
    case .woff: "a WOFF font"
    case .woff2: "a WOFF2 font"
    case .openType: "an OpenType font"
    case .heif: "a HEIC photograph, which browsers do not show"
    case .tiff: "a TIFF picture, which browsers do not show"
    case .bitmap: "a BMP picture, which no page should carry"
    case .photoshop: "a Photoshop file, which browsers do not show"
    case .jpegXL: "a JPEG XL picture, which most browsers do not show"
    case .page: "a web page"
    case .markup: "an XML file"
    case .text: "a plain text"
    case .pdf: "a PDF"
    case .zip: "an archive, or a file of an office program"
    case .film: "a film or a sound"
    case .empty: "empty"
    case .unknown: "nothing that a browser can show"
    }
  }

  /// Whether it is a picture that can be exported in a form that browsers show.
  var isPicture: Bool {
    switch self {
    case .jpeg, .png, .gif, .webP, .avif, .icon, .svg, .heif, .tiff, .bitmap, .photoshop, .jpegXL:
      true
    case .woff, .woff2, .openType, .page, .markup, .text, .pdf, .zip, .film, .empty, .unknown: false
    }
  }
}
