import DaylightSyntax

/// Reads an SVG or other XML file, which a browser opens as a document of its own, without the policy
/// that covers the pages.
struct DrawingAudit {
  private let policy: AuditPolicy
  private let isDrawing: Bool
  private var scanner: HTMLScanner
  private var report: AuditReport
  private var styleRange: Range<Int>?
  private var isFirstTag = true
  /// In the title of a feed or of one of its entries.
  private var isTitle = false

  static func run(
    _ file: AuditedFile, isDrawing: Bool, policy: AuditPolicy
  ) -> [AuditFinding] {
    file.bytes.withHTMLScanner { scanner in
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

  private mutating func run() -> [AuditFinding] {
    while let token = scanner.next() {
      switch token {
      case .startTag(let tag):
        styleRange = nil
        start(tag)
      case .endTag:
        styleRange = nil
        isTitle = false
      case .text(let range): read(range, isRaw: false)
      case .rawText(let range): read(range, isRaw: true)
      case .comment(let range): checkInstruction(range)
      case .doctype(let range): report.add(.documentType, at: range)
      case .unfinishedTag: break
      }
    }
    if isFirstTag { report.add(.unreadableMarkup) }
    return report.findings
  }

  private mutating func start(_ tag: HTMLTag) {
    let name = scanner.name(tag.spelling)
    // A prefix such as `svg:` may stand for any language; what counts is the name behind it.
    let local = name.split(separator: ":").last.map(String.init) ?? name
    if isFirstTag, isDrawing, name != "svg" { report.add(.unreadableMarkup, at: tag.range) }
    isFirstTag = false
    if Self.active.contains(local) {
      report.add(isDrawing ? .activeDrawing(local) : .activeMarkup(local), at: tag.range)
      return
    }
    if HTMLName(local).element?.role == .moving, local != "set" || isDrawing {
      return report.add(.movingElement(local), at: tag.range)
    }
    if local == "style" { styleRange = tag.range }
    isTitle = !isDrawing && local == "title"
    for attribute in scanner.attributes { check(attribute, of: local, tag) }
  }

  private mutating func check(_ attribute: HTMLAttribute, of element: String, _ tag: HTMLTag) {
    let name = scanner.name(attribute.spelling)
    let value = scanner.value(attribute)
    let local = name.split(separator: ":").last.map(String.init) ?? name
    if local.hasPrefix("on") {
      report.add(.drawingEvent(name), at: attribute.range, in: tag.range)
    } else if name == "xml:base" {
      report.add(.baseElement, at: attribute.range, in: tag.range)
    } else if local == "href" || local == "src" {
      if element == "a" || !isDrawing { return }
      checkAddress(value, at: attribute.range, in: tag.range)
    } else if local == "style" || value.contains(UInt8(ascii: "(")) || value.contains(0x5C) {
      checkStyle(value, at: attribute.range, in: tag.range)
    }
  }

  private mutating func checkAddress(
    _ address: [UInt8], at range: Range<Int>, in context: Range<Int>
  ) {
    switch AuditedAddress(address, siteHost: policy.siteHost) {
    case .own: break
    case .elsewhere: report.add(.outsideResource(quoted(address)), at: range, in: context)
    case .scheme("data") where isImageData(address): break
    case .scheme: report.add(.unsafeAddress(quoted(address)), at: range, in: context)
    }
  }

  private mutating func checkStyle(_ css: [UInt8], at range: Range<Int>, in context: Range<Int>) {
    var style = StyleAudit(policy: policy)
    for found in style.violations(in: css) { report.add(found.violation, at: range, in: context) }
  }

  private mutating func read(_ range: Range<Int>, isRaw: Bool) {
    let content = scanner.bytes[range]
    // In XML a bare `<` never is text. Where it seems to be, HTML and XML read the file differently.
    let isCharacterData = range.lowerBound >= 7 && scanner.bytes[range.lowerBound - 1] == 0x5B
    if content.contains(UInt8(ascii: "<")), !isCharacterData {
      report.add(.unreadableMarkup, at: range)
    }
    if isTitle, let word = LoudWords.found(in: scanner.text(range)).first {
      report.add(.loudTitle(word, in: "the feed"), at: range)
    }
    if let styleRange {
      checkStyle(isRaw ? Array(content) : scanner.text(range), at: styleRange, in: styleRange)
    }
  }

  /// `<?xml-stylesheet …?>`, and what else XML has that HTML takes for a comment.
  private mutating func checkInstruction(_ range: Range<Int>) {
    let text = scanner.bytes[range].drop { $0 == UInt8(ascii: "?") }.prefix(14).map(
      \.asciiLowercased)
    if text.starts(with: "xml-stylesheet".utf8) || text.starts(with: "[cdata[".utf8)
      || text.starts(with: "entity".utf8)
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
  static let activeDrawing = Rule(
    "active-drawing", .error, "A drawing that runs a program or holds a page.",
    why: "Opened by itself, such a drawing is a page that runs programs.",
    bad: #"<svg xmlns="http://www.w3.org/2000/svg"><script>draw()</script></svg>"#,
    good: #"<svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/></svg>"#,
    fix: "Export the drawing again as “plain SVG”, without scripts.", in: .finished)
  static let activeMarkup = Rule(
    "active-markup", .error, "An XML file that runs, loads or hides something.",
    why: "Such a file can load or run things that nobody sees in it.",
    bad: #"<!DOCTYPE svg [<!ENTITY a "…">]>"#,
    good: #"<svg xmlns="http://www.w3.org/2000/svg">"#,
    fix: "Remove that part, or export the file again without it.", in: .finished)
}

extension AuditFinding.Violation {
  private static let drawingHelp =
    "export it as a plain SVG, with shapes only, and without scripts, pages, prefixes and doctype"

  static func activeDrawing(_ name: String) -> Self {
    Self(
      AuditRule.activeDrawing,
      "‘<\(name)>’ in a drawing could run a program or show a page that nobody has checked",
      help: drawingHelp)
  }

  fileprivate static func activeMarkup(_ name: String) -> Self {
    Self(
      AuditRule.activeMarkup,
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
      AuditRule.activeMarkup,
      "this part of the file can load or hide things, so nobody can check what a reader’s browser does",
      help: drawingHelp)
  }

  fileprivate static var unreadableMarkup: Self {
    Self(
      AuditRule.activeMarkup,
      "the file is not plain XML, and what browsers make of it cannot be checked", help: drawingHelp
    )
  }
}
