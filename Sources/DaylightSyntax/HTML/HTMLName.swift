/// The name of an element or attribute that matters to the program. The scanner recognises it once,
/// so that all later checks compare numbers.
///
/// Each case is spelt like its name, in lower case. Names are compared without case.
package enum HTMLName: UInt16, Sendable, CaseIterable {
  /// Any name that is not listed here.
  case unknown

  case a, abbr, about, acronym, action, address, alt, animate, animatecolor, animatemotion,
    animatetransform, annotation, `annotation-xml`, applet, area, `aria-hidden`, `aria-label`,
    `aria-labelledby`, article, aside,
    attributionsrc, audio, autocomplete, b, background, base, bdi, bdo, bgsound, big, blink,
    blockquote, body, br, button, caption, center, charset, checked, circle, cite, `class`,
    `clip-path`, clippath, code, col, colgroup, content, contenteditable, cursor, d, data,
    `data-checklist`, `data-checklist-status`, `data-cleared`, `data-exit`, `data-ticked`, datalist,
    datetime, dd, defs, del, desc, details, dfn, dialog, dir, discard, div, dl, download, dt,
    dynsrc, ellipse, em, embed, feblend, fecolormatrix, fecomponenttransfer, fecomposite,
    feconvolvematrix, fediffuselighting, fedisplacementmap, fedistantlight, fedropshadow, feflood,
    fefunca, fefuncb, fefuncg, fefuncr, fegaussianblur, feimage, femerge, femergenode, femorphology,
    fencedframe, feoffset, fepointlight, fespecularlighting, fespotlight, fetile, feturbulence,
    fieldset, figcaption, figure, fill, filter, font, footer, `for`, foreignobject, form,
    formaction, formenctype, formmethod, formtarget, frame, frameset, g, h1, h2, h3, h4, h5, h6,
    head, header, hgroup, hidden, hr, href, html, `http-equiv`, i, icon, id, iframe, image,
    imagesrcset, img, inert, input, ins, isindex, itemid, itemprop, itemtype, kbd, keygen, label,
    lang, legend, li, line, lineargradient, link, listing, loading, longdesc, lowsrc, main,
    manifest, map, mark, marker, `marker-end`, `marker-mid`, `marker-start`, marquee, mask, math,
    media, menu, merror, meta, metadata, meter, method, mfrac, mi, mmultiscripts, mn, mo, mover,
    mpadded, mpath, mphantom, mprescripts, mroot, mrow, ms, mspace, msqrt, mstyle, msub, msubsup,
    msup, mtable, mtd, mtext, mtr, munder, munderover, name, nav, nobr, noembed, noframes, noscript,
    object, ol, optgroup, option, output, p, param, path, pattern, picture, ping, placeholder,
    plaintext, polygon, polyline, popover, popovertarget, portal, poster, pre, prefix, progress,
    property, q, radialgradient, rect, referrerpolicy, rel, resource, role, rp, rt, ruby, s, samp,
    script,
    search,
    section, select, semantics, set, small, source, span, src, srcset, stop, strike, stroke, strong,
    style, sub, summary, sup, svg, `switch`, symbol, tabindex, table, target, tbody, td, template,
    text, textarea, textpath, tfoot, th, thead, time, title, tr, track, tspan, tt, type, typeof, u,
    ul, use, value, `var`, video, view, viewbox, vocab, wbr, `xlink:href`, `xml:base`, xmlns,
    `xmlns:svg`, `xmlns:xlink`, xmp
}

extension HTMLName {
  package init(_ spelling: UnsafeBufferPointer<UInt8>) {
    self = HTMLNameTable.all.name(spelling, spelling.indices)
  }

  package init(_ spelling: String) {
    self = spelling.withUTF8Span { $0.withUnsafeBufferPointer { HTMLName($0) } }
  }
}
