package import DaylightSyntax

/// Checks a page with a form again: it may only be a checklist that counts nothing, concludes
/// nothing and stores nothing (CHK-01 to CHK-03, CHK-07, CHK-09).
struct ChecklistAudit {
  private let policy: AuditPolicy
  private var scanner: HTMLScanner
  private var report: AuditReport

  private var isInMain = false
  private var isInForm = false
  /// After the last group, where the page has its required text about ticks.
  private var isAfterGroups = false
  /// In the mark of a citation or a footnote, whose number is not a count.
  private var isInMark = false
  /// The heading, legend or button whose words come next.
  private var spoken: Range<Int>?
  private var mainText: [UInt8] = []
  private var resetCount = 0
  private var formCount = 0

  private init(policy: AuditPolicy, scanner: HTMLScanner, report: AuditReport) {
    self.policy = policy
    self.scanner = scanner
    self.report = report
  }

  /// The report with what was found.
  static func run(
    _ file: AuditedFile, policy: AuditPolicy, report: AuditReport, loadsScript: Bool
  ) -> AuditReport {
    file.bytes.withHTMLScanner { scanner in
      var checklist = ChecklistAudit(policy: policy, scanner: scanner, report: report)
      return checklist.run(loadsScript: loadsScript)
    }
  }

  private mutating func run(loadsScript: Bool) -> AuditReport {
    while let token = scanner.next() {
      switch token {
      case .startTag(let tag): start(tag)
      case .endTag(let tag): end(tag.name)
      case .text(let range): read(range)
      case .rawText, .comment, .doctype, .unfinishedTag: break
      }
    }
    // CHK-08: without the script the page would keep ticks that it says it forgets.
    if !loadsScript { report.add(.missingChecklistScript) }
    if resetCount < 2 { report.add(.missingReset) }
    if !contains(policy.zeroTicksText) { report.add(.missingZero(policy.zeroTicksText)) }
    return report
  }

  private mutating func start(_ tag: HTMLTag) {
    switch tag.name {
    case .main: isInMain = true
    case .form:
      isInForm = true
      formCount += 1
      if formCount == 2 { report.add(.secondForm, at: tag.range) }
      if scanner.attribute(.`data-checklist`) == nil { report.add(.unknownForm, at: tag.range) }
    case .fieldset: isAfterGroups = false
    case .a:
      isInMark = ["#source-", "#fn-"].contains {
        scanner.value(.href)?.starts(with: $0.utf8) ?? false
      }
    case .h1, .h2, .h3, .h4, .h5, .h6, .legend, .caption: spoken = tag.range
    case .button:
      spoken = tag.range
      if isInForm, scanner.hasAttribute(.type, equalTo: "reset"), isUsable { resetCount += 1 }
    case .meter, .progress, .output:
      report.add(.gauge(scanner.name(tag.spelling)), at: tag.range)
    default: break
    }
    if isInForm, tag.name == .input || tag.name == .fieldset { checkIdentifier(.id, tag) }
    if isInForm, tag.name == .label { checkIdentifier(.for, tag) }
    if scanner.attribute(.`data-checklist-status`) != nil {
      for name in [HTMLName.`data-ticked`, .`data-cleared`] {
        if let text = scanner.value(name) { checkVerdict(text, allowsDigits: false, at: tag.range) }
      }
    }
  }

  /// Whether the current button can be seen and pressed, and clears its form.
  private var isUsable: Bool {
    !scanner.attributes.contains { attribute in
      switch scanner.name(attribute.spelling) {
      case "hidden", "inert", "disabled", "form", "popover", "tabindex", "aria-hidden": true
      default: false
      }
    }
  }

  private mutating func end(_ name: HTMLName) {
    switch name {
    case .main: isInMain = false
    case .form:
      isInForm = false
      isAfterGroups = false
    case .fieldset: isAfterGroups = true
    case .a: isInMark = false
    case .h1, .h2, .h3, .h4, .h5, .h6, .legend, .caption, .button: spoken = nil
    default: break
    }
  }

  private mutating func read(_ range: Range<Int>) {
    guard isInMain else { return }
    let text = scanner.text(range)
    mainText += text
    if let spoken { checkVerdict(text, allowsDigits: true, at: spoken) }
    if isInForm, isAfterGroups { checkVerdict(text, allowsDigits: isInMark, at: range) }
  }

  private func contains(_ sentence: String) -> Bool {
    func normalised(_ text: [UInt8]) -> [UInt8] {
      Array(text.split(whereSeparator: { $0 <= 0x20 }).joined(separator: CollectionOfOne(0x20)))
    }
    return normalised(mainText).offset(of: normalised(Array(sentence.utf8))) != nil
  }

  /// An id is `c` and numbers: a word in it would be in the address when it is linked to.
  private mutating func checkIdentifier(_ attribute: HTMLName, _ tag: HTMLTag) {
    guard let value = scanner.value(attribute) else { return }
    let parts = value.dropFirst().split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isOpaque =
      value.first == UInt8(ascii: "c") && parts.count <= 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }
    if !isOpaque { report.add(.tellingIdentifier(quoted(value)), at: tag.range) }
  }

  private mutating func checkVerdict(
    _ text: [UInt8], allowsDigits: Bool, at range: Range<Int>
  ) {
    if let match = policy.language.verdicts?.matches(in: text.span).first {
      report.add(.verdict(quoted(text[match.range])), at: range)
    } else if !allowsDigits, text.contains(where: \.isASCIIDigit) {
      report.add(.number(quoted(text)), at: range)
    }
  }
}

extension AuditRule {
  package static let checklistForm = Rule(
    "checklist-form", .error, "A checklist that could store or reveal what a reader ticks.",
    why: "Ticks could be kept or sent, and show what somebody has been going through.",
    bad: #"<form method="get">"#,
    good: #"<form method="dialog" autocomplete="off" data-checklist>"#,
    fix: "Keep the form of `checklist.mustache` as it came.", in: .finished)
  package static let checklistVerdict = Rule(
    "checklist-verdict", .error, "A checklist that counts, weighs, concludes or reassures.",
    why: "A list of signs cannot tell anybody what their relationship is. A score frightens, or "
      + "reassures where it should not.",
    bad: "## Your score\n\n- [ ] I watch what I say. [The signs](../signs/overview.md)",
    good: "## At home\n\n- [ ] I watch what I say. [The signs](../signs/overview.md)",
    fix: "Call it a list, count nothing, and keep `{{strings.checklist.zero}}` in the template.",
    in: .checklist)
}

extension AuditFinding.Violation {
  fileprivate static var unknownForm: Self {
    Self(
      AuditRule.checklistForm,
      "the script that forgets ticks does not know this form, so they may stay for others to see",
      help: "write data-checklist into the form, or remove the form")
  }

  fileprivate static var secondForm: Self {
    Self(
      AuditRule.checklistForm,
      "the script that forgets ticks knows one form, so those of a second one come back after Back",
      help: "keep one form on a page, with all its boxes in it")
  }

  fileprivate static var missingChecklistScript: Self {
    Self(
      AuditRule.checklistForm,
      "the page does not load the script that forgets, so Back may bring ticks back for others "
        + "to see",
      help: "put <script src=\"{{root}}{{scripts.checklist}}\" defer></script> into its head")
  }

  fileprivate static var missingReset: Self {
    Self(
      AuditRule.checklistForm,
      "the form lacks ‘Clear all ticks’ at its top and bottom, so a reader cannot clear it at once",
      help: "keep both <button type=\"reset\"> of templates/checklist.mustache")
  }

  fileprivate static func tellingIdentifier(_ id: String) -> Self {
    Self(
      AuditRule.checklistForm,
      "the id ‘\(id)’ could show in an address or in what a browser remembers",
      help: "use the given {{id}}, such as c1-3")
  }

  fileprivate static func verdict(_ word: String) -> Self {
    Self(
      AuditRule.checklistVerdict,
      "‘\(word)’ makes the list look like a test, and a reader may take a verdict from it",
      help: "call it a list or a checklist; no test for this exists, and nothing is added up")
  }

  fileprivate static func number(_ text: String) -> Self {
    Self(
      AuditRule.checklistVerdict,
      "‘\(text)’ has a number in it, and a reader may take it for a score",
      help: "say it in words, without a number")
  }

  fileprivate static func gauge(_ name: String) -> Self {
    Self(
      AuditRule.checklistVerdict,
      "‘<\(name)>’ on a checklist looks like a score, and a reader may take a verdict from it",
      help: "remove it; nothing is added up")
  }

  static var countedTicks: Self {
    Self(
      AuditRule.checklistVerdict,
      "a CSS counter may count what is ticked, and a reader may take the number for a score",
      help: "remove the counter, or count something that does not come and go with a tick")
  }

  // CHK-03
  fileprivate static func missingZero(_ sentence: String) -> Self {
    Self(
      AuditRule.checklistVerdict,
      "the page does not say ‘\(sentence)’, so a list without ticks could falsely reassure",
      help: "keep {{strings.checklist.zero}} in templates/checklist.mustache")
  }
}
