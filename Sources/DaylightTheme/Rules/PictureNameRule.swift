package import DaylightModel
package import DaylightSyntax

/// Flags a page that asks for a drawing which the theme does not have.
package enum PictureNameRule {
  package static func check(_ index: SiteIndex, _ assets: AssetCatalog) -> [Diagnostic] {
    index.documents.values.compactMap { document in
      guard let name = document.common.picture, assets.pictures[name.value] == nil else {
        return nil
      }
      return .unknownPicture(name, known: assets.pictures.keys.sorted())
    }
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
