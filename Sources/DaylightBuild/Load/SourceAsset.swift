package import DaylightSite

/// A file that travels to the output as it is, such as an image: known by its head, and copied
/// from disk to disk.
package struct SourceAsset: Sendable, Hashable {
  /// Relative to the root of the site.
  package let path: String
  package let stamp: FileStamp
  /// The first bytes, 64 KiB at most, for a reader of image headers.
  package let head: [UInt8]
  /// What is known of the whole file, of pictures and fonts.
  package let picture: PictureFacts?

  package init(path: String, stamp: FileStamp, head: [UInt8], picture: PictureFacts? = nil) {
    self.path = path
    self.stamp = stamp
    self.head = head
    self.picture = picture
  }
}
