import DaylightSyntax

/// The colours of a site in one scheme, made from the few that a practice chose and those of its
/// theme.
///
/// What a practice did not choose is moved until it can be read, so only what it chose can be wrong.
struct BrandScheme {
  let isDark: Bool
  /// By the names of their custom properties.
  private(set) var colours: [String: Colour]

  /// What text is on.
  static let papers = ["--paper", "--card-bg", "--note-bg", "--help-bg", "--safety-bg"]

  /// What is on these, and the contrast that it needs (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11).
  private static let inks: [(name: String, least: Double)] = [
    ("--ink", 7), ("--muted", 4.5), ("--accent", 4.5), ("--control", 3), ("--focus", 3),
  ]

  /// The colours with what text is on; what is on these is that of the theme until `settle`.
  ///
  /// - Parameter theme: the colours of the theme in the scheme.
  init(_ theme: [String: Colour], isDark: Bool, paper: Colour?, accent: Colour?) {
    self.isDark = isDark
    colours = theme
    if let paper { setPapers(Oklab(paper), paper) }
    if let accent { colours["--accent"] = accent }
    if paper != nil || accent != nil { setHelp() }
  }

  /// Moves everything but these colours until it can be read.
  mutating func settle(except chosen: Colour?) {
    for ink in Self.inks {
      guard let own = colours[ink.name], own != chosen || ink.name != "--accent" else { continue }
      colours[ink.name] = own.nearest { contrast(of: $0) >= ink.least } ?? own
    }
    let inks = ["--accent-ink", "--paper", "--ink"].compactMap { colours[$0] } + [.white, .black]
    if let accent = colours["--accent"] {
      colours["--accent-ink"] = inks.first { $0.contrast(with: accent) >= 4.5 }
    }
    for (name, own) in [
      ("--safe-ink", "--ink"), ("--safe-paper", "--paper"), ("--safe-link", "--accent"),
      ("--safe-focus", "--focus"),
    ] {
      colours[name] = colours[own]
    }
  }

  /// The lowest contrast of a colour with anything that text is on.
  func contrast(of ink: Colour) -> Double { worst(for: ink).contrast }

  /// The paper on which a colour is hardest to read.
  func worst(for ink: Colour) -> (name: String, contrast: Double) {
    let all = Self.papers.compactMap { name in
      colours[name].map { (name: name, contrast: ink.contrast(with: $0)) }
    }
    return all.min { $0.contrast < $1.contrast } ?? ("--paper", 21)
  }

  /// The best contrast that text can have on all that it is on.
  var bestContrast: Double { contrast(of: isDark ? .white : .black) }

  private mutating func setPapers(_ paper: Oklab, _ own: Colour) {
    /// Another paper of the same hue, darker by day and lighter by night.
    func shade(by distance: Double, chroma: Double) -> Colour {
      var other = paper.with(chroma: min(chroma, 0.035))
      other.lightness += isDark ? distance : -distance
      return other.colour
    }
    colours["--paper"] = own
    colours["--note-bg"] = shade(by: isDark ? 0.05 : 0.035, chroma: paper.chroma * 2.2)
    colours["--safety-bg"] = shade(by: isDark ? 0.04 : 0.025, chroma: paper.chroma * 1.6)
    colours["--card-bg"] = shade(by: isDark ? 0.03 : -0.006, chroma: paper.chroma)
    colours["--line"] = shade(by: isDark ? 0.13 : 0.1, chroma: paper.chroma * 2)
  }

  /// The block of help: the paper with a touch of the accent.
  private mutating func setHelp() {
    guard let paper = colours["--paper"], let accent = colours["--accent"] else { return }
    let (ground, hue) = (Oklab(paper), Oklab(accent))
    var help = hue.with(chroma: min(hue.chroma, isDark ? 0.02 : 0.014))
    help.lightness = ground.lightness + (isDark ? 0.05 : -0.035)
    colours["--help-bg"] = help.colour
  }
}

extension Colour {
  static let black = Colour(red: 0, green: 0, blue: 0)
  static let white = Colour(red: 255, green: 255, blue: 255)
}
