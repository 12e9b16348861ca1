/// Where an element is allowed and how it ends, as far as the parser of browsers depends on it.
package enum HTMLPlace: UInt8 {
  case ordinary
  /// The same; where it is not closed, browsers begin it anew in what follows.
  case formatting
  case void
  /// Ends an open paragraph.
  case block
  case paragraph, heading, item, description, form
  case table, caption, columns, column, rows, row, cell
  case ruby, link, button
  /// In the order in which they begin.
  case html, head, body
  /// An `svg` or `math`.
  case drawing

  /// Takes nearly all others, and needs an end tag of its own.
  package var isPlain: Bool { self == .ordinary || self == .formatting || self == .link }

  var isRoot: Bool { self == .html || self == .head || self == .body }

  /// Keeps end tags of what is no formatting from ending anything outside.
  var isSpecial: Bool {
    switch self {
    case .ordinary, .formatting, .link, .ruby, .drawing: false
    default: true
    }
  }

  /// Keeps all end tags but those of tables from ending anything outside.
  var isBarrier: Bool { self == .table || self == .caption || self == .cell }

  /// Allowed in certain elements only.
  var isInTable: Bool {
    switch self {
    case .caption, .columns, .column, .rows, .row, .cell: true
    default: false
    }
  }

  /// Takes parts of a table only.
  var takesPartsOnly: Bool {
    switch self {
    case .table, .columns, .rows, .row: true
    default: false
    }
  }

  /// Text in it is moved elsewhere, and may end it.
  var movesText: Bool { takesPartsOnly || self == .html || self == .head }

  /// Whether the standard lets it go without an end tag.
  var endsByItself: Bool {
    switch self {
    case .paragraph, .item, .description, .ruby, .caption, .columns, .rows, .row, .cell, .html,
      .head, .body:
      true
    default: false
    }
  }

  /// Whether a part of a table is allowed in it.
  func accepts(_ part: HTMLPlace) -> Bool {
    switch (self, part) {
    case (.table, .caption), (.table, .columns), (.table, .rows), (.table, .row),
      (.columns, .column), (.rows, .row), (.row, .cell):
      true
    default: false
    }
  }
}

extension HTMLName {
  package var place: HTMLPlace {
    switch self {
    case .area, .base, .bgsound, .br, .embed, .hr, .image, .img, .input, .keygen, .link, .meta,
      .param, .source, .track, .wbr:
      .void
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl,
      .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .listing, .main, .menu, .nav, .ol,
      .pre, .search, .section, .summary, .ul:
      .block
    case .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u: .formatting
    case .p: .paragraph
    case .h1, .h2, .h3, .h4, .h5, .h6: .heading
    case .li: .item
    case .dd, .dt: .description
    case .form: .form
    case .table: .table
    case .caption: .caption
    case .colgroup: .columns
    case .col: .column
    case .tbody, .tfoot, .thead: .rows
    case .tr: .row
    case .td, .th: .cell
    case .rp, .rt: .ruby
    case .a: .link
    case .button: .button
    case .html: .html
    case .head: .head
    case .body: .body
    case .math, .svg: .drawing
    default: .ordinary
    }
  }

  /// Allowed in the head of a page.
  package var isInHead: Bool {
    switch self {
    case .base, .bgsound, .link, .meta, .noscript, .script, .style, .template, .title: true
    default: false
    }
  }

  /// Is a part of a drawing, harmless or not.
  package var isInDrawing: Bool {
    switch self {
    case .a, .animate, .animatecolor, .animatemotion, .animatetransform, .circle, .clippath, .defs,
      .desc, .discard, .ellipse, .feblend, .fecolormatrix, .fecomponenttransfer, .fecomposite,
      .feconvolvematrix, .fediffuselighting, .fedisplacementmap, .fedistantlight, .fedropshadow,
      .feflood, .fefunca, .fefuncb, .fefuncg, .fefuncr, .fegaussianblur, .feimage, .femerge,
      .femergenode, .femorphology, .feoffset, .fepointlight, .fespecularlighting, .fespotlight,
      .fetile, .feturbulence, .filter, .foreignobject, .g, .image, .line, .lineargradient, .marker,
      .mask, .metadata, .mpath, .path, .pattern, .polygon, .polyline, .radialgradient, .rect,
      .script, .set, .stop, .style, .svg, .`switch`, .symbol, .text, .textpath, .title, .tspan,
      .use, .view:
      true
    default: false
    }
  }

  /// Shows a formula.
  var isInFormula: Bool {
    switch self {
    case .annotation, .math, .merror, .mfrac, .mi, .mmultiscripts, .mn, .mo, .mover, .mpadded,
      .mphantom, .mprescripts, .mroot, .mrow, .ms, .mspace, .msqrt, .mstyle, .msub, .msubsup, .msup,
      .mtable, .mtd, .mtext, .mtr, .munder, .munderover, .semantics:
      true
    default: false
    }
  }

  /// In a drawing or formula, a place where HTML would begin again.
  var holdsOnlyText: Bool {
    switch self {
    case .annotation, .desc, .mi, .mn, .mo, .ms, .mtext, .title: true
    default: false
    }
  }
}
