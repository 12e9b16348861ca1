import DaylightSyntax

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
  /// The same of PDFs.
  package let pdf: PDFFacts?
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
    pdf: PDFFacts? = nil, renditions: [Rendition] = [], problem: PictureProblem? = nil
  ) {
    self.path = path
    self.size = size
    self.head = head
    self.version = version
    self.picture = picture
    self.pdf = pdf
    self.renditions = renditions
    self.problem = problem
  }

  /// Whether a browser may put the file among the downloads.
  package var isDownload: Bool { FileKind(path: path) == .download }

  /// As a reader is told it: `120 kB`, `1.4 MB`.
  package var sizeText: String {
    let kilobytes = max(1, (size + 500) / 1000)
    if kilobytes < 1000 { return "\(kilobytes) kB" }
    let tenths = (size + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }
}
