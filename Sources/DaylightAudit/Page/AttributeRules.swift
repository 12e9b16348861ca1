package import DaylightSyntax

/// What attributes may not do.
extension AuditRule {
  package static let eventAttribute = Rule(
    "event-attribute", .error, "An attribute that runs a program.",
    why: "It is a program, and nobody has checked what it does.",
    bad: #"<button type="button" onclick="more()">More</button>"#,
    good: "<details><summary>More</summary> … </details>",
    fix: "Remove the attribute. Plain HTML can open and close a text by itself.", in: .finished)
  package static let externalResource = Rule(
    "external-resource", .error,
    "Something that a reader’s browser would fetch from another site by itself.",
    why: "The other site would learn that somebody reads this page, and when.",
    bad: #"<img src="https://example.org/bench.jpg" alt="A bench">"#,
    good: #"<img src="{{root}}assets/bench.jpg" alt="A bench">"#,
    fix: "Put a copy into `templates/assets` or beside the page.", in: .finished,
    formerIDs: ["outside-resource"])
  package static let unsafeAddress = Rule(
    "unsafe-address", .error, "An address that runs a program or opens something unseen.",
    why: "Such an address runs a program, or opens something that the reader did not ask for.",
    bad: #"<a href="javascript:history.back()">Back</a>"#,
    good: #"<a href="{{root}}{{site.home}}">Home</a>"#,
    fix: "Use `https://`, `tel:`, `sms:` or a page of the site.", in: .finished)
  package static let newWindow = Rule(
    "new-window", .error, "A link that opens a window of its own.",
    why: "A second tab is a second trace, and stays open when the reader leaves.",
    bad: #"<a href="{{root}}{{site.helpPath}}" target="_blank">Help</a>"#,
    good: #"<a href="{{root}}{{site.helpPath}}">Help</a>"#,
    fix: "Remove `target`.", in: .finished)
  package static let downloadLink = Rule(
    "download-link", .error, "A link that leaves a file on the reader’s device.",
    why: "A downloaded file stays on the device, where others find it.",
    bad: #"<a href="plan.html" download>A plan</a>"#,
    good: #"<a href="plan.html">A plan</a>"#,
    fix: "Remove `download`, and put the text on a page.", in: .finished)
  package static let linkPing = Rule(
    "link-ping", .error, "A link that reports that it was followed.",
    why: "Another site would be told that the reader followed the link.",
    bad: #"<a href="plan.html" ping="/count">A plan</a>"#,
    good: #"<a href="plan.html">A plan</a>"#,
    fix: "Remove `ping`.", in: .finished)
}

extension AuditFinding.Violation {
  static func duplicateAnchor(_ id: String) -> Self {
    Self(
      .duplicateAnchor,
      "two elements of this page have the id ‘\(id)’, and what leads to it finds only the first",
      help: "give one of them another id")
  }

  static func invalidID(_ id: String) -> Self {
    Self(.invalidID, ElementID.unusable(id), help: ElementID.unusableHelp)
  }

  static func event(_ name: String) -> Self {
    Self(
      AuditRule.eventAttribute,
      "‘\(name)’ runs a program that nobody has checked on the reader’s device",
      help: "remove the attribute; nothing on a page may run but the two scripts of this tool")
  }

  static func externalResource(_ address: String) -> Self {
    Self(
      AuditRule.externalResource,
      "the page would fetch ‘\(address)’ from another site, which then knows who reads it",
      help: "copy it into the site and use that copy, or make it a plain link")
  }

  static func unsafeAddress(_ address: String) -> Self {
    Self(
      AuditRule.unsafeAddress,
      "the address ‘\(address)’ could run a program or leave a trace on the reader’s device",
      help: "link to a page on the web (https://), a telephone number (tel:) or a page of this site"
    )
  }

  // SAF-25
  static var newWindow: Self {
    Self(
      AuditRule.newWindow,
      "‘target’ opens another tab, a second trace that stays when the reader leaves",
      help: "remove ‘target’; links open in the same tab")
  }

  // SAF-21
  static var download: Self {
    Self(
      AuditRule.downloadLink,
      "‘download’ leaves a file on the reader’s device, where others find it",
      help: "remove ‘download’, and put the text on a page")
  }

  static var ping: Self {
    Self(
      AuditRule.linkPing, "this reports to a server that the reader followed the link",
      help: "remove the attribute")
  }
}
