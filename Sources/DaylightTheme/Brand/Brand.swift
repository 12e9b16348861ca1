package import DaylightModel
package import DaylightSyntax

/// What a practice made its own, as it is published.
package struct Brand: Sendable {
  let logo: Picture?
  let darkLogo: Picture?
  let hero: Picture?
  let fonts: [Font]
  /// The files that are published once more, under names that change with their bytes.
  let artifacts: [Artifact]
  private let settings: BrandSettings

  struct Font: Sendable {
    let token: String
    let family: String
    let path: String
    /// For `font-weight`: of a font with one weight for text browsers make the bold themselves.
    let weights: String
  }

  /// - Parameters:
  ///   - files: those beside the pages.
  ///   - name: the name of the site, which the logo says unless the settings say otherwise.
  package static func read(
    _ settings: BrandSettings, files: [AttachedFile], name: String
  ) -> Diagnosed<Self> {
    var reader = BrandReader(files: files)
    let text = settings.logoText?.value ?? name
    let brand = Self(
      logo: reader.logo(settings.logo, text: text),
      darkLogo: reader.logo(settings.logoDark, text: text),
      hero: reader.picture(settings.hero, text: settings.heroText?.value ?? ""),
      fonts: [
        reader.font(settings.headingFont, token: "--serif", family: "Heading", isForText: false),
        reader.font(settings.bodyFont, token: "--sans", family: "Text", isForText: true),
      ].compactMap(\.self),
      artifacts: reader.artifacts.values.sorted { $0.path < $1.path }, settings: settings)
    return Diagnosed(brand, reader.diagnostics)
  }

  /// The style sheet of a theme in the colours and fonts of the practice: values of the custom
  /// properties that the theme declares, and rules after its own.
  package func apply(to sheet: [UInt8]) -> Diagnosed<[UInt8]> {
    let tokens = ThemeTokens(sheet)
    let colours = BrandColours(settings, theme: tokens)
    guard colours.diagnostics.isEmpty else { return Diagnosed(sheet, colours.diagnostics) }
    let (day, night) = (tokens.colours(isDark: false), tokens.colours(isDark: true))
    var output: [UInt8] = []
    var copied = 0
    for declaration in tokens.declarations {
      let scheme = declaration.isDark ? colours.dark : colours.light
      var value: String?
      if let colour = scheme.colours[declaration.name],
        colour != (declaration.isDark ? night : day)[declaration.name]
      {
        value = colour.hexadecimal
      } else if let font = fonts.first(where: { $0.token == declaration.name }) {
        value = "\"\(font.family)\", \(tokens.value(declaration))"
      }
      guard let value else { continue }
      output += sheet[copied..<declaration.range.lowerBound] + value.utf8
      copied = declaration.range.upperBound
    }
    output += sheet[copied...]
    for font in fonts { output += font.rule.utf8 }
    // A logo for light pages is seen on dark ones, too.
    if logo != nil, darkLogo == nil, let paper = colours.light.colours["--paper"] {
      output +=
        """
        @media screen and (prefers-color-scheme: dark) {
          .logo { padding: 0.25rem 0.5rem; border-radius: 0.375rem; background: \(paper.hexadecimal); }
        }

        """.utf8
    }
    return Diagnosed(output)
  }

  /// The sheet of the theme that has its colours and fonts.
  static let sheet = "templates/assets/site.css"
}

extension Brand.Font {
  fileprivate var rule: String {
    """
    @font-face {
      font-family: "\(family)"; src: url("\(path)") format("woff2"); font-weight: \(weights); font-display: swap;
    }

    """
  }
}
