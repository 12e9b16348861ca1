package import DaylightSyntax

extension PageAudit {
  /// A link that a reader follows: the one place where another site may be named (SAF-16).
  mutating func checkLink(_ tag: HTMLTag) {
    exit = noteLink(tag)
    if exit != nil { return }
    for attribute in links {
      guard let address = suspiciousAddress(attribute) else { continue }
      switch AuditedAddress(address, siteHost: policy.siteHost) {
      case .own: break
      case .scheme("tel"), .scheme("sms"):
        checkPhoneLink(address, at: attribute.range, in: tag.range)
      case .elsewhere:
        let host = LinkHost(address)
        outsideHost = host
        if isExposed(host) {
          report.add(.exposedLink(quoted(address)), at: attribute.range, in: tag.range)
        } else if SharingAddress.isOne(address, siteHost: policy.siteHost) {
          report.add(.sharingLink(quoted(address)), at: attribute.range, in: tag.range)
        } else if !host.isPlain {
          report.add(.disguisedLink(quoted(address)), at: attribute.range, in: tag.range)
        } else if !scanner.says(.rel, among: "noreferrer") {
          report.add(.referringLink(quoted(address)), at: attribute.range, in: tag.range)
        }
      case .scheme("mailto"):
        report.add(.sharingLink(quoted(address)), at: attribute.range, in: tag.range)
      case .scheme:
        report.add(.unsafeAddress(quoted(address)), at: attribute.range, in: tag.range)
      }
    }
  }

  /// A `<link>`: style and icon of the site’s own, and its canonical address.
  mutating func checkLinkElement(_ tag: HTMLTag) {
    let relations = words(of: scanner.value(.rel) ?? [])
    if let hint = relations.first(where: { Self.hints.contains($0) }) {
      return report.add(.resourceHint(hint), at: tag.range)
    }
    if relations.contains("manifest") {
      return report.add(.installable("manifest"), at: tag.range)
    }
    if !policy.hasFeed, relations.contains("alternate"),
      words(of: scanner.value(.type) ?? []).contains(where: { $0.hasSuffix("xml") })
    {
      return report.add(.unaskedFeed, at: tag.range)
    }
    if let odd = relations.first(where: { !HeadNames.relations.contains($0) }) {
      return report.add(.unknownRelation(odd), at: tag.range)
    }
    if relations.contains("stylesheet") { checkSheet(tag) }
    guard let attribute = scanner.attribute(.href), let address = suspiciousAddress(attribute)
    else { return }
    if relations == ["canonical"],
      AuditedAddress(address, siteHost: policy.siteHost) == .elsewhere
    {
      return
    }
    checkLoaded(address, at: attribute.range, in: tag.range)
  }

  /// Relations that fetch or connect before a reader asked for anything (SAF-14).
  private static let hints: Set<String> = [
    "preconnect", "dns-prefetch", "prefetch", "prerender", "preload", "modulepreload",
    "compression-dictionary",
    // Some browsers fetch the page that is named so.
    "next",
  ]
}

extension AuditRule {
  package static let resourceHint = Rule(
    "resource-hint", .error, "Something fetched or contacted before the reader asked for it.",
    why: "The browser would contact another site before the reader asked for anything.",
    bad: #"<link rel="preconnect" href="https://fonts.example">"#,
    good: #"<link rel="stylesheet" href="{{root}}assets/site.css">"#,
    fix: "Remove it.", in: .finished)
  package static let sharingLink = Rule(
    "sharing-link", .error, "A link that mails or shares the page.",
    why: "A shared page is seen by others, and stays in mail and chats.",
    bad: #"<a href="mailto:?body=https://example.org/">Send this page</a>"#,
    good: #"<a href="{{root}}{{site.helpPath}}">Help</a>"#,
    fix: "Remove the link.", in: .finished)
  package static let linkReferrer = Rule(
    "link-referrer", .error, "A link to another site that could tell it where the reader was.",
    why: "The other site would learn which page of this one the reader came from.",
    bad: #"<a href="https://line.example.org/">Night Line</a>"#,
    good: #"<a href="https://line.example.org/" rel="noreferrer">Night Line</a>"#,
    fix: #"Add `rel="noreferrer"`."#, in: .finished)
}

extension AuditFinding.Violation {
  static func resourceHint(_ relation: String) -> Self {
    Self(
      AuditRule.resourceHint,
      "‘\(relation)’ contacts or fetches something before the reader asks for it, "
        + "and so gives away what they read",
      help: "remove it; the site is small enough to be quick without")
  }

  fileprivate static func sharingLink(_ address: String) -> Self {
    Self(
      AuditRule.sharingLink,
      "‘\(address)’ mails or shares the page, which leaves a trace under the reader’s own name",
      help: "remove the link; give a telephone number or a postal address instead")
  }

  fileprivate static func referringLink(_ address: String) -> Self {
    Self(
      AuditRule.linkReferrer,
      "the link to ‘\(address)’ could tell that site which page the reader came from",
      help: "write rel=\"noreferrer\" into the link")
  }
}
