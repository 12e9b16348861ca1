package import DaylightSyntax

/// How a practice makes the site its own: `brand` in `site.yaml`. Everything may be left out.
///
/// Files are named by their paths from `content/`.
package struct BrandSettings: Sendable, Hashable {
  package var logo: Located<String>?
  package var logoDark: Located<String>?
  /// What the logo says, for those who do not see it; the name of the site if nil.
  package var logoText: Located<String>?
  package var accent: Located<Colour>?
  package var accentDark: Located<Colour>?
  package var paper: Located<Colour>?
  package var paperDark: Located<Colour>?
  package var headingFont: Located<String>?
  package var bodyFont: Located<String>?
  /// The picture of the home page, and what it shows.
  package var hero: Located<String>?
  package var heroText: Located<String>?

  init(from fields: inout FieldDecoder) {
    logo = fields.text(
      "logo", about: "An SVG or PNG at the top of each page, as a path from ‘content’.")
    logoDark = fields.text("logoDark", about: "The logo for dark pages.")
    logoText = fields.text(
      "logoText",
      about: "What the logo says, for people who do not see it. Without it, the name of the site.")
    accent = fields.colour("accent", about: "The colour of links and buttons.")
    accentDark = fields.colour("accentDark", about: "The same on dark pages.")
    paper = fields.colour("paper", about: "The ground of light pages. It has to be light.")
    paperDark = fields.colour("paperDark", about: "The ground of dark pages.")
    headingFont = fields.text(
      "headingFont", about: "A WOFF2 file for headings, as a path from ‘content’.")
    bodyFont = fields.text("bodyFont", about: "A WOFF2 file for text, as a path from ‘content’.")
    hero = fields.text("hero", about: "The picture of the home page, as a path from ‘content’.")
    heroText = fields.text(
      "heroText", about: "What the picture shows, for people who do not see it.")
    fields.require(
      "heroText", with: "hero",
      help: "say what the picture shows, for those who do not see it: "
        + "‘heroText: A path through trees’")
    fields.require(
      "logo", with: "logoDark", help: "name the logo for light pages: ‘logo: brand/logo.svg’")
  }
}

extension TextForm {
  fileprivate static let colour = Self(
    "^(#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})|[A-Za-z]+)$",
    "Write # and six digits in quotation marks, as in \"#1c5a5a\".", mayBeNumber: true)
}

extension FieldDecoder {
  /// A colour, as `"#1c5a5a"`, without its mark, or as a name of CSS.
  fileprivate mutating func colour(_ name: String, about: String) -> Located<Colour>? {
    guard let text = text(name, as: .colour, about: about) else { return nil }
    if let colour = Colour(text.value) ?? Colour("#" + text.value) {
      return Located(colour, at: text.location)
    }
    report(.invalidColour(text))
    return nil
  }
}

extension Rule {
  package static let invalidColour = Rule(
    "invalid-colour", .error, "A colour of ‘brand’ that is not written as # and six digits.",
    why: "The site would keep the colour that it has, and nobody would know why.",
    bad: "brand:\n  accent: teal-ish",
    good: "brand:\n  accent: \"#1c5a5a\"",
    fix: "Write `#` and six digits, in quotation marks: without them YAML reads a comment.",
    in: .settings)
}

extension Diagnostic {
  fileprivate static func invalidColour(_ text: Located<String>) -> Self {
    Diagnostic(
      .invalidColour, "‘\(text.value)’ is not a colour", at: text.location,
      help: Colour(loosely: text.value).map { "write \"\($0.hexadecimal)\"" }
        ?? "write # and six digits in quotation marks, as in \"#1c5a5a\"")
  }
}

extension Colour {
  /// A colour as other programs write it: `rgb(28, 90, 90)`, `0x1c5a5a`, or with two digits more for
  /// how much shines through.
  fileprivate init?(loosely text: String) {
    let lower = text.lowercased().filter { $0 != " " }
    let digits = lower.hasPrefix("0x") ? lower.dropFirst(2) : lower.drop { $0 == "#" }
    if digits.allSatisfy(\.isHexDigit), digits.utf8.count == 6 || digits.utf8.count == 8 {
      self.init("#" + digits.prefix(6))
      return
    }
    guard lower.hasPrefix("rgb"), let open = lower.firstIndex(of: "(") else { return nil }
    let parts = text.drop { $0 != "(" }.split { !$0.isASCII || !$0.isNumber }
      .prefix(3).compactMap { UInt8($0) }
    guard parts.count == 3, lower[open...].hasSuffix(")") else { return nil }
    self.init(red: parts[0], green: parts[1], blue: parts[2])
  }
}
