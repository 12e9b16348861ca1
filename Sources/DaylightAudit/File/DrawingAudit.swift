package import DaylightSyntax

/// Reads an SVG or other XML file, which a browser opens as a document of its own, without the policy
/// that covers the pages.
struct DrawingAudit {
  private let policy: AuditPolicy
  private let isDrawing: Bool
  private var scanner: HTMLScanner
  private var report: AuditReport
  /// The current style element, and its content.
  private var style: (range: Range<Int>, text: [UInt8])?
  private var isFirstTag = true
  /// In the title of a feed or of one of its entries.
  private var isTitle = false
  private var links = PageLinks()

  static func run(
    _ file: AuditedFile, isDrawing: Bool, policy: AuditPolicy
  ) -> (findings: [AuditFinding], links: PageLinks) {
    file.bytes.withHTMLScanner(asXML: true) { scanner in
      var drawing = DrawingAudit(
        policy: policy, isDrawing: isDrawing, scanner: scanner, report: AuditReport(file))
      return drawing.run()
    }
  }

  private init(
    policy: AuditPolicy, isDrawing: Bool, scanner: HTMLScanner, report: AuditReport
  ) {
    self.policy = policy
    self.isDrawing = isDrawing
    self.scanner = scanner
    self.report = report
  }

  private mutating func run() -> (findings: [AuditFinding], links: PageLinks) {
    // In UTF-16 the characters would be different from those checked here.
    if scanner.bytes.contains(0) { report.add(.unreadableMarkup) }
    while let token = scanner.next() {
      switch token {
      case .startTag(let tag): start(tag)
      case .endTag: end()
      case .text(let range): read(range, isRaw: false)
      case .rawText(let range): read(range, isRaw: true)
      case .comment(let range): checkInstruction(range)
      case .doctype(let range): report.add(.documentType, at: range)
      case .unfinishedTag: break
      }
    }
    if isFirstTag { report.add(.unreadableMarkup) }
    return (report.findings, links)
  }

  private mutating func start(_ tag: HTMLTag) {
    if style != nil { report.add(.unreadableMarkup, at: tag.range) }
    style = nil
    let name = DrawingName(scanner.name(tag.spelling))
    if isFirstTag, isDrawing, name.written != "svg" {
      isFirstTag = false
      return report.add(.unreadableMarkup, at: tag.range)
    }
    isFirstTag = false
    if !allows(name) {
      return report.add(
        isDrawing ? .unsafeSVG(name.local) : .unsafeXML(name.local), at: tag.range)
    }
    if HTMLName(name.local).element?.role == .moving, name.local != "set" || isDrawing {
      return report.add(.movingElement(name.local), at: tag.range)
    }
    if name.local == "style", !tag.isSelfClosing { style = (tag.range, []) }
    isTitle = !isDrawing && name.local == "title"
    for attribute in scanner.attributes { check(attribute, of: name, tag) }
  }

  private mutating func end() {
    if let style { checkStyle(style.text, as: .sheet, at: style.range, in: style.range) }
    style = nil
    isTitle = false
  }

  /// In a drawing, its own elements only; under a prefix that no browser knows, also the data of
  /// drawing programs.
  private func allows(_ name: DrawingName) -> Bool {
    if Self.active.contains(name.local) { return false }
    guard isDrawing, name.prefix == nil || name.prefix == "svg" else { return true }
    return HTMLName(name.local).isInDrawing
  }

  private mutating func check(_ attribute: HTMLAttribute, of element: DrawingName, _ tag: HTMLTag) {
    let name = DrawingName(scanner.name(attribute.spelling))
    let value = scanner.value(attribute)
    if name.declaresNamespace {
      if !DrawingNamespace.isHarmless(value, for: name, inDrawing: isDrawing) {
        report.add(
          isDrawing ? .drawingNamespace(quoted(value)) : .markupNamespace(quoted(value)),
          at: attribute.range, in: tag.range)
      }
    } else if EventName.isOne(name.local.utf8) {
      report.add(.drawingEvent(name.written), at: attribute.range, in: tag.range)
    } else if name.written == "xml:base" {
      report.add(.baseElement, at: attribute.range, in: tag.range)
    } else if isDrawing, name.written == "target" || name.written == "xlink:show" {
      report.add(.newWindow, at: attribute.range, in: tag.range)
    } else if name.local == "href" || name.local == "src" {
      if isDrawing { checkAddress(value, of: element.local, at: attribute.range, in: tag.range) }
    } else if name.local == "style" {
      checkStyle(value, as: .declarations, at: attribute.range, in: tag.range)
    } else if HTMLName(name.local).attribute == .paint {
      checkStyle(value, as: .value(property: name.local), at: attribute.range, in: tag.range)
    } else if name.local == "id" {
      links.ids.append(ContentDigest(value).value)
    }
  }

  /// A drawing refers to its own parts, and may contain a picture; it links to and loads nothing.
  private mutating func checkAddress(
    _ address: [UInt8], of element: String, at range: Range<Int>, in context: Range<Int>
  ) {
    let address = Array(address.drop { $0 <= 0x20 })
    if address.first == UInt8(ascii: "#") { return }
    switch AuditedAddress(address, siteHost: policy.siteHost) {
    case _ where element == "a": break
    case .own: break
    case .elsewhere:
      return report.add(.externalResource(quoted(address)), at: range, in: context)
    case .scheme("data") where isImageData(address):
      let kind = address.dropFirst("data:image/".utf8.count).prefix { $0.isASCIILetter }
      let pictures = ["png", "jpeg", "jpg", "gif", "webp", "avif"]
      let name = String(decoding: kind.map(\.asciiLowercased), as: UTF8.self)
      if element == "image" || element == "feimage", pictures.contains(name) {
        if let hidden = EmbeddedPicture.violation(address) {
          report.add(hidden, at: range, in: context)
        }
        return
      }
    case .scheme: return report.add(.unsafeAddress(quoted(address)), at: range, in: context)
    }
    report.add(.drawingLink(quoted(address)), at: range, in: context)
  }

  private mutating func checkStyle(
    _ css: [UInt8], as form: StyleAudit.Form, at range: Range<Int>, in context: Range<Int>
  ) {
    var style = StyleAudit(policy: policy, isDrawing: isDrawing)
    for found in style.violations(in: css, as: form) {
      report.add(found.violation, at: range, in: context)
    }
  }

  private mutating func read(_ range: Range<Int>, isRaw: Bool) {
    let content = scanner.bytes[range]
    // In XML a bare `<` never is text.
    if !isRaw, content.contains(UInt8(ascii: "<")) { report.add(.unreadableMarkup, at: range) }
    if isTitle, let word = policy.language.revealingWord(in: scanner.text(range)) {
      report.add(.revealingTitle(word, in: "the feed"), at: range)
    }
    // Browsers join its pieces.
    style?.text += isRaw ? Array(content) : scanner.text(range)
  }

  /// Comments are harmless; of instructions only the first, `<?xml version="1.0"?>`, is, and only where
  /// the file is read as UTF-8.
  private mutating func checkInstruction(_ range: Range<Int>) {
    let before = range.lowerBound > 0 ? scanner.bytes[range.lowerBound - 1] : 0
    if before == UInt8(ascii: "-") { return }
    let text = String(decoding: scanner.bytes[range], as: UTF8.self).lowercased()
    // Where metadata begins and ends, for programs that look for it.
    if text.hasPrefix("?xpacket ") || text.hasPrefix("?adobe-xap-filters ") { return }
    let parts = text.split { $0 == "\"" || $0 == "'" }
    let encoding = parts.firstIndex { $0.contains("encoding") }.flatMap { index in
      index + 1 < parts.count ? parts[index + 1] : nil
    }
    if range.lowerBound > 4 || !text.hasPrefix("?xml ") || !text.hasSuffix("?")
      || !["utf-8", "us-ascii", nil].contains(encoding)
    {
      report.add(.documentType, at: range)
    }
  }

  /// Elements that run, or show another language inside the file.
  private static let active: Set<String> = [
    "script", "foreignobject", "handler", "listener", "iframe", "object", "embed", "audio", "video",
    "html", "body", "form", "input", "textarea", "button", "meta", "base", "xmp",
    "plaintext", "noembed", "noframes", "noscript", "template", "stylesheet",
  ]
}

extension AuditRule {
  package static let unsafeSVG = Rule(
    "unsafe-svg", .error,
    "A drawing that runs a program, links or loads elsewhere, or contains a page.",
    why: "Opened by itself, such a drawing is a page that runs programs and loads from elsewhere.",
    bad: #"<svg xmlns="http://www.w3.org/2000/svg"><script>draw()</script></svg>"#,
    good: #"<svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/></svg>"#,
    fix: "Export the drawing again as “plain SVG”, without scripts.", in: .finished,
    formerIDs: ["active-drawing"])
  package static let unsafeXML = Rule(
    "unsafe-xml", .error, "An XML file that runs, loads or hides something.",
    why: "Such a file can load or run things that nobody sees in it.",
    bad: #"<!DOCTYPE svg [<!ENTITY a "…">]>"#,
    good: #"<svg xmlns="http://www.w3.org/2000/svg">"#,
    fix: "Remove that part, or export the file again without it.", in: .finished,
    formerIDs: ["active-markup"])
}

extension AuditFinding.Violation {
  private static let drawingHelp =
    "export it as a plain SVG, with shapes only, and without scripts, pages, prefixes and doctype"

  static func unsafeSVG(_ name: String) -> Self {
    Self(
      AuditRule.unsafeSVG,
      "‘<\(name)>’ in a drawing could run a program or show a page that nobody has checked",
      help: drawingHelp)
  }

  static func drawingLink(_ address: String) -> Self {
    Self(
      AuditRule.unsafeSVG,
      "the drawing leads to or loads ‘\(address)’ when it is opened by itself, "
        + "where the pages’ own policy does not protect a reader",
      help: "refer only to parts of the drawing itself (#name), and put links into the page")
  }

  fileprivate static func drawingNamespace(_ name: String) -> Self {
    Self(
      AuditRule.unsafeSVG,
      "‘\(name)’ is another language than that of drawings, which could run a program or show a page",
      help: drawingHelp)
  }

  fileprivate static func markupNamespace(_ name: String) -> Self {
    Self(
      AuditRule.unsafeXML,
      "‘\(name)’ is a language that could run a program or show a page that nobody has checked",
      help: "remove it; a map of the site or a feed needs no other language than its own")
  }

  static func unsafeXML(_ name: String) -> Self {
    Self(
      AuditRule.unsafeXML,
      "‘<\(name)>’ in an XML file could run a program or show a page that nobody has checked",
      help: "remove it")
  }

  fileprivate static func drawingEvent(_ name: String) -> Self {
    Self(
      AuditRule.eventAttribute,
      "‘\(name)’ in a drawing runs a program that nobody has checked on the reader’s device",
      help: drawingHelp)
  }

  fileprivate static var documentType: Self {
    Self(
      AuditRule.unsafeXML,
      "this part of the file can load or hide things, so nobody can check what a reader’s browser does",
      help: drawingHelp + ", as UTF-8")
  }

  fileprivate static var unreadableMarkup: Self {
    Self(
      AuditRule.unsafeXML,
      "the file is not plain XML, and what browsers make of it cannot be checked", help: drawingHelp
    )
  }
}
