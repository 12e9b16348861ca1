package import DaylightSyntax

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
        + "and so reveals what they read",
      help: "remove it; the site is small enough to be quick without")
  }

  static func sharingLink(_ address: String) -> Self {
    Self(
      AuditRule.sharingLink,
      "‘\(address)’ mails or shares the page, which leaves a trace under the reader’s own name",
      help: "remove the link; give a telephone number or a postal address instead")
  }

  static func referringLink(_ address: String) -> Self {
    Self(
      AuditRule.linkReferrer,
      "the link to ‘\(address)’ could tell that site which page the reader came from",
      help: "write rel=\"noreferrer\" into the link")
  }
}
