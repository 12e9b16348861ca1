package import DaylightSyntax

/// A link or button whose words are being read.
struct OpenControl {
  let range: Range<Int>
  /// The number of elements around it.
  let depth: Int
  /// Where its words begin in the text of the page.
  let start: Int
  let purpose: Purpose

  enum Purpose {
    case exit(Landmark)
    /// Leads to another site.
    case outside(LinkHost)
    /// Calls or texts a number, in digits.
    case number(String)
    /// The element that names a host, next to a link.
    case host(LinkHost)
    case other
  }
}

extension PageAudit {
  /// Begins to read the words of a link or button.
  mutating func noteControl(_ tag: HTMLTag) {
    let purpose: OpenControl.Purpose
    switch tag.name {
    case .a:
      if let exit {
        purpose = .exit(exit)
      } else if let outsideHost {
        purpose = .outside(outsideHost)
        lastHost = outsideHost
        checkSpokenHost(outsideHost, tag)
      } else {
        purpose = dialled.map { .number($0) } ?? .other
        lastHost = nil
      }
    case .button, .summary, .label: purpose = .other
    default:
      // Most have no attributes, and are nothing that a reader presses.
      if scanner.attributeCount == 0 { return }
      if isControlByRole {
        purpose = .other
      } else if case .span = tag.name, controls.isEmpty, let lastHost, scanner.hasClass("host") {
        purpose = .host(lastHost)
      } else {
        return
      }
    }
    controls.append(
      OpenControl(range: tag.range, depth: depth, start: scratch.text.count, purpose: purpose))
  }

  private var isControlByRole: Bool {
    guard let role = scanner.value(.role)?.asciiLowercase else { return false }
    return role.contains(text: "button") || role.contains(text: "link")
  }

  mutating func finishControls() {
    while let depth = controls.last?.depth, open.count <= depth { finish(controls.removeLast()) }
  }

  private mutating func finish(_ control: OpenControl) {
    switch control.purpose {
    case .exit(let landmark):
      let expected = landmark == .exit ? policy.words.exit : policy.words.secondExit
      let words = words(from: control.start)
      if expected.isEmpty ? words.isEmpty : words != normalised(Array(expected.utf8)[...]) {
        report.add(.otherExitWords(expected), at: control.range)
      }
    case .outside(let host):
      checkImitation(from: control)
      checkHosts(in: words(from: control.start), host, at: control.range)
    case .host(let host): checkHosts(in: words(from: control.start), host, at: control.range)
    case .number(let dialled):
      checkImitation(from: control)
      checkNumbers(in: words(from: control.start), dialled, at: control.range)
    case .other: checkImitation(from: control)
    }
  }

  /// The numbers that the words of a telephone link show.
  private mutating func checkNumbers(
    in words: [UInt8], _ dialled: String, at range: Range<Int>
  ) {
    let target = "tel:" + dialled
    if scratch.known.isLabel(words, of: target) { return }
    let shown = LandmarkWords.numbers(in: words).filter {
      $0.count > 5 || policy.words.numbers.contains($0)
    }
    if let first = shown.first, !shown.contains(where: { isSameNumber($0, dialled) }) {
      report.add(.lyingNumber(first, dialled), at: range)
    } else {
      scratch.known.note(label: words, of: target)
    }
  }

  /// The hosts that words name, or seem to name.
  private mutating func checkHosts(in words: [UInt8], _ host: LinkHost, at range: Range<Int>) {
    if scratch.known.isLabel(words, of: host.name) { return }
    let seen = words.contains { $0 > 0x7F } ? SeenText.of(words) : []
    let names = LinkHost.named(in: words) + LinkHost.named(in: seen)
    if let name = names.first(where: { !host.isNamed($0) }) {
      report.add(.lyingLabel(name, host.name), at: range)
    } else {
      scratch.known.note(label: words, of: host.name)
    }
  }

  /// Whether two numbers are the same, except for a country code, or letters instead of digits.
  private func isSameNumber(_ shown: String, _ dialled: String) -> Bool {
    let shown = shown.drop { $0 == "0" }
    let dialled = dialled.drop { $0 == "0" }
    return shown == dialled
      || shown.count > 5 && (dialled.hasSuffix(shown) || dialled.hasPrefix(shown))
      || dialled.count > 5 && shown.hasSuffix(dialled)
  }

  private func words(from start: Int) -> [UInt8] {
    scratch.text.withBytes { normalised($0[min(start, $0.count)...]) }
  }

  /// A link with the words of an exit that is none. Most are longer or shorter than any exit.
  private mutating func checkImitation(from control: OpenControl) {
    let exits = policy.words.exits
    let isExit = scratch.text.withBytes { exits.contain($0[min(control.start, $0.count)...]) }
    if isExit { report.add(.imitatedExit, at: control.range) }
  }

  /// What a screen reader says instead of the text of a link.
  private mutating func checkSpokenHost(_ host: LinkHost, _ tag: HTMLTag) {
    for attribute in scanner.attributes {
      switch scanner.name(attribute.spelling) {
      case "aria-label", "title", "aria-description": break
      default: continue
      }
      for name in LinkHost.named(in: scanner.value(attribute)) where !host.isNamed(name) {
        report.add(.lyingLabel(name, host.name), at: attribute.range, in: tag.range)
      }
    }
  }

  /// Records an attribute that people read, for the rules on words.
  mutating func hear(_ attribute: HTMLAttribute) {
    switch attribute.name {
    case .title, .alt, .content, .label, .placeholder, .summary, .value, .unknown, .`aria-label`,
      .`data-ticked`, .`data-cleared`:
      break
    default: return
    }
    let value = scanner.value(attribute)
    spoken.append(0)
    spoken += value
    if landmarks.place.landmark == nil, attribute.name != .content,
      policy.words.exits.contain(value)
    {
      report.add(.imitatedExit, at: attribute.range)
    }
  }
}

extension AuditRule {
  package static let misleadingLink = Rule(
    "misleading-link", .error, "A link that shows another host than the one it leads to.",
    why:
      "A reader decides by the name beside a link whether it is safe to follow. A name that is "
      + "not where the link leads takes that decision away from them.",
    bad: #"<a href="https://shop.example.com/" rel="noreferrer">nhs.uk</a>"#,
    good: #"<a href="https://www.nhs.uk/" rel="noreferrer">nhs.uk</a>"#,
    fix: "Show the host that the link leads to, or no host.", in: .template,
    formerIDs: ["link-label"])
}

extension AuditFinding.Violation {
  fileprivate static func lyingLabel(_ shown: String, _ host: String) -> Self {
    Self(
      AuditRule.misleadingLink,
      "the link names ‘\(shown)’ and leads to ‘\(host)’, so a reader ends up where they did not "
        + "mean to",
      help: "write ‘\(host)’, or lead the link to ‘\(shown)’")
  }

  fileprivate static func lyingNumber(_ shown: String, _ dialled: String) -> Self {
    Self(
      AuditRule.misleadingLink,
      "the link shows the number ‘\(shown)’ and dials ‘\(dialled)’, so somebody else would answer",
      help: "show the number that the link dials")
  }

  static func disguisedLink(_ address: String) -> Self {
    Self(
      AuditRule.misleadingLink,
      "the address ‘\(address)’ is written so that people read another host than browsers do",
      help: "write https://, the host in plain letters, and its path")
  }

  static var imitatedExit: Self {
    Self(
      AuditRule.exitLink,
      "this says what the exit says and does not leave, so a reader in a hurry stays on the page",
      help: "give it other words; the exits are only those of {{> leave}}")
  }

  fileprivate static func otherExitWords(_ expected: String) -> Self {
    Self(
      AuditRule.exitLink,
      "this exit does not say ‘\(expected)’, the words by which a reader finds it on every page",
      help:
        "print {{strings.exit.label}} in the exit in sight and {{strings.exit.second}} in the other"
    )
  }
}
