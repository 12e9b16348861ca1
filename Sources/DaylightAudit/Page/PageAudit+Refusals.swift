package import DaylightSyntax

extension PageAudit {
  /// Elements that are not allowed on a page at all. Their content needs no second finding.
  mutating func isRefused(_ role: HTMLVocabulary.Element.Role, _ tag: HTMLTag) -> Bool {
    let violation: (String) -> AuditFinding.Violation
    switch role {
    case .embedded: violation = AuditFinding.Violation.embedded
    case .media: violation = AuditFinding.Violation.media
    case .base: violation = { _ in .baseElement }
    case .style:
      if depth == 0, !landmarks.place.hasBody, isInline(policy.landmarkStyle, in: "style", tag) {
        head.hasLandmarkStyle = true
        return false
      }
      violation = { _ in .styleElement }
    case .typed: violation = AuditFinding.Violation.typedInput
    case .moving: violation = AuditFinding.Violation.movingElement
    case .foreignObject: violation = AuditFinding.Violation.unsafeSVG
    case .template: violation = AuditFinding.Violation.unknownElement
    default: return false
    }
    report.add(violation(scanner.name(tag.spelling)), at: tag.range)
    return true
  }
}

extension AuditRule {
  package static let embedded = Rule(
    "embedded-content", .error, "A page that shows another site, a program, sound or film.",
    why: "The other site would learn who reads this page, and sound or film could give a reader "
      + "away.",
    bad: #"<iframe src="https://maps.example/"></iframe>"#,
    good: #"<a href="https://maps.example/" rel="noreferrer">How to find us</a>"#,
    fix: "Use a plain link.", in: .finished)
  package static let baseElement = Rule(
    "base-element", .error, "A page that moves the start of all its addresses.",
    why: "All links of the page, the exit too, would start from another place.",
    bad: #"<base href="https://example.org/">"#,
    good: #"<a href="{{root}}{{site.home}}">Home</a>"#,
    fix: "Remove it. `{{root}}` leads to the top of the site.", in: .finished,
    formerIDs: ["base-address"])
  package static let inlineStyle = Rule(
    "inline-style", .error, "Style inside a page, where it could load from elsewhere.",
    why: "Style inside a page can load things from elsewhere, and hide the exit.",
    bad: #"<p style="color: #600">Rest is allowed.</p>"#,
    good: #"<p class="calm">Rest is allowed.</p>"#,
    fix: "Move it to `templates/assets/site.css`, and give the element a class.", in: .finished)
}

extension AuditFinding.Violation {
  static func opens(_ name: String) -> Self {
    Self(
      AuditRule.embedded,
      "‘\(name)’ can open something over the exit, so that a reader cannot leave quickly",
      help: "use ‘popovertarget’, which opens only what stays below the exit")
  }

  static var hiddenMarkup: Self {
    Self(
      AuditRule.embedded,
      "what is written here reads differently in browsers with and without scripts, "
        + "so nobody can check what a reader gets",
      help: "keep only plain elements inside ‘<noscript>’, without comments")
  }

  static func unknownElement(_ name: String) -> Self {
    Self(
      AuditRule.embedded, "‘<\(name)>’ is not known to be harmless to a reader",
      help: "use a plain element instead, such as ‘<div>’ or ‘<span>’")
  }

  static func embedded(_ name: String) -> Self {
    Self(
      AuditRule.embedded,
      "‘<\(name)>’ shows something that is not part of this page and could record who reads it",
      help: "remove it; link to it with a plain link, so that a reader can choose")
  }

  static func media(_ name: String) -> Self {
    Self(
      AuditRule.embedded,
      "‘<\(name)>’ would load or play sound or film, which others in the room could notice",
      help: "remove it; write down what it says, or link to it with a plain link")
  }

  static var baseElement: Self {
    Self(
      AuditRule.baseElement,
      "this changes where every link and picture of the page leads, perhaps to another site",
      help: "remove it; write each address relative to the page")
  }

  static var styleElement: Self {
    Self(
      AuditRule.inlineStyle,
      "a ‘<style>’ in a page could load from elsewhere, and the pages’ own policy forbids it",
      help: "move the rules to templates/assets/site.css",
      elsewhere: "move the rules to a style sheet of the site")
  }

  static func styleAttribute(_ value: String) -> Self {
    Self(
      AuditRule.inlineStyle,
      "the style ‘\(value)’ in a tag could load from elsewhere, and the pages’ own policy "
        + "forbids it",
      help: "give the element a class, and write the rule in templates/assets/site.css",
      elsewhere: "give the element a class, and write the rule in a style sheet of the site")
  }
}
