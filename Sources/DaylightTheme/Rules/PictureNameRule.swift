package import DaylightModel
package import DaylightSyntax

/// Flags a page or setting that asks for a drawing which the theme does not have, and a picture for
/// previews that no preview shows.
package enum PictureNameRule {
  package static func check(_ index: SiteIndex, _ assets: AssetCatalog) -> [Diagnostic] {
    let preview = index.configuration.openGraphPicture
    let known = assets.pictures.keys.sorted()
    var findings: [Diagnostic] = index.documents.values.compactMap { document in
      guard let name = document.common.picture, name.value != Picture.noPicture,
        assets.pictures[name.value] == nil,
        index.picture(name.value, from: document.file.path) == nil
      else { return nil }
      return .unknownPicture(name, known: known, files: index.pictures(near: document.file.path))
    }
    if let preview, assets.pictures[preview.value] == nil {
      findings.append(.unknownPicture(preview, known: known, files: []))
    }
    if let preview, assets.pictures[preview.value]?.path.hasSuffix(".svg") == true {
      findings.append(.unshownPicture(preview))
    }
    return findings
  }
}

extension SiteIndex {
  /// The pictures beside the pages, by their paths from one.
  fileprivate func pictures(near source: String) -> [String] {
    attachments.keys.filter(Picture.isOne)
      .map { RelativePath.reference(to: $0, from: source) }.sorted()
  }
}

extension Rule {
  package static let unknownPicture = Rule(
    "unknown-picture", .warning,
    "A picture of a page that is neither a drawing of the theme nor a file beside the page.",
    why: "The page, and all pages of its section, are published without a picture.",
    bad: "`picture: lmap`",
    good: "`picture: lamp`, and the file `templates/assets/pictures/lamp.svg`",
    fix: "Correct the name, put a picture of that name into `templates/assets/pictures`, or a file "
      + "beside the page and write its whole name. `picture: none` is a page without one.",
    in: .described)
}

extension Diagnostic {
  fileprivate static func unshownPicture(_ name: Located<String>) -> Self {
    Diagnostic(
      .unknownPicture, "‘\(name.value)’ is an SVG, which previews do not show", at: name.location,
      help: "put a PNG or JPEG, best of 1200 by 630, into ‘templates/assets/pictures’ and name that"
    )
  }

  fileprivate static func unknownPicture(
    _ name: Located<String>, known: [String], files: [String]
  ) -> Self {
    let file = name.value.split(separator: "/").last?.split(separator: ".").first?.lowercased()
    let meant = file == name.value.lowercased() ? nil : known.first { $0.lowercased() == file }
    return Diagnostic(
      .unknownPicture, "the theme has no drawing ‘\(name.value)’", at: name.location,
      help: name.value.lowercased() == Picture.noPicture
        ? "write ‘none’ for a page without a picture"
        : meant.map { "write ‘\($0)’, without folder and ending" }
          ?? nearestMatch(to: name.value, in: known + files).map { "did you mean ‘\($0)’?" }
          ?? (known.isEmpty
            ? "remove the line, or put the picture into ‘templates/assets/pictures’"
            : "write one of these: \(known.joined(separator: ", "))"))
  }
}
