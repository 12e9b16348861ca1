package import DaylightSyntax

extension AuditRule {
  package static let revealingTitle = Rule(
    "revealing-title", .warning,
    "A title that reveals the topic in the history and on the tab.",
    why: "The title is on the tab and in the history, where a partner may see it.",
    bad: "---\ntitle: Signs of abuse\n---\nRest is allowed.",
    good: "---\ntitle: Signs of abuse\nshortTitle: Signs\n---\nRest is allowed.",
    fix: "Write a quiet `shortTitle`, or `discreet: false` if the title may be seen.", in: .page,
    formerIDs: ["loud-title"])
  package static let revealingAddress = Rule(
    "revealing-address", .note,
    "An address that reveals the topic in the history.",
    why: "The address is in the history, where a partner may see it.",
    bad: "---\ntitle: Partners\nslug: abusive-partners\n---\nRest is allowed.",
    good: "---\ntitle: Partners\nslug: partners\n---\nRest is allowed.",
    fix: "Write a quieter `slug`, and keep the old address under `aliases` (`redirects` in the "
      + "glossary).", in: .page,
    plural: "addresses that reveal the topic", formerIDs: ["loud-address"])
  package static let unrequestedPreview = Rule(
    "unrequested-preview", .error,
    "A preview or a feed, which copy titles to other places, though site.yaml leaves them off.",
    why: "Chats and other sites would show what the page is about, to everybody in the chat.",
    bad: #"<meta property="og:title" content="{{page.title}}">"#,
    good: "{{#page.openGraph}}\n<meta property=\"og:title\" content=\"{{title}}\">\n"
      + "{{/page.openGraph}}",
    fix: "Remove it, or write `openGraph: true` or `feed: true` in `site.yaml` if you mean it.",
    in: .finished, formerIDs: ["unasked-preview"])
}

extension AuditFinding.Violation {
  static func revealingTitle(_ word: String, in place: String) -> Self {
    Self(
      AuditRule.revealingTitle,
      "‘\(word)’ in \(place) reveals the topic on the tab and in the history",
      help: "give the page a quiet ‘shortTitle’, or write ‘discreet: false’ in its front matter",
      elsewhere: "choose quieter words for it")
  }

  static func revealingPreview(_ word: String, in place: String) -> Self {
    Self(
      AuditRule.revealingTitle,
      "‘\(word)’ in \(place) reveals the topic in chats and in what browsers keep",
      help:
        "print ‘page.description’ or ‘page.openGraph’ in the template, not the title or summary",
      elsewhere: "choose quieter words for it")
  }

  static func revealingAddress(_ file: AuditedFile, _ word: String) -> Self {
    Self(
      AuditRule.revealingAddress,
      "‘\(word)’ in the address ‘\(file.path)’ reveals the topic in the history",
      help: file.addressHelp ?? "choose quieter words for it")
  }

  static func revealingDownload(_ name: String, _ word: String) -> Self {
    Self(
      AuditRule.revealingAddress,
      "‘\(word)’ in the name of ‘\(name)’ reveals the topic in the Downloads folder",
      help: "give the file a quieter name, and write it where pages link to it",
      elsewhere: "give the file a quieter name")
  }

  static func unrequestedPreview(_ name: String) -> Self {
    Self(
      AuditRule.unrequestedPreview,
      "‘\(name)’ lets chats and other sites show what the page is about, though site.yaml has it off",
      help: "remove it from the template; if you mean it, write ‘openGraph: true’ in site.yaml")
  }

  static var unaskedFeed: Self {
    Self(
      AuditRule.unrequestedPreview,
      "a feed copies titles to a reader’s other devices, though site.yaml has it off",
      help: "remove it; if you mean it, write ‘feed: true’ in site.yaml")
  }
}
