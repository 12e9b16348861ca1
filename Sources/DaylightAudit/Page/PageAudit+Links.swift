import DaylightSyntax

extension PageAudit {
  /// A link that a reader follows: the one place where another site may be named (SAF-16).
  mutating func checkLink(_ tag: HTMLTag) {
    exit = noteLink(tag)
    if exit != nil { return }
    for attribute in links {
      guard let address = suspiciousAddress(attribute) else { continue }
      if let host = scratch.known.host(of: address) {
        outsideHost = host
        checkReferrer(of: address, at: attribute.range, in: tag.range)
        continue
      }
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
        } else {
          scratch.known.note(host, of: address)
          checkReferrer(of: address, at: attribute.range, in: tag.range)
        }
      case .scheme("mailto"):
        report.add(.sharingLink(quoted(address)), at: attribute.range, in: tag.range)
      case .scheme:
        report.add(.unsafeAddress(quoted(address)), at: attribute.range, in: tag.range)
      }
    }
  }

  private mutating func checkReferrer(
    of address: [UInt8], at range: Range<Int>, in context: Range<Int>
  ) {
    if !scanner.hasAttribute(.rel, containing: "noreferrer") {
      report.add(.referringLink(quoted(address)), at: range, in: context)
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

  /// Relations that fetch or connect before a reader asks for anything (SAF-14).
  private static let hints: Set<String> = [
    "preconnect", "dns-prefetch", "prefetch", "prerender", "preload", "modulepreload",
    "compression-dictionary",
    // Some browsers fetch the page that is named so.
    "next",
  ]
}
