package import DaylightSyntax

/// A file that is published of a photograph: one of several sizes and formats.
package struct Rendition: Sendable, Hashable {
  /// From the root of the published site.
  package let path: String
  package let format: FileFormat
  package let size: ImageSize
  package let byteCount: Int
  package let parts: PictureParts?
  package let content: Content

  package enum Content: Sendable, Hashable {
    /// A file that was kept from an earlier build, by its path from the root of the site.
    case kept(at: String)
    case bytes([UInt8])
  }

  package init(
    path: String, format: FileFormat, size: ImageSize, byteCount: Int, parts: PictureParts?,
    content: Content
  ) {
    self.path = path
    self.format = format
    self.size = size
    self.byteCount = byteCount
    self.parts = parts
    self.content = content
  }
}
