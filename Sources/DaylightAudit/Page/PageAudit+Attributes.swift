import DaylightSyntax

extension PageAudit {
  /// The checks that do not depend on more than one attribute.
  mutating func checkAttributes(of role: HTMLVocabulary.Element.Role, _ tag: HTMLTag) {
    if !links.isEmpty { links.removeAll(keepingCapacity: true) }
    isExit = false
    exit = nil
    if outsideHost != nil { outsideHost = nil }
    if dialled != nil { dialled = nil }
    for index in 0..<scanner.attributeCount {
      let attribute = scanner.attribute(at: index)
      switch attribute.name.attribute {
      case .plain?: break
      case .text?: hear(attribute)
      case .id?:
        noteID(attribute)
        checkFormID(attribute, tag)
      case .name?: checkName(attribute, tag)
      case .tabindex?: checkTurn(attribute, tag)
      case .address?: if role != .script, role != .input { checkResource(attribute, tag) }
      case .source?:
        if !leadsToOwnFile(attribute), role != .script, role != .input {
          checkResource(attribute, tag)
        }
      case .href?:
        if !leadsToOwnFile(attribute), !keepsLink(attribute, of: role) {
          checkResource(attribute, tag)
        }
      case .opener?: if let value = attribute.value { scratch.links?.noteOpener(value) }
      case .drawingHref?: if !keepsLink(attribute, of: role) { checkResource(attribute, tag) }
      case .exit?: isExit = true
      case .media?: checkMedia(attribute, tag)
      case .loading?: checkWaiting(attribute, tag)
      case .alternative?:
        hear(attribute)
        if !landmarks.isInMain {
          checkRevealingWords(
            of: scanner.value(attribute), in: "a picture’s text", at: attribute.range)
        }
      case .candidates?: checkCandidates(attribute, tag)
      case .paint?: checkPaint(attribute, tag)
      case .style?:
        report.add(
          .styleAttribute(quoted(scanner.value(attribute))), at: attribute.range, in: tag.range)
      case .target?: report.add(.newWindow, at: attribute.range, in: tag.range)
      case .download?: report.add(.download, at: attribute.range, in: tag.range)
      case .ping?: report.add(.ping, at: attribute.range, in: tag.range)
      case .manifest?:
        report.add(.installable("manifest"), at: attribute.range, in: tag.range)
      case .base?: report.add(.baseElement, at: attribute.range, in: tag.range)
      case .submits?:
        report.add(.sends(scanner.name(attribute.spelling)), at: attribute.range, in: tag.range)
      case .typed?:
        report.add(.typedInput("contenteditable"), at: attribute.range, in: tag.range)
      case .referrerPolicy?:
        if !isWord(scanner.value(attribute), "no-referrer") {
          report.add(.referrerAttribute, at: attribute.range, in: tag.range)
        }
      case nil: checkUnknown(attribute, tag)
      }
    }
  }

  private mutating func noteID(_ attribute: HTMLAttribute) {
    guard let value = attribute.value, !value.isEmpty,
      !scanner.bytes[value].contains(where: \.isHTMLSpace)
    else {
      let id = String(decoding: scanner.value(attribute), as: UTF8.self)
      return report.add(.invalidID(id), at: attribute.range)
    }
    if scratch.links?.noteID(value, in: scanner.bytes) == false {
      let id = String(decoding: scanner.value(attribute), as: UTF8.self)
      report.add(.duplicateAnchor(id), at: attribute.range)
    }
  }

  /// Follows a link.
  ///
  /// - Returns: whether it is a plain one within the site, which needs no further check.
  private mutating func leadsToOwnFile(_ attribute: HTMLAttribute) -> Bool {
    guard let value = attribute.value else { return false }
    return scratch.links?.check(value, in: scanner.bytes) ?? false
  }

  /// Ids and links of a tag that is refused.
  mutating func checkTargets() {
    for attribute in scanner.attributes {
      if attribute.name == .id {
        noteID(attribute)
      } else if attribute.name == .href || attribute.name == .src {
        _ = leadsToOwnFile(attribute)
      }
    }
  }

  /// Whether the address has a check of its own, for which it is kept.
  private mutating func keepsLink(
    _ attribute: HTMLAttribute, of role: HTMLVocabulary.Element.Role
  ) -> Bool {
    switch role {
    case .anchor: links.append(attribute)
    case .link, .script: break
    default: return false
    }
    return true
  }

  private mutating func checkResource(_ attribute: HTMLAttribute, _ tag: HTMLTag) {
    guard let address = suspiciousAddress(attribute) else { return }
    // What is used becomes part of the page, unlike a picture.
    if tag.name == .use, isImageData(address) {
      return report.add(.unsafeAddress(quoted(address)), at: attribute.range, in: tag.range)
    }
    checkLoaded(address, at: attribute.range, in: tag.range)
  }

  /// The value of an attribute with its references read, unless it is plainly an own address.
  func suspiciousAddress(_ attribute: HTMLAttribute) -> [UInt8]? {
    guard let range = attribute.value,
      AuditedAddress.needsLook(scanner.bytes.span.extracting(range))
    else { return nil }
    return scanner.value(attribute)
  }

  /// An address that a browser loads by itself.
  mutating func checkLoaded(_ address: [UInt8], at range: Range<Int>, in context: Range<Int>) {
    switch AuditedAddress(address, siteHost: policy.siteHost) {
    case .own: break
    case .elsewhere: report.add(.externalResource(quoted(address)), at: range, in: context)
    case .scheme("data") where isImageData(address):
      if let hidden = EmbeddedPicture.violation(address) {
        report.add(hidden, at: range, in: context)
      }
    case .scheme: report.add(.unsafeAddress(quoted(address)), at: range, in: context)
    }
  }

  private mutating func checkCandidates(_ attribute: HTMLAttribute, _ tag: HTMLTag) {
    if let range = attribute.value {
      for candidate in candidates(in: scanner.bytes[range]) {
        _ = scratch.links?.check(candidate, in: scanner.bytes)
      }
    }
    guard let value = suspiciousAddress(attribute) else { return }
    for candidate in candidates(in: value[...]) {
      if let hidden = EmbeddedPicture.violation(Array(value[candidate])) {
        report.add(hidden, at: attribute.range, in: tag.range)
      }
    }
    for candidate in value.split(whereSeparator: { $0 <= 0x20 || $0 == UInt8(ascii: ",") }) {
      checkLoaded(Array(candidate), at: attribute.range, in: tag.range)
    }
  }

  /// The addresses in a list of pictures: each ends at white space or at a comma after it, and may be
  /// followed by a width.
  private func candidates<List: RandomAccessCollection<UInt8>>(
    in list: List
  ) -> [Range<Int>] where List.Index == Int, List.SubSequence == List {
    var candidates: [Range<Int>] = []
    var rest = list
    while true {
      rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
      let address = rest.prefix { $0 > 0x20 }
      guard !address.isEmpty else { return candidates }
      let isAlone = address.last == UInt8(ascii: ",")
      let commas = address.reversed().prefix { $0 == UInt8(ascii: ",") }.count
      candidates.append(address.startIndex..<address.endIndex - commas)
      rest = rest[address.endIndex...]
      if !isAlone { rest = rest.drop { $0 != UInt8(ascii: ",") } }
    }
  }

  /// A drawing’s colour may be `url(#id)`; it is read as CSS.
  private mutating func checkPaint(_ attribute: HTMLAttribute, _ tag: HTMLTag) {
    guard let range = attribute.value else { return }
    guard scanner.bytes[range].contains(where: { $0.isOne(of: "(&\\") }) else { return }
    var style = StyleAudit(policy: policy)
    let form = StyleAudit.Form.value(property: scanner.name(attribute.spelling))
    for found in style.violations(in: scanner.value(attribute), as: form) {
      report.add(found.violation, at: attribute.range, in: tag.range)
    }
  }

  /// The attribute of an event runs a program, and no known name is one. Any other may not contain
  /// an external address.
  private mutating func checkUnknown(_ attribute: HTMLAttribute, _ tag: HTMLTag) {
    let name = UnsafeBufferPointer(rebasing: scanner.bytes[attribute.spelling])
    if isTextual(name) {
      hear(attribute)
      return checkSpokenPlace(attribute, tag)
    }
    if name.count > 2, name[0] | 0x20 == UInt8(ascii: "o"), name[1] | 0x20 == UInt8(ascii: "n"),
      EventName.isOne(name)
    {
      return report.add(
        .event(scanner.name(attribute.spelling)), at: attribute.range, in: tag.range)
    }
    if let address = suspiciousAddress(attribute), leadsElsewhere(address) {
      return report.add(.externalResource(quoted(address)), at: attribute.range, in: tag.range)
    }
    // On a script none are allowed, which its own check reports.
    if tag.name != .script, let found = violation(ofAttribute: scanner.name(attribute.spelling)) {
      report.add(found, at: attribute.range, in: tag.range)
    }
  }

  private func leadsElsewhere(_ address: [UInt8]) -> Bool {
    let first = (address.first { $0 > 0x20 } ?? 0) | 0x20
    // Of what has a scheme only this is an address, and not a name in two parts.
    guard first == UInt8(ascii: "h") || first == UInt8(ascii: "/") || first == UInt8(ascii: "|")
    else { return false }
    return AuditedAddress(address, siteHost: policy.siteHost) == .elsewhere
  }

  /// Screen readers treat what is `aria-modal` as the whole page, and an element that another one
  /// owns as part of that.
  private mutating func checkSpokenPlace(_ attribute: HTMLAttribute, _ tag: HTMLTag) {
    guard attribute.name == .unknown,
      attribute.spelling.count == 9 || attribute.spelling.count == 10
    else { return }
    let name = scanner.name(attribute.spelling)
    if name == "aria-owns" || name == "aria-modal" && !isWord(scanner.value(attribute), "false") {
      report.add(.coversAll(name), at: attribute.range, in: tag.range)
    }
  }

  /// `aria-` and `data-` attributes are read by people and by the two scripts, never loaded.
  private func isTextual(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count > 5 else { return false }
    return name[4] == UInt8(ascii: "-")
      && (isPrefix("aria", of: name) || isPrefix("data", of: name))
  }

  private func isPrefix(_ prefix: StaticString, of name: UnsafeBufferPointer<UInt8>) -> Bool {
    prefix.withUTF8Buffer { prefix in
      prefix.indices.allSatisfy { name[$0].asciiLowercased == prefix[$0] }
    }
  }
}
