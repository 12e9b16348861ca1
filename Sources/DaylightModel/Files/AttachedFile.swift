package import DaylightSyntax

/// A file that is published unchanged.
package struct AttachedFile: Sendable, Hashable {
  /// Relative to the root of the site, such as `content/signs/path.png`.
  package let path: String
  /// In bytes.
  package let size: Int
  /// The first bytes, enough to read a picture's size from.
  package let head: [UInt8]
  /// Changes when the file does: its modification time in nanoseconds.
  package let version: Int
  /// What is known of the whole file, of pictures and fonts.
  package let picture: PictureFacts?

  /// Where the file is published: `signs/path.png`.
  package var publishedPath: String {
    path.hasPrefix("content/") ? String(path.dropFirst("content/".utf8.count)) : path
  }

  package init(
    path: String, size: Int, head: [UInt8], version: Int, picture: PictureFacts? = nil
  ) {
    self.path = path
    self.size = size
    self.head = head
    self.version = version
    self.picture = picture
  }
}

extension AttachedFile {
  /// The element that shows the picture, with its size so that the text does not jump.
  package func image(root: String, alternative: String) -> HTML {
    let address = Address.encoded(root + publishedPath)
    let size = picture?.size ?? ImageHeader.size(of: head)
    let sizes = size.map { size -> HTML in " width=\"\(size.width)\" height=\"\(size.height)\"" }
    return "<img src=\"\(address)\" alt=\"\(alternative)\"\(sizes ?? HTML()) loading=\"lazy\" />"
  }
}
