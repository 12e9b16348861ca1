/// Small PDFs, made object by object.
package enum PDFs {
  /// The objects of a page without content, of which the first is the catalog.
  package static let page = [
    "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R >>",
  ]

  /// A file of these objects, numbered from one.
  package static func file(_ objects: [String] = page, trailer: String = "") -> [UInt8] {
    file(objects.map { Array($0.utf8) }, trailer: trailer)
  }

  package static func file(_ objects: [[UInt8]], trailer: String = "") -> [UInt8] {
    var bytes = Array("%PDF-1.7\n%\u{E2}\u{E3}\n".utf8)
    for (number, object) in objects.enumerated() {
      bytes += Array("\(number + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    bytes += Array("trailer\n<< /Root 1 0 R \(trailer) >>\nstartxref\n0\n%%EOF\n".utf8)
    return bytes
  }

  /// A page with one more object, number four, that the catalog does not name.
  package static func file(with object: String, catalog: String = "", trailer: String = "")
    -> [UInt8]
  {
    var objects = page
    objects[0] = "<< /Type /Catalog /Pages 2 0 R \(catalog) >>"
    return file(objects + [object], trailer: trailer)
  }

  package static func stream(_ entries: String, _ data: [UInt8]) -> [UInt8] {
    Array("<< \(entries) /Length \(data.count) >>\nstream\n".utf8) + data
      + Array("\nendstream".utf8)
  }

  /// Objects that are compressed together.
  package static func packed(_ objects: [(number: Int, text: String)]) -> [UInt8] {
    var heads = ""
    var texts = ""
    for object in objects {
      heads += "\(object.number) \(texts.utf8.count) "
      texts += object.text + " "
    }
    return stream(
      "/Type /ObjStm /N \(objects.count) /First \(heads.utf8.count) /Filter /FlateDecode",
      zlib(Array((heads + texts).utf8)))
  }

  /// As zlib writes what cannot be made smaller.
  package static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    let size = [UInt8(bytes.count & 255), UInt8(bytes.count >> 8 & 255)]
    return [0x78, 1, 1] + size + size.map { ~$0 } + bytes + [0, 0, 0, 0]
  }
}
