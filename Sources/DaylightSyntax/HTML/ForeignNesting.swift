/// Whether the scanner is inside SVG or MathML, where `style`, `title` and the like contain markup
/// and not raw text (HTML standard, section 13.2.6.5).
struct ForeignNesting {
  /// From outside in: drawings and formulas, the places inside them where HTML begins again, and
  /// what is called like one of these, so that its end tag does not end them.
  private var levels: [Level] = []
  private(set) var isForeign = false

  /// XML has no raw text, and nothing in it is HTML.
  private let isXML: Bool

  init(isXML: Bool = false) {
    self.isXML = isXML
    isForeign = isXML
  }

  private struct Level {
    let name: HTMLName
    let content: Content
  }

  fileprivate enum Content { case html, drawing, formula }

  mutating func start(_ name: HTMLName, isSelfClosing: Bool) {
    let isOuter = name == .svg || name == .math
    if isXML || levels.isEmpty && !isOuter { return }
    if isForeign, name.endsForeignContent {
      while let last = levels.last, last.content != .html { levels.removeLast() }
    } else if isOuter || name.isHTMLPlace, !isSelfClosing || !isForeign && !isOuter {
      levels.append(Level(name: name, content: name.content(in: levels.last?.content ?? .html)))
    }
    isForeign = (levels.last?.content ?? .html) != .html
  }

  mutating func end(_ name: HTMLName) {
    if levels.isEmpty { return }
    if let level = levels.lastIndex(where: { $0.name == name }) {
      levels.removeSubrange(level...)
    }
    isForeign = (levels.last?.content ?? .html) != .html
  }
}

extension HTMLName {
  /// In a drawing or in a formula, but not in both.
  fileprivate var isHTMLPlace: Bool { isPlaceInDrawing || isPlaceInFormula }

  private var isPlaceInDrawing: Bool {
    switch self {
    case .desc, .foreignobject, .title: true
    default: false
    }
  }

  private var isPlaceInFormula: Bool {
    switch self {
    case .`annotation-xml`, .mi, .mn, .mo, .ms, .mtext: true
    default: false
    }
  }

  /// What such an element contains. In a drawing, a `math` is a part of the drawing.
  fileprivate func content(in outer: ForeignNesting.Content) -> ForeignNesting.Content {
    switch outer {
    case .drawing: isPlaceInDrawing ? .html : .drawing
    case .formula: isPlaceInFormula ? .html : .formula
    case .html: self == .svg ? .drawing : self == .math ? .formula : .html
    }
  }

  /// HTML elements whose start tag ends foreign content.
  fileprivate var endsForeignContent: Bool {
    switch self {
    case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1,
      .h2, .h3, .h4, .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p,
      .pre, .ruby, .s, .small, .span, .strike, .strong, .sub, .sup, .table, .tt, .u, .ul, .var:
      true
    default: false
    }
  }
}
