/// Whether the scanner is inside SVG or MathML, where `style`, `title` and the like contain markup
/// and not raw text (HTML standard, section 13.2.6.5).
struct ForeignNesting {
  /// From outside in: foreign elements, and the points inside them where HTML begins again.
  private var levels: [Level] = []
  private(set) var isForeign = false

  /// XML has no raw text, and nothing in it is HTML.
  private let isXML: Bool

  init(isXML: Bool = false) {
    self.isXML = isXML
    isForeign = isXML
    if isXML { levels = [.foreign] }
  }

  private enum Level { case foreign, html }

  mutating func start(_ name: HTMLName, isSelfClosing: Bool) {
    if name == .svg || name == .math {
      if !isSelfClosing { levels.append(.foreign) }
    } else if levels.isEmpty || isXML {
      return
    } else if isForeign {
      if name.isHTMLPlace {
        if !isSelfClosing { levels.append(.html) }
      } else if name.endsForeignContent {
        while levels.last == .foreign { levels.removeLast() }
      }
    }
    isForeign = levels.last == .foreign
  }

  mutating func end(_ name: HTMLName) {
    if isXML { return }
    if name == .svg || name == .math {
      while levels.popLast() == .html {}
    } else if levels.isEmpty {
      return
    } else if levels.last == .html, name.isHTMLPlace {
      levels.removeLast()
    }
    isForeign = levels.last == .foreign
  }
}

extension HTMLName {
  fileprivate var isHTMLPlace: Bool {
    switch self {
    case .`annotation-xml`, .desc, .foreignobject, .mi, .mn, .mo, .ms, .mtext, .title: true
    default: false
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
