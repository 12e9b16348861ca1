import DaylightSyntax

/// A link or button whose words are being read.
struct OpenControl {
  let range: Range<Int>
  /// How many elements it stands in.
  let depth: Int
  /// Where its words begin in the text of the page.
  let start: Int
  let purpose: Purpose

  enum Purpose {
    case exit(Landmark)
    /// Leads to another site.
    case outside(LinkHost)
    /// The element that names a host, beside a link.
    case host(LinkHost)
    case other
  }
}

extension PageAudit {
  /// Begins to read the words of a link or button.
  mutating func noteControl(_ role: HTMLVocabulary.Element.Role, _ tag: HTMLTag) {
    let purpose: OpenControl.Purpose
    if role == .anchor, tag.name == .a {
      if let exit {
        purpose = .exit(exit)
      } else if let outsideHost {
        purpose = .outside(outsideHost)
        lastHost = outsideHost
        checkSpokenHost(outsideHost, tag)
      } else {
        purpose = .other
        lastHost = nil
      }
    } else if role == .button || tag.name == .summary || tag.name == .label || isControlByRole {
      purpose = .other
    } else if tag.name == .span, controls.isEmpty, let lastHost, scanner.hasClass("host") {
      purpose = .host(lastHost)
    } else {
      return
    }
    controls.append(
      OpenControl(range: tag.range, depth: depth, start: memory.text.count, purpose: purpose))
  }

  private var isControlByRole: Bool {
    scanner.attributes.contains {
      guard $0.name == .unknown, $0.spelling.count == 4, scanner.name($0.spelling) == "role" else {
        return false
      }
      let role = String(decoding: scanner.value($0), as: UTF8.self).lowercased()
      return role.contains("button") || role.contains("link")
    }
  }

  mutating func finishControls() {
    while let control = controls.last, open.count <= control.depth {
      controls.removeLast()
      finish(control)
    }
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
      let words = words(from: control.start)
      checkImitation(words, at: control.range)
      for name in LinkHost.named(in: words) where !host.isNamed(name) {
        report.add(.lyingLabel(name, host.name), at: control.range)
      }
    case .host(let host):
      for name in LinkHost.named(in: words(from: control.start)) where !host.isNamed(name) {
        report.add(.lyingLabel(name, host.name), at: control.range)
      }
    case .other:
      // Most links are longer or shorter than any exit.
      let count = memory.text.count - control.start
      if count >= policy.words.shortestExit, count <= 4 * policy.words.longestExit + 16 {
        checkImitation(words(from: control.start), at: control.range)
      }
    }
  }

  private func words(from start: Int) -> [UInt8] {
    memory.text.withBytes { normalised(Array($0[min(start, $0.count)...])[...]) }
  }

  /// A link with the words of an exit that is none.
  private mutating func checkImitation(_ words: [UInt8], at range: Range<Int>) {
    if policy.words.isExit(words) { report.add(.imitatedExit, at: range) }
  }

  /// What a screen reader says of a link in place of its words.
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

  /// Keeps what an attribute says to people, for the rules on words.
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
      policy.words.isExit(normalised(value[...]))
    {
      report.add(.imitatedExit, at: attribute.range)
    }
  }
}

extension LandmarkWords {
  var shortestExit: Int { min(exit.utf8.count, secondExit.utf8.count) }
  var longestExit: Int { max(exit.utf8.count, secondExit.utf8.count) }

  /// Whether words, with single spaces, are those of an exit, whatever their case and the marks around
  /// them.
  func isExit(_ words: [UInt8]) -> Bool {
    func bare(_ words: some BidirectionalCollection<UInt8>) -> [UInt8] {
      let isMark: (UInt8) -> Bool = { $0 < 0x30 || (0x3A...0x40).contains($0) }
      return Array(words.drop(while: isMark).reversed().drop(while: isMark).reversed())
        .asciiLowercase
    }
    guard words.count + 8 > shortestExit, words.count < longestExit + 8 else { return false }
    let found = bare(words)
    return [exit, secondExit].contains { !$0.isEmpty && bare(Array($0.utf8)) == found }
  }
}

extension AuditRule {
  static let linkLabel = Rule(
    "link-label", .error, "A link that shows another host than the one it leads to.",
    why:
      "A reader decides by the name beside a link whether it is safe to follow. A name that is "
      + "not where the link leads takes that decision away from them.",
    bad: #"<a href="https://shop.example.com/" rel="noreferrer">nhs.uk</a>"#,
    good: #"<a href="https://www.nhs.uk/" rel="noreferrer">nhs.uk</a>"#,
    fix: "Show the host that the link leads to, or no host.", in: .template)
}

extension AuditFinding.Violation {
  fileprivate static func lyingLabel(_ shown: String, _ host: String) -> Self {
    Self(
      AuditRule.linkLabel,
      "the link names ‘\(shown)’ and leads to ‘\(host)’, so a reader ends up where they did not "
        + "mean to",
      help: "write ‘\(host)’, or lead the link to ‘\(shown)’")
  }

  static func disguisedLink(_ address: String) -> Self {
    Self(
      AuditRule.linkLabel,
      "the address ‘\(address)’ is written so that people read another host than browsers do",
      help: "write https://, the host in plain letters, and its path")
  }

  fileprivate static var imitatedExit: Self {
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
