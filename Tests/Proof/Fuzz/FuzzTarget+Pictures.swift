import DaylightModel
import DaylightSyntax

@testable import DaylightPhotos

extension FuzzTarget {
  /// What is read of pictures, fonts and PDFs without decoding them. A picture without its metadata
  /// is read again, and has none.
  static let pictures = FuzzTarget("pictures") { bytes in
    guard let (path, bytes) = bytes.choice(of: picturePaths) else { return }
    _ = PDFFacts(bytes, path: path)
    let facts = PictureFacts(bytes, path: path)
    _ = try? ColourProfile.light(bytes)
    guard let facts, PictureFacts.withoutMetadata(bytes, path: path) != bytes else { return }
    let stripped = PictureFacts.withoutMetadata(bytes, path: path)
    let again = PictureFacts(stripped, path: path)
    if facts.isWhole, let again {
      precondition(again.gives.isEmpty, "metadata was left in \(path): \(again.gives)")
    }
  }

  private static let picturePaths = [
    "content/a.jpg", "content/a.png", "content/a.webp", "content/a.gif", "content/a.avif",
    "content/a.pdf", "content/a.woff2", "content/a.ico",
  ]
}
