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

/// What a practice made its own.
struct BrandContext: TemplateModel {
  let brand: Brand

  static let fields = [
    Field("logo", "the logo, if `site.yaml` names one") { $0.brand.logo },
    Field("darkLogo", "the logo for dark pages, if there is one") { $0.brand.darkLogo },
    Field("hero", "the picture of the home page, if `site.yaml` names one") { $0.brand.hero },
  ]
}

extension String {
  /// What follows the last dot, in lower case; empty without one.
  var fileEnding: String {
    utf8.lastIndex(of: UInt8(ascii: ".")).map { self[$0...].dropFirst().lowercased() } ?? ""
  }
}
