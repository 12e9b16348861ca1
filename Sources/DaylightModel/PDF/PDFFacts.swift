/// What is known of a PDF without keeping its bytes.
package struct PDFFacts: Sendable, Hashable {
  package let format: FileFormat
  /// False for a file that breaks off before its end.
  package let isWhole: Bool
  package let dangers: Set<PDFDanger>
  package let properties: PDFProperties

  /// Nil for a file that is none, by its name.
  ///
  /// - Parameter bytes: the whole file.
  package init?(_ bytes: [UInt8], path: String) {
    guard Self.apply(to: path) else { return nil }
    format = FileFormat(bytes)
    let objects = PDFObjects(format == .pdf ? bytes : [])
    let end = bytes.suffix(1024)
    isWhole =
      end.firstRange(of: Array("%%EOF".utf8)) != nil
      && objects.trailers.contains { objects.resolved($0["Root"]) != nil || $0["Encrypt"] != nil }
    dangers = objects.dangers
    properties = PDFProperties(objects)
  }

  /// Whether a file has facts, by its name.
  package static func apply(to path: String) -> Bool { FileName(path).ending == "pdf" }
}
