import DaylightSyntax

extension PageAudit {
  /// The first title outside a drawing is the page’s.
  mutating func noteTitle(_ text: [UInt8], at range: Range<Int>) {
    if head.title == nil { head.title = (text, range) }
  }

  mutating func noteLanguage(_ tag: HTMLTag) {
    head.hasLanguage = scanner.value(.lang).map { $0.contains { $0 > 0x20 } } ?? false
  }

  mutating func checkMeta(_ tag: HTMLTag) {
    if let command = scanner.value(.`http-equiv`) { checkCommand(command, tag) }
    // In another encoding bytes could mean other characters than those that were checked.
    if let encoding = scanner.value(.charset) {
      if isWord(encoding, "utf-8") {
        noteEncoding(tag)
      } else {
        report.add(.metaHTTPEquiv("charset=" + quoted(encoding)), at: tag.range)
      }
    }
    let content = scanner.value(.content) ?? []
    if let property = scanner.value(.itemprop) {
      let key = String(decoding: property.asciiLowercase, as: UTF8.self)
      if !HeadNames.properties.contains(key) { report.add(.unknownMeta(key), at: tag.range) }
    }
    guard let name = scanner.value(.name) ?? scanner.value(.property) else { return }
    let key = String(decoding: name.map(\.asciiLowercased), as: UTF8.self)
    switch key {
    case "referrer" where scanner.attribute(.name) != nil:
      if content.asciiLowercase.elementsEqual("no-referrer".utf8) {
        if depth > 0 || landmarks.place.hasBody || head.hasLandmarkStyle {
          report.add(.lateReferrer, at: tag.range)
        }
        head.hasReferrerPolicy = true
      } else {
        report.add(.referrerMeta(quoted(content)), at: tag.range)
      }
    // Browsers only read that attribute if it is a name.
    case "referrer": report.add(.referrerMeta(quoted(content)), at: tag.range)
    case "apple-mobile-web-app-capable", "mobile-web-app-capable", "application-name",
      "apple-mobile-web-app-title":
      report.add(.installable(key), at: tag.range)
    case _ where key.hasPrefix("og:") || key.hasPrefix("twitter:"):
      checkPreview(key, content, tag)
    default: checkMetaName(scanner.attribute(.name) == nil ? "property=" + key : key, content, tag)
    }
  }

  /// What other sites and chats show of a page that somebody passes on.
  private mutating func checkPreview(_ key: String, _ content: [UInt8], _ tag: HTMLTag) {
    guard policy.hasOpenGraph else { return report.add(.unrequestedPreview(key), at: tag.range) }
    let kind = key.drop { $0 != ":" }.dropFirst()
    if ["image", "audio", "video", "player"].contains(where: { kind.hasPrefix($0) }) {
      checkLoaded(content, at: tag.range, in: tag.range)
    } else {
      checkRevealingWords(of: content, inPreview: "the ‘\(key)’", at: tag.range)
    }
  }

  private mutating func checkCommand(_ command: [UInt8], _ tag: HTMLTag) {
    let name = String(decoding: command.asciiLowercase, as: UTF8.self)
    let content = scanner.value(.content) ?? []
    switch name {
    case "content-security-policy":
      head.allowsInline = policy.inlinePolicy.map { content.elementsEqual($0.utf8) } ?? false
      let isOurs = head.allowsInline || content.elementsEqual(policy.contentSecurityPolicy.utf8)
      if head.hasPolicy || !isOurs {
        report.add(.otherPolicy(quoted(content)), at: tag.range)
      } else if head.isLate || depth > 0 || landmarks.place.hasBody {
        report.add(.latePolicy, at: tag.range)
      }
      head.hasPolicy = true
    case "refresh":
      if !file.isRedirect || !staysOnSite(refresh: content) {
        report.add(.refresh(quoted(content)), at: tag.range)
      }
    case "content-type" where quoted(content).lowercased().hasSuffix("charset=utf-8"):
      noteEncoding(tag)
    case "content-language", "x-ua-compatible", "default-style": break
    case _ where name.filter({ $0 > " " }) == "content-security-policy":
      report.add(.otherPolicy(quoted(content)), at: tag.range)
    default: report.add(.metaHTTPEquiv("http-equiv=" + quoted(command)), at: tag.range)
    }
  }

  /// The address follows the first `=`, or the first `;` or `,`.
  private func staysOnSite(refresh content: [UInt8]) -> Bool {
    let isQuote: (UInt8) -> Bool = { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    guard let delay = content.firstIndex(where: { $0.isOne(of: ";,") }) else { return false }
    var address = content[(delay + 1)...].drop { $0 <= 0x20 }
    if address.prefix(3).map(\.asciiLowercased).elementsEqual("url".utf8),
      let equals = address.firstIndex(of: UInt8(ascii: "="))
    {
      address = address[(equals + 1)...].drop { $0 <= 0x20 }
    }
    return AuditedAddress(Array(address.drop(while: isQuote)), siteHost: policy.siteHost) == .own
  }

  /// Browsers look for it in the first bytes only, and guess if they do not find it.
  private mutating func noteEncoding(_ tag: HTMLTag) {
    if depth == 0, !landmarks.place.hasBody, tag.range.upperBound <= 1024 {
      head.hasEncoding = true
    }
  }

  mutating func finishHead() {
    if !head.hasEncoding { report.add(.missingEncoding) }
    if !head.hasPolicy { report.add(.missingPolicy) }
    if !head.hasReferrerPolicy, !report.hasFound(AuditRule.referrerPolicy) {
      report.add(.missingReferrerPolicy)
    }
    if !head.hasLandmarkStyle, !head.hasEarlySheet { report.add(.missingStyle) }
    if !head.hasLanguage { report.add(.missingLanguage) }
    if let title = head.title, title.text.contains(where: { $0 > 0x20 }) {
      checkRevealingWords(of: title.text, in: "the title", at: title.range)
    } else {
      report.add(.missingTitle)
    }
  }
}

extension AuditFinding.Violation {
  fileprivate static var missingEncoding: Self {
    Self(
      .pageNesting,
      "the page does not say in its first 1,024 bytes that it is UTF-8, so browsers guess what its "
        + "characters are",
      help: "put <meta charset=\"utf-8\"> first in the head")
  }

  private static let policyHelp =
    "put <meta http-equiv=\"Content-Security-Policy\" content=\"{{contentSecurityPolicy}}\"> "
    + "first in the head, once, as templates/base.mustache has it"

  // SAF-18
  fileprivate static var missingPolicy: Self {
    Self(
      AuditRule.securityPolicy,
      "the page lacks the policy that keeps a browser from sending what a reader does",
      help: policyHelp)
  }

  fileprivate static func otherPolicy(_ content: String) -> Self {
    Self(
      AuditRule.securityPolicy,
      "the policy ‘\(content)’ is not the one that keeps a browser from sending what a reader does",
      help: policyHelp)
  }

  fileprivate static var latePolicy: Self {
    Self(
      AuditRule.securityPolicy,
      "the policy comes after something that it should have covered, so it does not protect the "
        + "reader",
      help: policyHelp)
  }

  // SAF-15
  fileprivate static var missingReferrerPolicy: Self {
    Self(
      AuditRule.referrerPolicy,
      "the page does not forbid telling other sites where the reader came from",
      help: "put <meta name=\"referrer\" content=\"no-referrer\"> into the head")
  }

  fileprivate static func referrerMeta(_ content: String) -> Self {
    Self(
      AuditRule.referrerPolicy,
      "the referrer policy ‘\(content)’ tells other sites where the reader came from",
      help: "write content=\"no-referrer\"")
  }

  fileprivate static var lateReferrer: Self {
    Self(
      AuditRule.referrerPolicy,
      "the referrer policy comes after something that the page loads, or where browsers skip it",
      help:
        "put <meta name=\"referrer\" content=\"no-referrer\"> into the head, before links and "
        + "scripts"
    )
  }

  static var referrerAttribute: Self {
    Self(
      AuditRule.referrerPolicy,
      "‘referrerpolicy’ here could tell another site where the reader came from",
      help: "remove the attribute; the whole page says no-referrer")
  }

  fileprivate static func refresh(_ content: String) -> Self {
    Self(
      AuditRule.metaRefresh,
      "‘refresh’ (‘\(content)’) takes the reader away without asking, perhaps to another site",
      help: "remove it; for an old address of a page, list it under ‘aliases’ in its front matter",
      elsewhere: "remove it, and link to the new place")
  }

  fileprivate static func metaHTTPEquiv(_ name: String) -> Self {
    Self(
      AuditRule.metaHTTPEquiv,
      "‘\(name)’ could store something on the reader’s device or loosen what protects them",
      help: "remove the element")
  }

  fileprivate static var missingLanguage: Self {
    Self(
      AuditRule.pageLanguage,
      "the page does not say its language, so a screen reader may read the way out wrongly",
      help: "write <html lang=\"{{language}}\">",
      elsewhere: "write the language of the page into its first tag, as in <html lang=\"en\">")
  }

  static var secondTitle: Self {
    Self(
      AuditRule.pageTitle,
      "the page has a second title, and a browser may show either, or what is written in it as "
        + "more",
      help: "keep one <title>, in the head")
  }

  fileprivate static var missingTitle: Self {
    Self(
      AuditRule.pageTitle,
      "the page has no title, so a browser shows its address, which may say more than it should",
      help: "put <title>{{page.documentTitle}}</title> into the head",
      elsewhere: "put a <title> into the head")
  }
}
