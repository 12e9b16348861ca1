package import DaylightSyntax

/// Finds references to assets in the text of templates and writes their published names instead.
///
/// A reference is `assets/` and a path, as in `href="{{root}}assets/site.css"`.
package struct AssetReferences: Sendable {
  package let published: [String: String]

  package init(published: [String: String]) { self.published = published }

  package func rewrite(_ text: TemplateText) -> Diagnosed<[UInt8]?> {
    let bytes = text.bytes
    var output: [UInt8] = []
    var diagnostics: [Diagnostic] = []
    var copied = bytes.startIndex
    var offset = bytes.startIndex
    while let found = next(in: bytes, from: offset) {
      offset = found.upperBound
      let path = String(decoding: bytes[found], as: UTF8.self)
      guard let name = published[path] else {
        diagnostics.append(
          .missingAsset(
            path, nearest: nearestMatch(to: path, in: published.keys.sorted()),
            at: text.location(of: found)))
        continue
      }
      output += bytes[copied..<found.lowerBound]
      output += name.utf8
      copied = found.upperBound
    }
    guard copied > bytes.startIndex else { return Diagnosed(nil, diagnostics) }
    output += bytes[copied...]
    return Diagnosed(output, diagnostics)
  }

  /// The next reference: it begins an attribute's value or follows a tag, and ends at its quotation
  /// mark or white space.
  private func next(in bytes: ArraySlice<UInt8>, from start: Int) -> Range<Int>? {
    let mark = Array("assets/".utf8)
    var offset = start
    while offset + mark.count < bytes.endIndex {
      guard let first = bytes[offset...].firstIndex(of: mark[0]) else { return nil }
      offset = first
      let isAtStart =
        first == bytes.startIndex || bytes[first - 1] == UInt8(ascii: "\"")
        || bytes[first - 1] == UInt8(ascii: "'") || bytes[first - 1] == UInt8(ascii: "/")
      if isAtStart, bytes[first...].starts(with: mark) {
        let end =
          bytes[first...].firstIndex { $0 <= 0x20 || $0.isOne(of: "\"'<>?#") } ?? bytes.endIndex
        return first..<end
      }
      offset += 1
    }
    return nil
  }
}
