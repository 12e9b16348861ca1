/// Whether the scanner is inside SVG or MathML, where `style`, `title` and the like hold markup and
/// not raw text (HTML standard, section 13.2.6.5).
struct ForeignNesting {
  /// From outside in: foreign elements, and the places inside them where HTML begins again.
  private var levels: [Level] = []

  private enum Level { case foreign, html }

  var isOutside: Bool { levels.isEmpty }
  var isForeign: Bool { levels.last == .foreign }

  mutating func start(_ name: String, isSelfClosing: Bool) {
    if name == "svg" || name == "math" {
      if !isSelfClosing { levels.append(.foreign) }
    } else if isForeign {
      if Self.htmlPlaces.contains(name) {
        if !isSelfClosing { levels.append(.html) }
      } else if Self.escaping.contains(name) {
        while isForeign { levels.removeLast() }
      }
    }
  }

  mutating func end(_ name: String) {
    if name == "svg" || name == "math" {
      while levels.popLast() == .html {}
    } else if levels.last == .html, Self.htmlPlaces.contains(name) {
      levels.removeLast()
    }
  }

  private static let htmlPlaces: Set<String> = [
    "annotation-xml", "desc", "foreignobject", "mi", "mn", "mo", "ms", "mtext", "title",
  ]

  /// HTML elements whose start tag ends foreign content.
  private static let escaping: Set<String> = [
    "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em",
    "embed", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing",
    "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small", "span", "strike", "strong",
    "sub", "sup", "table", "tt", "u", "ul", "var",
  ]
}
