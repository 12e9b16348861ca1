import DaylightModel
package import DaylightSyntax

/// Judges the colours that a practice chose, and makes the other colours of the site from them.
struct BrandColours {
  let light: BrandScheme
  let dark: BrandScheme
  let diagnostics: [Diagnostic]

  /// Text needs 7 (WCAG 2.2, 1.4.6); a little more, because the block of help takes another hue with
  /// another accent.
  private static let leastOnPaper = 7.4
  private static let leastAccent = 4.5

  init(_ settings: BrandSettings, theme: ThemeTokens) {
    var diagnostics: [Diagnostic] = []
    let day = theme.colours(isDark: false)
    let night = theme.colours(isDark: true)
    let paper = Self.readable(settings.paper, in: day, isDark: false, &diagnostics)
    let paperDark =
      Self.readable(settings.paperDark, in: night, isDark: true, &diagnostics)
      ?? paper.flatMap { Self.darkPaper(for: $0, in: night) }
    let accent = Self.readable(settings.accent, on: paper, in: day, isDark: false, &diagnostics)
    let accentDark =
      Self.readable(settings.accentDark, on: paperDark, in: night, isDark: true, &diagnostics)
      ?? accent.map { Self.darkAccent(for: $0, on: paperDark, in: night) }
    light = Self.settled(day, isDark: false, paper: paper, accent: accent)
    dark = Self.settled(night, isDark: true, paper: paperDark, accent: accentDark)
    self.diagnostics = diagnostics
  }

  private static func settled(
    _ theme: [String: Colour], isDark: Bool, paper: Colour?, accent: Colour?
  ) -> BrandScheme {
    var scheme = BrandScheme(theme, isDark: isDark, paper: paper, accent: accent)
    if paper != nil || accent != nil { scheme.settle(except: accent) }
    return scheme
  }

  /// The paper, or the one that is suggested instead.
  private static func readable(
    _ paper: Located<Colour>?, in theme: [String: Colour], isDark: Bool,
    _ diagnostics: inout [Diagnostic]
  ) -> Colour? {
    guard let paper else { return nil }
    func best(_ paper: Colour) -> Double {
      BrandScheme(theme, isDark: isDark, paper: paper, accent: nil).bestContrast
    }
    let nearest = paper.value.nearest { best($0) >= leastOnPaper }
    if nearest != paper.value {
      diagnostics.append(
        .unreadablePaper(
          paper, best: best(paper.value), nearest, least: leastOnPaper, isDark: isDark))
    }
    return nearest
  }

  /// The accent, or the one that is suggested instead.
  private static func readable(
    _ accent: Located<Colour>?, on paper: Colour?, in theme: [String: Colour], isDark: Bool,
    _ diagnostics: inout [Diagnostic]
  ) -> Colour? {
    guard let accent else { return nil }
    let nearest = nearest(to: accent.value, on: paper, in: theme, isDark: isDark)
    if nearest != accent.value {
      diagnostics.append(
        .unreadableAccent(
          accent, worst(accent.value, on: paper, in: theme, isDark: isDark), nearest,
          least: leastAccent, isDark: isDark))
    }
    return nearest
  }

  /// The nearest accent that can be read wherever links are; the colour itself if it can.
  fileprivate static func nearest(
    to accent: Colour, on paper: Colour?, in theme: [String: Colour], isDark: Bool
  ) -> Colour? {
    accent.nearest {
      worst($0, on: paper, in: theme, isDark: isDark).contrast >= leastAccent
    }
  }

  private static func worst(
    _ accent: Colour, on paper: Colour?, in theme: [String: Colour], isDark: Bool
  ) -> (name: String, contrast: Double) {
    BrandScheme(theme, isDark: isDark, paper: paper, accent: accent).worst(for: accent)
  }

  /// The paper of the theme by night in the hue of the paper by day.
  private static func darkPaper(for paper: Colour, in theme: [String: Colour]) -> Colour? {
    guard let own = theme["--paper"] else { return nil }
    let hue = Oklab(paper)
    guard hue.chroma > 0.004 else { return own }
    var dark = hue.with(chroma: min(hue.chroma, 0.012))
    dark.lightness = Oklab(own).lightness
    return dark.colour
  }

  /// The accent in a light tone.
  private static func darkAccent(
    for accent: Colour, on paper: Colour?, in theme: [String: Colour]
  ) -> Colour {
    let hue = Oklab(accent)
    var light = hue.with(chroma: min(hue.chroma, 0.08))
    light.lightness = 0.8
    let start = light.colour
    return start.nearest { accent in
      BrandScheme(theme, isDark: true, paper: paper, accent: accent).contrast(of: accent)
        >= leastAccent
    } ?? start
  }
}

extension Brand {
  /// The nearest colour that links can have on the light pages of a style sheet; the colour itself if
  /// they can have it, and nil if none fits.
  package static func nearestAccent(to colour: Colour, in sheet: [UInt8]) -> Colour? {
    BrandColours.nearest(
      to: colour, on: nil, in: ThemeTokens(sheet).colours(isDark: false), isDark: false)
  }
}

extension Diagnostic {
  fileprivate static func unreadablePaper(
    _ paper: Located<Colour>, best: Double, _ nearest: Colour?, least: Double, isDark: Bool
  ) -> Self {
    let (side, other) = isDark ? ("dark", "light") : ("light", "dark")
    return Diagnostic(
      .lowContrast,
      "‘\(paper.value.hexadecimal)’ is too \(isDark ? "light" : "dark") for the paper of the "
        + "\(side) scheme: \(other) "
        + "text on it has a contrast of at most \(ContrastRule.text(best))",
      at: paper.location,
      help: "it needs \(ContrastRule.text(least)); the nearest colour that has it is "
        + "\"\(nearest?.hexadecimal ?? "#ffffff")\"; if it is meant for the \(other) scheme, write it "
        + "after ‘\(isDark ? "paper" : "paperDark")’")
  }

  fileprivate static func unreadableAccent(
    _ accent: Located<Colour>, _ worst: (name: String, contrast: Double), _ nearest: Colour?,
    least: Double, isDark: Bool
  ) -> Self {
    let place =
      switch worst.name {
      case "--help-bg": "on the block of help"
      case "--note-bg": "on notes"
      case "--safety-bg": "on the safety line"
      case "--card-bg": "on cards"
      default: "on the paper"
      }
    return Diagnostic(
      .lowContrast,
      "links in ‘\(accent.value.hexadecimal)’ have a contrast of "
        + "\(ContrastRule.text(worst.contrast)) \(place) in the \(isDark ? "dark" : "light") scheme",
      at: accent.location,
      help: "they need \(ContrastRule.text(least)); the nearest colour that has it is "
        + "\"\(nearest?.hexadecimal ?? (isDark ? "#ffffff" : "#000000"))\"")
  }
}
