import DaylightSyntax

/// Reads a finished page once, tag by tag, and finds what could send, store, load or give away, and
/// which of the parts that protect a reader are missing.
struct PageAudit {
  let policy: AuditPolicy
  var scanner: HTMLScanner
  var report: AuditReport
  var head = HeadAudit()
  var landmarks = LandmarkAudit()
  var nesting = NestingAudit()
  var memory = AuditMemory(nil)
  var emptyParts = EmptyParts()
  var hasForm = false

  private var isWhole = false
  /// The element whose raw content comes next.
  private var rawOwner: HTMLVocabulary.Element.Role?
  private var svgDepth = 0
  private var noscriptEnd: Int?
  /// Of the tag at hand.
  var links: [HTMLAttribute] = []
  var isExit = false

  private init(_ file: AuditedFile, policy: AuditPolicy, scanner: HTMLScanner) {
    self.policy = policy
    self.scanner = scanner
    report = AuditReport(file)
  }

  var file: AuditedFile { report.file }

  /// What one page has in it.
  struct Result {
    let findings: [AuditFinding]
    let landmarks: LandmarkOrder
    let links: PageLinks
  }

  static func run(
    _ file: AuditedFile, policy: AuditPolicy, _ memory: inout AuditMemory
  ) -> Result {
    file.bytes.withHTMLScanner { scanner in
      var page = PageAudit(file, policy: policy, scanner: scanner)
      swap(&page.memory, &memory)
      defer { swap(&page.memory, &memory) }
      return page.run()
    }
  }

  private mutating func run() -> Result {
    memory.links?.begin(report.file.path)
    // Each tag is longer than the NUL it leaves, and each character reference than its character.
    memory.text.begin(capacity: scanner.bytes.count + 1)
    checkControls()
    while let token = scanner.next() {
      checkHidden(token)
      switch token {
      case .startTag(let tag): start(tag)
      case .endTag(let tag): end(tag)
      case .text(let range): read(range)
      case .rawText(let range): readRaw(range)
      case .doctype(let range):
        isWhole = true
        checkDoctype(range)
      case .comment(let range): checkCharacterData(range)
      case .unfinishedTag: break
      }
    }
    nesting.finish(scanner)
    // What is found already may be the reason, and the page is refused for it.
    if report.findings.isEmpty, let fault = nesting.fault {
      report.add(fault.violation, at: fault.range)
    }
    if isWhole {
      finishHead()
      finishLandmarks()
    } else {
      report.add(
        .unsafeFile(
          file.path, because: "it is a piece of a page, without the parts that protect a reader"))
    }
    checkWords()
    if hasForm {
      report = ChecklistAudit.run(
        file, policy: policy, report: report, loadsScript: landmarks.loadsChecklistScript)
    }
    let links = memory.links?.end(scanner.bytes) ?? PageLinks()
    return Result(findings: report.findings, landmarks: landmarks.order, links: links)
  }
}

extension PageAudit {
  /// A browser with scripts on reads the content of `<noscript>` as raw text, up to the first thing
  /// that looks like its end, even in a comment. What follows there must not be hidden from this.
  private mutating func checkHidden(_ token: HTMLToken) {
    guard let end = noscriptEnd else { return }
    let range = token.extent
    if range.lowerBound >= end {
      noscriptEnd = nil
    } else if range.upperBound > end {
      report.add(.hiddenMarkup, at: range)
    }
  }

  private mutating func start(_ tag: HTMLTag) {
    nesting.start(tag, scanner)
    guard let element = tag.name.element ?? customElement(tag) else {
      memory.text.append(0)
      noteStart(.plain, tag)
      checkTargets()
      nesting.stop()
      return report.add(.unknownElement(scanner.name(tag.spelling)), at: tag.range)
    }
    if !element.isInline { memory.text.append(0) }
    rawOwner = element.role
    noteStart(element.role, tag)
    if isRefused(element.role, tag) {
      nesting.stop()
      return checkTargets()
    }
    checkAttributes(of: element.role, tag)
    noteOpening(tag)
    switch element.role {
    case .anchor: checkLink(tag)
    case .link: checkLinkElement(tag)
    case .meta: checkMeta(tag)
    case .script: checkScript(tag)
    case .form:
      hasForm = true
      checkForm(tag)
    case .input: checkInput(tag)
    case .button: checkButton(tag)
    case .svg where !tag.isSelfClosing: svgDepth += 1
    // Text in it is markup to a browser that still is in a drawing.
    case .title where svgDepth == 0 && head.title != nil: report.add(.secondTitle, at: tag.range)
    case .noscript:
      noscriptEnd = scanner.bytes.startOfNoscriptEnd(from: tag.range.upperBound)
    default: break
    }
  }

  private mutating func end(_ tag: HTMLTag) {
    rawOwner = nil
    nesting.end(tag, scanner)
    let element = tag.name.element ?? customElement(tag)
    if element?.isInline != true { memory.text.append(0) }
    guard let role = element?.role else { return }
    if role == .svg { svgDepth = max(0, svgDepth - 1) }
    noteClosing(tag)
    noteEnd(role)
  }

  private mutating func read(_ range: Range<Int>) {
    let start = memory.text.count
    if scanner.textHasReferences {
      scanner.text(range).withUnsafeBufferPointer { memory.text.append($0) }
    } else {
      memory.text.append(UnsafeBufferPointer(rebasing: scanner.bytes[range]))
    }
    if nesting.isInHead { checkTextInHead(range) }
    if rawOwner == .title, svgDepth == 0 {
      noteTitle(memory.text.withBytes { Array($0[start...]) }, at: range)
      return
    }
    noteText(from: start, at: range)
    if !head.hasPolicy, memory.text.withBytes({ $0[start...].contains { $0 > 0x20 } }) {
      head.isLate = true
    }
  }

  private mutating func readRaw(_ range: Range<Int>) {
    if rawOwner == .script { checkScriptContent(range) }
    checkCharacterData(range)
  }

  /// What may not be on a page at all, whatever it says. What is inside needs no second finding.
  private mutating func isRefused(_ role: HTMLVocabulary.Element.Role, _ tag: HTMLTag) -> Bool {
    let violation: (String) -> AuditFinding.Violation
    switch role {
    case .embedded: violation = AuditFinding.Violation.embedded
    case .media: violation = AuditFinding.Violation.media
    case .base: violation = { _ in .baseElement }
    case .style: violation = { _ in .styleElement }
    case .typed: violation = AuditFinding.Violation.typedInput
    case .moving: violation = AuditFinding.Violation.movingElement
    case .foreignObject: violation = AuditFinding.Violation.activeDrawing
    case .template: violation = AuditFinding.Violation.unknownElement
    default: return false
    }
    report.add(violation(scanner.name(tag.spelling)), at: tag.range)
    return true
  }
}

extension AuditRule {
  static let embedded = Rule(
    "embedded-content", .error, "A page that shows another site, a program, sound or film.",
    why: "The other site would learn who reads this page, and sound or film could give a reader "
      + "away.",
    bad: #"<iframe src="https://maps.example/"></iframe>"#,
    good: #"<a href="https://maps.example/" rel="noreferrer">How to find us</a>"#,
    fix: "Use a plain link.", in: .finished)
  static let baseAddress = Rule(
    "base-address", .error, "A page that moves the start of all its addresses.",
    why: "All links of the page, the exit too, would start from another place.",
    bad: #"<base href="https://example.org/">"#,
    good: #"<a href="{{root}}{{site.home}}">Home</a>"#,
    fix: "Remove it. `{{root}}` leads to the top of the site.", in: .finished)
  static let inlineStyle = Rule(
    "inline-style", .error, "Style inside a page, where it could load from elsewhere.",
    why: "Style inside a page can load things from elsewhere, and hide the exit.",
    bad: #"<p style="color: #600">Rest is allowed.</p>"#,
    good: #"<p class="calm">Rest is allowed.</p>"#,
    fix: "Move it to `templates/assets/site.css`, and give the element a class.", in: .finished)
}

extension HTMLToken {
  /// The bytes of the token; of a comment those between its marks.
  fileprivate var extent: Range<Int> {
    switch self {
    case .startTag(let tag), .endTag(let tag): tag.range
    case .text(let range), .rawText(let range), .comment(let range), .doctype(let range),
      .unfinishedTag(let range):
      range
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the first thing begins that looks like the end of `<noscript>`, in any case.
  fileprivate func startOfNoscriptEnd(from start: Int) -> Int? {
    let mark = "</noscript"
    var start = start
    while let found = offset(of: UInt8(ascii: "<"), from: start) {
      if self[found...].prefix(mark.utf8.count).map(\.asciiLowercased).elementsEqual(mark.utf8) {
        return found
      }
      start = found + 1
    }
    return nil
  }
}

extension AuditFinding.Violation {
  fileprivate static var hiddenMarkup: Self {
    Self(
      AuditRule.embedded,
      "what is written here reads differently in browsers with and without scripts, "
        + "so nobody can check what a reader gets",
      help: "keep only plain elements inside ‘<noscript>’, without comments")
  }

  fileprivate static func unknownElement(_ name: String) -> Self {
    Self(
      AuditRule.embedded, "‘<\(name)>’ is not known to be harmless to a reader",
      help: "use a plain element instead, such as ‘<div>’ or ‘<span>’")
  }

  fileprivate static func embedded(_ name: String) -> Self {
    Self(
      AuditRule.embedded,
      "‘<\(name)>’ shows something that is not part of this page and could record who reads it",
      help: "remove it; link to it with a plain link, so that a reader can choose")
  }

  fileprivate static func media(_ name: String) -> Self {
    Self(
      AuditRule.embedded,
      "‘<\(name)>’ would load or play sound or film, which others in the room could notice",
      help: "remove it; write down what it says, or link to it with a plain link")
  }

  static var baseElement: Self {
    Self(
      AuditRule.baseAddress,
      "this changes where every link and picture of the page leads, perhaps to another site",
      help: "remove it; write each address relative to the page")
  }

  fileprivate static var styleElement: Self {
    Self(
      AuditRule.inlineStyle,
      "a ‘<style>’ in a page could load from elsewhere, and the pages’ own policy forbids it",
      help: "move the rules to templates/assets/site.css")
  }

  static func styleAttribute(_ value: String) -> Self {
    Self(
      AuditRule.inlineStyle,
      "the style ‘\(value)’ in a tag could load from elsewhere, and the pages’ own policy forbids it",
      help: "give the element a class, and write the rule in templates/assets/site.css")
  }
}
