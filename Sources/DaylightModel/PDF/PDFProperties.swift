import DaylightSyntax

/// What a PDF says of itself, which readers see on the tab and in the properties of the file.
package struct PDFProperties: Sendable, Hashable {
  package var title: String?
  package var author: String?
  /// The subject and the keywords.
  package var others: [String] = []
  /// The programs that made it.
  package var programs: [String] = []

  init(_ objects: PDFObjects) {
    for trailer in objects.trailers {
      guard let info = objects.resolved(trailer["Info"]) else { continue }
      func text(_ key: String) -> String? {
        objects.resolved(info[key])?.bytes.map(Self.text).flatMap { $0.isBlank ? nil : $0 }
      }
      title = text("Title") ?? title
      author = text("Author") ?? author
      others += [text("Subject"), text("Keywords")].compactMap(\.self)
      programs += [text("Creator"), text("Producer")].compactMap(\.self)
    }
    var rest = PDFObjects.mostInflated
    for stream in objects.streams where stream.dictionary["Type"]?.name == "Metadata" {
      if let bytes = PDFObjects.plain(stream, &rest) { read(metadata: bytes) }
    }
    others = others.uniqued()
    programs = programs.uniqued()
  }

  /// The same in XML (XMP, ISO 16684-1).
  private mutating func read(metadata bytes: [UInt8]) {
    var found: [String: [String]] = [:]
    bytes.withHTMLScanner(asXML: true) { scanner in
      var open: String?
      while let token = scanner.next() {
        switch token {
        case .startTag(let tag):
          let name = scanner.name(tag.spelling)
          if Self.elements.contains(name) { open = tag.isSelfClosing ? open : name }
          for attribute in scanner.attributes {
            let key = scanner.name(attribute.spelling)
            guard Self.elements.contains(key) else { continue }
            found[key, default: []].append(
              String(decoding: scanner.value(attribute), as: UTF8.self))
          }
        case .endTag(let tag): if scanner.name(tag.spelling) == open { open = nil }
        case .text(let range):
          guard let open else { continue }
          found[open, default: []].append(String(decoding: scanner.text(range), as: UTF8.self))
        case .rawText, .comment, .doctype, .unfinishedTag: continue
        }
      }
    }
    let texts = found.mapValues { $0.map(\.onOneLine).filter { !$0.isBlank } }
    title = title ?? texts["dc:title"]?.first
    author = author ?? texts["dc:creator"]?.first
    others += (texts["dc:description"] ?? []) + (texts["pdf:keywords"] ?? [])
    others += texts["dc:subject"] ?? []
    programs += (texts["xmp:creatortool"] ?? []) + (texts["pdf:producer"] ?? [])
  }

  private static let elements: Set<String> = [
    "dc:title", "dc:creator", "dc:description", "dc:subject", "pdf:keywords", "pdf:producer",
    "xmp:creatortool",
  ]

  /// UTF-16 or UTF-8 with a mark before it, otherwise an alphabet that is nearly Latin 1.
  private static func text(_ bytes: [UInt8]) -> String {
    let text: String
    if bytes.starts(with: [0xFE, 0xFF]) {
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
        UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
      }
      text = String(decoding: units, as: UTF16.self)
    } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    } else {
      text = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
    return text.onOneLine
  }
}

extension [String] {
  fileprivate func uniqued() -> Self {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
