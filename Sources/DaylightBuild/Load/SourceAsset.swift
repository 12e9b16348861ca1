package import DaylightModel

/// A file that is published unchanged, such as an image. Only its first bytes are kept; the file is
/// copied from disk to disk.
package struct SourceAsset: Sendable, Hashable {
  /// Relative to the root of the site.
  package let path: String
  package let stamp: FileStamp
  /// The first bytes, 64 KiB at most, for a reader of image headers.
  package let head: [UInt8]
  /// Facts about the whole file; nil unless it is a picture or a font.
  package let picture: PictureFacts?
  /// The same of a PDF.
  package let pdf: PDFFacts?

  package init(
    path: String, stamp: FileStamp, head: [UInt8], picture: PictureFacts? = nil,
    pdf: PDFFacts? = nil
  ) {
    self.path = path
    self.stamp = stamp
    self.head = head
    self.picture = picture
    self.pdf = pdf
  }
}
