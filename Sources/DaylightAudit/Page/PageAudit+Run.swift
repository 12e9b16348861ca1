import DaylightSyntax

extension PageAudit {
  static func run(
    _ file: AuditedFile, policy: AuditPolicy, _ scratch: inout AuditScratch
  ) -> Result {
    file.bytes.withHTMLScanner { scanner in
      var page = PageAudit(file, policy: policy, scanner: scanner)
      swap(&page.scratch, &scratch)
      defer { swap(&page.scratch, &scratch) }
      return page.run()
    }
  }

  private mutating func run() -> Result {
    scratch.links?.begin(report.file.path)
    // Each tag is longer than the NUL it leaves, and each character reference than its character.
    scratch.text.begin(capacity: scanner.bytes.count + 1)
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
    open.finish(scanner)
    finishControls()
    leavePlaces()
    // The page may already be refused, and for the reason of the fault.
    let isRefused = report.findings.contains {
      $0.violation.rule.level == .error && !policy.unapplied.contains($0.violation.rule.id)
    }
    if !isRefused, let fault = open.fault {
      let problem = fault.problem
      report.add(.init(.pageNesting, problem.message, help: problem.help), at: fault.range)
    }
    if isWhole {
      finishHead()
      finishLandmarks()
    } else {
      report.add(
        .unsafeFile(
          file.path, because: "it is a piece of a page, without the parts that protect a reader",
          elsewhere: "if it is a whole page, write <!doctype html> first; if not, take the file out"
        ))
    }
    checkWords()
    if hasForm {
      report = ChecklistAudit.run(
        file, policy: policy, report: report, loadsScript: landmarks.loadsChecklistScript)
    }
    let links = scratch.links?.end(scanner.bytes) ?? PageLinks()
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
    depth = open.start(tag, scanner)
    guard let element = tag.name.element ?? customElement(tag) else {
      scratch.text.append(0)
      noteStart(.plain, tag)
      checkTargets()
      open.stop()
      return report.add(.unknownElement(scanner.name(tag.spelling)), at: tag.range)
    }
    if !element.isInline {
      scratch.text.append(0)
      landmarks.place.breakLine()
    }
    rawOwner = element.role
    if isBare(element, tag) { return }
    noteStart(element.role, tag)
    if isRefused(element.role, tag) {
      open.stop()
      return checkTargets()
    }
    checkAttributes(of: element.role, tag)
    switch tag.name {
    case .bdo where !controls.isEmpty: report.add(.turnedText, at: tag.range)
    // In a form it is something worse.
    case .progress where scanner.attribute(.value) == nil && !landmarks.isInForm:
      report.add(.movingElement("progress"), at: tag.range)
    default: break
    }
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
    noteControl(tag)
  }

  /// Whether nothing but its nesting can be wrong with a tag: it has no attributes, is in the main
  /// text, and begins nothing that has rules of its own. So are most tags of a page.
  private func isBare(_ element: HTMLVocabulary.Element, _ tag: HTMLTag) -> Bool {
    guard scanner.attributeCount == 0, landmarks.isInMain, depth > 0, head.hasPolicy,
      landmarks.place.hasBody, landmarks.place.landmark == nil, case .plain = element.role
    else { return false }
    return switch tag.name {
    case .summary, .label, .ul, .ol, .dl, .menu, .bdo, .progress: false
    default: true
    }
  }

  private mutating func end(_ tag: HTMLTag) {
    rawOwner = nil
    let element = tag.name.element ?? customElement(tag)
    open.end(tag, scanner)
    finishControls()
    leavePlaces()
    if element?.isInline != true {
      scratch.text.append(0)
      landmarks.place.breakLine()
    }
    guard let role = element?.role else { return }
    if role == .svg { svgDepth = max(0, svgDepth - 1) }
    noteClosing(tag)
    noteEnd(role)
  }

  private mutating func read(_ range: Range<Int>) {
    let start = scratch.text.count
    if scanner.textHasReferences {
      let text = scanner.text(range)
      text.withUnsafeBufferPointer {
        if $0.startOfTurn != nil { report.add(.turnedText, at: range) }
        scratch.text.append($0)
      }
    } else {
      scratch.text.append(UnsafeBufferPointer(rebasing: scanner.bytes[range]))
    }
    if landmarks.place.landmark != nil {
      scratch.text.withBytes { landmarks.place.read($0[start...]) }
    }
    if rawOwner == .title, svgDepth == 0 {
      noteTitle(scratch.text.withBytes { Array($0[start...]) }, at: range)
      return
    }
    noteText(from: start, at: range)
    if scratch.text.withBytes({ $0[start...].contains { $0 > 0x20 } }) {
      open.text(at: range, scanner)
      if !head.hasPolicy { head.isLate = true }
    }
  }

  private mutating func readRaw(_ range: Range<Int>) {
    if rawOwner == .script { checkScriptContent(range) }
    checkCharacterData(range)
  }
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
