import DaylightSyntax

/// Words that say too much in a list of visited pages, on a tab or in a shared preview (SAF-20).
enum LoudWords {
  /// The loud words of a text, each as it is written there.
  static func found(in text: [UInt8]) -> [String] {
    matcher.matches(in: text.span).map { String(decoding: text[$0.range], as: UTF8.self) }
  }

  private static let matcher = PhraseMatcher(
    phrases.enumerated().map { PhraseMatcher.Phrase($1, id: $0) })

  private static let phrases: [String] = {
    var phrases = """
      abuse abuses abused abuser abusers abuser's abusing abusive violence violent victim victims
      victim's narcissist narcissists narcissistic narcissism escape escapes escaped escaping
      assault assaults assaulted stalk stalked stalker stalkers stalking rape raped rapist battered
      beaten strangled strangulation perpetrator perpetrators survivor survivors
      """.split(whereSeparator: \.isWhitespace).map(String.init)
    phrases += pairs("trauma", ["bond", "bonds", "bonded", "bonding"])
    phrases += ["trauma-bond", "trauma-bonds", "trauma-bonded", "trauma-bonding"]
    for verb in ["leave", "leaving", "left", "divorcing"] {
      phrases += pairs(
        verb, ["him", "her", "them", "your partner", "your husband", "your wife", "my partner"])
    }
    return phrases
  }()
}

/// A word before each of others.
func pairs(_ first: String, _ others: [String]) -> [String] { others.map { first + " " + $0 } }

extension PageAudit {
  mutating func checkLoudness(of text: [UInt8], in place: String, at range: Range<Int>) {
    guard file.isDiscreet, let word = LoudWords.found(in: text).first else { return }
    report.add(.loudTitle(word, in: place), at: range)
  }
}

extension OutputAudit {
  /// Loud words in the address of a page, with the marks between them read as spaces.
  static func checkAddress(_ file: AuditedFile, _ report: inout AuditReport) {
    guard file.isDiscreet else { return }
    let words = file.path.utf8.map { "-_/.".utf8.contains($0) ? UInt8(ascii: " ") : $0 }
    if let word = LoudWords.found(in: words).first {
      report.add(.loudAddress(file, word))
    }
  }
}

extension AuditRule {
  static let loudTitle = Rule(
    "loud-title", .warning,
    "A title that says the topic to whoever looks at a list of visited pages.",
    why: "The title is on the tab and in the history, where a partner may see it.",
    bad: "---\ntitle: Signs of abuse\n---\nRest is allowed.",
    good: "---\ntitle: Signs of abuse\nshortTitle: Signs\n---\nRest is allowed.",
    fix: "Write a quiet `shortTitle`, or `discreet: false` if the title may be seen.", in: .page)
  static let loudAddress = Rule(
    "loud-address", .note,
    "An address that says the topic to whoever looks at a list of visited pages.",
    why: "The address is in the history, where a partner may see it.",
    bad: "---\ntitle: Partners\nslug: abusive-partners\n---\nRest is allowed.",
    good: "---\ntitle: Partners\nslug: partners\n---\nRest is allowed.",
    fix: "Write a quieter `slug`, and keep the old address under `aliases` (`redirects` in the "
      + "glossary).", in: .page,
    plural: "addresses that say what the site is about")
  static let unaskedPreview = Rule(
    "unasked-preview", .error,
    "A preview or a feed, which copy titles to other places, though site.yaml leaves them off.",
    why: "Chats and other sites would show what the page is about, to everybody in the chat.",
    bad: #"<meta property="og:title" content="{{page.title}}">"#,
    good: "{{#page.openGraph}}\n<meta property=\"og:title\" content=\"{{title}}\">\n"
      + "{{/page.openGraph}}",
    fix: "Remove it, or write `openGraph: true` or `feed: true` in `site.yaml` if you mean it.",
    in: .finished)
}

extension AuditFinding.Violation {
  static func loudTitle(_ word: String, in place: String) -> Self {
    Self(
      AuditRule.loudTitle,
      "‘\(word)’ in \(place) shows on the tab and in the history, to whoever looks there",
      help: "give the page a quiet ‘shortTitle’, or write ‘discreet: false’ in its front matter")
  }

  fileprivate static func loudAddress(_ file: AuditedFile, _ word: String) -> Self {
    let kind = file.origin.flatMap { PageKind(path: $0) }
    let list = kind == .term ? "redirects" : "aliases"
    let help =
      switch kind {
      case nil: "choose quieter words for it"
      case .section, .glossary: "rename the folder, and list the old address under ‘\(list)’"
      default:
        "give the page a quieter ‘slug’ in its front matter, and list the old address under "
          + "‘\(list)’; or rename the folder, if the word is in its name"
      }
    return Self(
      AuditRule.loudAddress,
      "‘\(word)’ in the address ‘\(file.path)’ shows in the history, to whoever looks there",
      help: help)
  }

  static func unaskedPreview(_ name: String) -> Self {
    Self(
      AuditRule.unaskedPreview,
      "‘\(name)’ lets chats and other sites show what the page is about, though site.yaml has it off",
      help: "remove it from the template; if you mean it, write ‘openGraph: true’ in site.yaml")
  }

  static var unaskedFeed: Self {
    Self(
      AuditRule.unaskedPreview,
      "a feed copies titles to a reader’s other devices, though site.yaml has it off",
      help: "remove it; if you mean it, write ‘feed: true’ in site.yaml")
  }
}
