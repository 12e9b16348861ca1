import DaylightModel
import DaylightSyntax

/// A picture that a template shows, with the room to keep for it.
struct Picture: TemplateModel {
  /// From the root of the site, encoded for an address.
  let path: String
  let size: ImageSize?
  /// What it says or shows.
  var text = ""

  static let fields = [
    Field("path", "its path") { $0.path },
    Field("width", "its width in pixels, if it is known") { $0.size?.width },
    Field("height", "its height") { $0.size?.height },
    Field("text", "what it says or shows, for `alt`; empty for decoration") { $0.text },
  ]

  /// What a page writes that shows none, whatever its section does.
  static let noPicture = "none"

  /// Of the files that browsers show as pictures.
  static let endings: Set = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"]

  static func isOne(_ path: String) -> Bool { endings.contains(path.fileEnding) }
}

extension String {
  /// What follows the last dot, in lower case; empty without one.
  var fileEnding: String {
    utf8.lastIndex(of: UInt8(ascii: ".")).map { self[$0...].dropFirst().lowercased() } ?? ""
  }
}
