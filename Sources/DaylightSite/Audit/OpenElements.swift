import DaylightSyntax

/// The elements that are open while a page is read, as a browser would have them (HTML standard,
/// section 13.2.6), as far as it takes to tell what a landmark stands in.
///
/// `html`, `head` and `body` are not among them. Where a page is written so that browsers would move
/// things about, an element is rather taken for open than for closed.
struct OpenElements {
  private var names: [HTMLName] = []

  var count: Int { names.count }

  /// What the element stands in that was opened last.
  var parent: HTMLName? { names.dropLast().last }

  /// Opens an element, and answers how many it stands in.
  mutating func open(_ name: HTMLName, isSelfClosing: Bool) -> Int {
    if names.isEmpty {
      if Self.isOutermost(name) { return 0 }
    } else {
      closeImplied(by: name)
    }
    let depth = names.count
    if Self.isOutermost(name) || Self.isVoid(name) || isSelfClosing && isForeign { return depth }
    names.append(name)
    return depth
  }

  mutating func close(_ name: HTMLName) {
    if names.last == name {
      names.removeLast()
    } else if Self.isSpecial(name) {
      let stop = Self.isOfTable(name) ? Self.isTemplate : Self.isBarrier
      guard let index = last(name, before: stop) else { return }
      // A form ends alone; what was opened in it stays open.
      if name == .form { names.remove(at: index) } else { names.removeSubrange(index...) }
    } else if Self.isFormatting(name) {
      guard let index = last(name, before: Self.isBarrier) else { return }
      if names[index...].dropFirst().contains(where: Self.isSpecial) {
        names.remove(at: index)
      } else {
        names.removeSubrange(index...)
      }
    } else if let index = last(name, before: Self.isSpecial) {
      names.removeSubrange(index...)
    }
  }

  private var isForeign: Bool { names.contains { $0 == .svg || $0 == .math } }

  /// What the beginning of an element ends without an end tag.
  private mutating func closeImplied(by name: HTMLName) {
    switch name {
    case .li: closeItem { $0 == .li }
    case .dd, .dt: closeItem { $0 == .dd || $0 == .dt }
    case .a, .button, .nobr, .option:
      if let index = last(name, before: Self.isSpecial) { names.removeSubrange(index...) }
    default: break
    }
    if Self.isBlock(name), let index = last(.p, before: { Self.isBarrier($0) || $0 == .button }) {
      names.removeSubrange(index...)
    }
  }

  private mutating func closeItem(_ isItem: (HTMLName) -> Bool) {
    for index in names.indices.reversed() {
      if isItem(names[index]) { return names.removeSubrange(index...) }
      if Self.isSpecial(names[index]), ![.address, .div, .p].contains(names[index]) { return }
    }
  }

  private func last(_ name: HTMLName, before stop: (HTMLName) -> Bool) -> Int? {
    for index in names.indices.reversed() {
      if names[index] == name { return index }
      if stop(names[index]) { return nil }
    }
    return nil
  }
}

extension OpenElements {
  private static func isOutermost(_ name: HTMLName) -> Bool {
    name == .html || name == .head || name == .body
  }

  private static func isVoid(_ name: HTMLName) -> Bool {
    switch name {
    case .area, .base, .bgsound, .br, .col, .embed, .frame, .hr, .img, .image, .input, .keygen,
      .link, .meta, .param, .source, .track, .wbr:
      true
    default: false
    }
  }

  private static func isFormatting(_ name: HTMLName) -> Bool {
    switch name {
    case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u: true
    default: false
    }
  }

  /// Ends a paragraph that is open.
  private static func isBlock(_ name: HTMLName) -> Bool {
    switch name {
    case .address, .article, .aside, .blockquote, .center, .dd, .details, .dialog, .dir, .div, .dl,
      .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header,
      .hgroup, .hr, .li, .listing, .main, .menu, .nav, .ol, .p, .plaintext, .pre, .search,
      .section, .summary, .table, .ul, .xmp:
      true
    default: false
    }
  }

  private static func isSpecial(_ name: HTMLName) -> Bool {
    switch name {
    case .applet, .button, .caption, .colgroup, .desc, .foreignobject, .iframe, .marquee,
      .noembed, .noframes, .noscript, .object, .script, .select, .style, .tbody, .td, .template,
      .textarea, .tfoot, .th, .thead, .title, .tr:
      true
    default: isBlock(name)
    }
  }

  /// Keeps an end tag inside of it from closing anything outside.
  private static func isBarrier(_ name: HTMLName) -> Bool {
    switch name {
    case .applet, .caption, .desc, .foreignobject, .marquee, .object, .table, .td, .template, .th,
      .title:
      true
    default: false
    }
  }

  private static func isTemplate(_ name: HTMLName) -> Bool { name == .template }

  private static func isOfTable(_ name: HTMLName) -> Bool {
    switch name {
    case .caption, .colgroup, .table, .tbody, .td, .tfoot, .th, .thead, .tr: true
    default: false
    }
  }
}
