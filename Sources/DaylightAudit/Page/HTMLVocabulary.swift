import DaylightSyntax

/// What the audit does about an element or an attribute.
///
/// Elements are a list of those that are allowed: one that is not here is refused, so that what
/// browsers learn tomorrow is refused too.
enum HTMLVocabulary {
  struct Element: Sendable {
    var role: Role
    /// Is part of a line, so that the words on both sides of its tags belong together.
    var isInline = false

    enum Role: Sendable {
      case plain, html, head, body, title, main, header, footer, aside, nav
      case anchor, link, meta, base, script, style
      case form, input, button
      /// Contains what a reader types or chooses.
      case typed
      /// Shows another document or a program.
      case embedded
      /// Plays.
      case media
      case svg
      /// Moves by itself.
      case moving
      case foreignObject
      /// Read by browsers without scripts only.
      case noscript
      /// Contains markup that is not shown until a script uses it.
      case template
    }
  }

  enum Attribute: Sendable {
    case plain
    /// Contains text and loads nothing.
    case text
    case name, tabindex
    /// What links may lead to.
    case id
    /// Loaded by the browser.
    case address
    /// The same; of all these the one that the check of links follows.
    case source
    /// Where `a` and `link` lead; on other elements it is loaded.
    case href
    /// Names the id of what a button opens.
    case opener
    /// The same as `href` in a drawing.
    case drawingHref
    /// A list of addresses to choose from.
    case candidates
    /// Style, where only an address matters.
    case paint
    /// The text of a picture.
    case alternative
    /// What marks an exit.
    case exit
    /// When a source is taken, and when a picture is fetched.
    case media, loading
    case style, target, download, ping, manifest, base, submits, typed, referrerPolicy
  }
}

extension HTMLName {
  /// What the audit does about the element of this name; nil if it is refused.
  var element: HTMLVocabulary.Element? {
    switch self {
    case .address, .article, .blockquote, .br, .caption, .center, .col, .colgroup, .dd, .details,
      .dir, .div, .dl, .dt, .fieldset, .figcaption, .figure, .h1, .h2, .h3, .h4, .h5,
      .h6, .hgroup, .hr, .legend, .li, .menu, .ol, .optgroup, .output, .p, .picture, .pre,
      .search, .section, .source, .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul,
      .map, .img, .image, .meter, .progress, .circle, .clippath, .defs, .desc, .ellipse,
      .feblend, .fecolormatrix, .fecomposite, .fedropshadow, .feflood, .fefuncr, .fefuncg,
      .fefuncb, .fefunca, .fegaussianblur, .feimage, .femerge, .femergenode, .femorphology,
      .feoffset, .fetile, .feturbulence, .filter, .g, .line, .lineargradient, .marker, .mask,
      .metadata, .path, .pattern, .polygon, .polyline, .radialgradient, .rect, .stop, .symbol,
      .text, .textpath, .tspan, .use, .view, .`switch`, .fecomponenttransfer, .feconvolvematrix,
      .fediffuselighting, .fedisplacementmap, .fedistantlight, .fepointlight, .fespecularlighting,
      .fespotlight:
      .init(role: .plain)
    case .abbr, .acronym, .b, .bdi, .bdo, .big, .cite, .code, .data, .del, .dfn, .em, .font, .i,
      .ins, .kbd, .label, .mark, .nobr, .q, .rp, .rt, .ruby, .s, .samp, .small, .span, .strike,
      .strong, .sub, .sup, .time, .tt, .u, .`var`, .wbr:
      .init(role: .plain, isInline: true)
    case .annotation, .math, .merror, .mfrac, .mi, .mmultiscripts, .mn, .mo, .mover, .mpadded,
      .mphantom, .mprescripts, .mroot, .mrow, .ms, .mspace, .msqrt, .mstyle, .msub, .msubsup, .msup,
      .mtable, .mtd, .mtext, .mtr, .munder, .munderover, .semantics:
      .init(role: .plain, isInline: true)
    case .a: .init(role: .anchor, isInline: true)
    case .area: .init(role: .anchor)
    case .html: .init(role: .html)
    case .head: .init(role: .head)
    case .body: .init(role: .body)
    case .title: .init(role: .title)
    case .main: .init(role: .main)
    case .header: .init(role: .header)
    case .footer: .init(role: .footer)
    case .aside: .init(role: .aside)
    case .nav: .init(role: .nav)
    case .link: .init(role: .link)
    case .meta: .init(role: .meta)
    case .base: .init(role: .base)
    case .script: .init(role: .script)
    case .style: .init(role: .style)
    case .form: .init(role: .form)
    case .input: .init(role: .input)
    case .button: .init(role: .button)
    case .textarea, .select, .option, .datalist, .keygen, .isindex: .init(role: .typed)
    case .iframe, .frame, .frameset, .object, .embed, .applet, .param, .portal, .fencedframe:
      .init(role: .embedded)
    case .audio, .video, .track, .bgsound: .init(role: .media)
    case .svg: .init(role: .svg)
    case .animate, .animatemotion, .animatetransform, .animatecolor, .set, .mpath, .discard,
      .marquee, .blink:
      .init(role: .moving)
    case .foreignobject: .init(role: .foreignObject)
    case .template: .init(role: .template)
    case .noscript: .init(role: .noscript)
    default: nil
    }
  }

  /// What the audit does about the attribute of this name; nil if `AttributeVocabulary` knows it.
  var attribute: HTMLVocabulary.Attribute? {
    switch self {
    case .`class`, .title, .content, .rel, .label, .placeholder, .summary, .value, .cite, .about,
      .property, .resource, .typeof, .vocab, .prefix, .itemtype, .itemid, .itemprop, .datetime,
      .d, .viewbox, .xmlns, .`xmlns:xlink`, .`xmlns:svg`:
      .text
    case .lang, .dir, .hidden, .inert, .popover, .type, .`for`, .method, .autocomplete, .checked,
      .charset, .`http-equiv`, .`data-checklist`, .`data-checklist-status`:
      .plain
    case .id: .id
    case .name: .name
    case .tabindex: .tabindex
    case .poster, .background, .lowsrc, .dynsrc, .longdesc, .icon: .address
    case .src: .source
    case .href: .href
    case .popovertarget: .opener
    case .`xlink:href`: .drawingHref
    case .srcset, .imagesrcset: .candidates
    case .fill, .stroke, .filter, .mask, .`clip-path`, .cursor, .marker, .`marker-start`,
      .`marker-mid`, .`marker-end`:
      .paint
    case .alt: .alternative
    case .`data-exit`: .exit
    case .media: .media
    case .loading: .loading
    case .style: .style
    case .target: .target
    case .download: .download
    case .ping, .attributionsrc: .ping
    case .manifest: .manifest
    case .`xml:base`: .base
    case .formaction, .formmethod, .formtarget, .formenctype: .submits
    case .contenteditable: .typed
    case .referrerpolicy: .referrerPolicy
    default: nil
    }
  }
}
