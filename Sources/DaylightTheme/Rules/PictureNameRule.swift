package import DaylightModel
package import DaylightSyntax

/// Flags a page or setting that asks for a drawing which the theme does not have, and a picture for
/// previews that no preview shows.
package enum PictureNameRule {
  package static func check(_ index: SiteIndex, _ assets: AssetCatalog) -> [Diagnostic] {
    let preview = index.configuration.openGraphPicture
    let names = index.documents.values.compactMap(\.common.picture) + [preview].compactMap(\.self)
    let known = assets.pictures.keys.sorted()
    var findings: [Diagnostic] = names.filter { assets.pictures[$0.value] == nil }
      .map { .unknownPicture($0, known: known) }
    if let preview, assets.pictures[preview.value]?.hasSuffix(".svg") == true {
      findings.append(.unshownPicture(preview))
    }
    return findings
  }
}

extension Rule {
  package static let unknownPicture = Rule(
    "unknown-picture", .warning, "A drawing that ‘templates/assets/pictures’ does not have.",
    why: "The page, and all pages of its section, are published without a drawing.",
    bad: "`picture: lmap`",
    good: "`picture: lamp`, and the file `templates/assets/pictures/lamp.svg`",
    fix: "Correct the name, or put a picture of that name into `templates/assets/pictures`.",
    in: .described)
}

extension Diagnostic {
  fileprivate static func unshownPicture(_ name: Located<String>) -> Self {
    Diagnostic(
      .unknownPicture, "‘\(name.value)’ is an SVG, which previews do not show", at: name.location,
      help: "put a PNG or JPEG, best of 1200 by 630, into ‘templates/assets/pictures’ and name that"
    )
  }

  fileprivate static func unknownPicture(_ name: Located<String>, known: [String]) -> Self {
    let file = name.value.split(separator: "/").last?.split(separator: ".").first?.lowercased()
    let meant = file == name.value.lowercased() ? nil : known.first { $0.lowercased() == file }
    return Diagnostic(
      .unknownPicture, "the theme has no drawing ‘\(name.value)’", at: name.location,
      help: meant.map { "write ‘\($0)’, without folder and ending" }
        ?? nearestMatch(to: name.value, in: known).map { "did you mean ‘\($0)’?" }
        ?? (known.isEmpty
          ? "remove the line, or put the picture into ‘templates/assets/pictures’"
          : "write one of these: \(known.joined(separator: ", "))"))
  }
}
