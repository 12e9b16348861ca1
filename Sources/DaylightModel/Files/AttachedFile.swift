/// A file beside the pages. It is published unchanged, unless it is a photograph, which is published
/// in other forms.
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
  /// What is published in its place: by format, each from narrow to wide. Empty for all but
  /// photographs.
  package let renditions: [Rendition]
  /// Why there are none of a photograph.
  package let problem: PictureProblem?

  /// Where the file is published: `signs/path.png`.
  package var publishedPath: String {
    path.hasPrefix("content/") ? String(path.dropFirst("content/".utf8.count)) : path
  }

  package init(
    path: String, size: Int, head: [UInt8], version: Int, picture: PictureFacts? = nil,
    renditions: [Rendition] = [], problem: PictureProblem? = nil
  ) {
    self.path = path
    self.size = size
    self.head = head
    self.version = version
    self.picture = picture
    self.renditions = renditions
    self.problem = problem
  }
}
