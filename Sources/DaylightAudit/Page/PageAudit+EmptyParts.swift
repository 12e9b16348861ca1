package import DaylightSyntax

/// The open links and lists while a page is read: whether they contain any word.
struct EmptyParts {
  fileprivate var link: Part?
  fileprivate var lists: [Part] = []

  fileprivate struct Part {
    let tag: Range<Int>
    var hasWords = false
  }

  /// Whether words are looked for.
  fileprivate var isLooking: Bool {
    link?.hasWords == false || lists.last?.hasWords == false
  }

  fileprivate mutating func noteWords() {
    link?.hasWords = true
    if !lists.isEmpty { lists[lists.count - 1].hasWords = true }
  }
}

extension PageAudit {
  /// Checks a link or list that opens, and the text of a picture in one.
  mutating func noteOpening(_ tag: HTMLTag) {
    switch tag.name {
    case .a:
      if let href = scanner.attribute(.href) {
        if isEmptyAddress(href) { report.add(.emptyLink, at: tag.range) }
        emptyParts.link = EmptyParts.Part(tag: tag.range)
      }
    case .ul, .ol, .dl, .menu: emptyParts.lists.append(EmptyParts.Part(tag: tag.range))
    default: break
    }
    guard emptyParts.isLooking else { return }
    for attribute in scanner.attributes {
      switch attribute.name {
      case .alt, .title, .`aria-label`, .`aria-labelledby`:
        if let value = attribute.value, scanner.bytes[value].hasWords { emptyParts.noteWords() }
      default: break
      }
    }
    // Controls have a meaning of their own.
    if tag.name == .input || tag.name == .button { emptyParts.noteWords() }
  }

  mutating func noteClosing(_ tag: HTMLTag) {
    switch tag.name {
    case .a:
      // A link in a text is reported by `vague-link`.
      if let link = emptyParts.link, !link.hasWords, !landmarks.isInMain {
        report.add(.silentLink, at: link.tag)
      }
      emptyParts.link = nil
    case .ul, .ol, .dl, .menu:
      guard let list = emptyParts.lists.popLast() else { return }
      if list.hasWords {
        emptyParts.noteListWords()
      } else {
        report.add(.emptyList, at: list.tag)
      }
    default: break
    }
  }

  /// - Parameter start: where the current text begins among the words of the page.
  mutating func noteText(from start: Int, at range: Range<Int>) {
    let looksForWords = emptyParts.isLooking
    // Outside of the main text, nobody but a template writes sentences with values in them.
    let looksForHoles = !landmarks.isInMain
    guard looksForWords || looksForHoles else { return }
    let (hasWords, hasHole) = scratch.text.withBytes { text in
      (looksForWords && text[start...].hasWords, looksForHoles && text[start...].hasHole)
    }
    if hasWords { emptyParts.noteWords() }
    if hasHole { report.add(.hole(quoted(scanner.bytes[range])), at: range) }
  }

  /// Whether an address leads nowhere but to the page itself or, where links name files, to a folder.
  private func isEmptyAddress(_ href: HTMLAttribute) -> Bool {
    guard let value = href.value else { return true }
    var isFolder = false
    // That of the host is an address.
    if scanner.bytes[value].first == UInt8(ascii: "/") { return false }
    var last: UInt8?
    for byte in scanner.bytes[value] where byte > 0x20 {
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "/"): isFolder = true
      case UInt8(ascii: "#"), UInt8(ascii: "?"): last = byte
      default: return false
      }
    }
    return !isFolder || policy.linksNameFiles || last != nil
  }
}

extension EmptyParts {
  /// Words of a list are words of the one it is in.
  fileprivate mutating func noteListWords() {
    if !lists.isEmpty { lists[lists.count - 1].hasWords = true }
  }
}

extension Collection<UInt8> {
  /// Whether a text is readable: whether it contains anything but spaces of any kind.
  fileprivate var hasWords: Bool {
    contains { byte in
      switch byte {
      // No-break space, soft hyphen and zero-width space in UTF-8.
      case ...0x20, 0xC2, 0xA0, 0xAD, 0xE2, 0x80, 0x8B: false
      default: true
      }
    }
  }

  /// Whether a full stop or a comma follows a space, as if a value were missing: “This site is by
  /// .”
  fileprivate var hasHole: Bool {
    var beforeLast: UInt8 = 0
    var last: UInt8 = 0
    for byte in self {
      if byte <= 0x20, beforeLast == 0x20,
        last == UInt8(ascii: ".") || last == UInt8(ascii: ",")
      {
        return true
      }
      (beforeLast, last) = (last, byte)
    }
    return beforeLast == 0x20 && count > 2
      && (last == UInt8(ascii: ".") || last == UInt8(ascii: ","))
  }
}

extension AuditRule {
  package static let emptyElement = Rule(
    "empty-element", .error, "A link, list or sentence of a finished page with nothing in it.",
    why: "A reader is led nowhere, or told that something follows that is not there. On the way to "
      + "help that costs time and trust.",
    bad: #"<a href="">Staying safe</a>"#,
    good:
      #"{{#site.safetyPath}}<a href="{{root}}{{site.safetyPath}}">Staying safe</a>{{/site.safetyPath}}"#,
    fix: "Put a section round the part, so that it is left out where there is nothing to say.",
    in: .finished, formerIDs: ["empty-part"])
}

extension AuditFinding.Violation {
  private static func empty(_ message: String) -> Self {
    Self(
      AuditRule.emptyElement, message,
      help: "in a template, put a section such as {{#page.summary}} … {{/page.summary}} round it, "
        + "so that it is left out where there is nothing to show; in a text, write what is missing "
        + "or take it out",
      elsewhere: "write what is missing, or take it out")
  }

  fileprivate static var emptyLink: Self {
    empty("this link has no address, or only that of a folder, and leads nowhere")
  }

  fileprivate static var silentLink: Self {
    empty("this link says nothing, so nobody can know where it leads")
  }

  fileprivate static var emptyList: Self {
    empty("this list is empty, and a reader looks for what is not there")
  }

  fileprivate static func hole(_ text: String) -> Self {
    empty("something is missing in ‘\(text)’")
  }
}
