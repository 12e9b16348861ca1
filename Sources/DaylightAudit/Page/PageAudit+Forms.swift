package import DaylightSyntax

extension PageAudit {
  /// A form that cannot send: it has no target, and the browser stores nothing of it (CHK-07).
  mutating func checkForm(_ tag: HTMLTag) {
    if !scanner.hasAttribute(.method, equalTo: "dialog") || scanner.attribute(.action) != nil {
      report.add(.sends("form"), at: tag.range)
    } else if !scanner.hasAttribute(.autocomplete, equalTo: "off") {
      report.add(.remembers, at: tag.range)
    }
  }

  /// Only a plain box to tick, without name, value or tick.
  mutating func checkInput(_ tag: HTMLTag) {
    let type = scanner.value(.type) ?? []
    if isWord(type, "submit") || isWord(type, "image") {
      return report.add(.sends("input type=\(quoted(type))"), at: tag.range)
    }
    if ["reset", "button"].contains(where: { type.asciiLowercase.elementsEqual($0.utf8) }) {
      return
    }
    // To a browser ‘ checkbox’, with white space, is a field of text.
    guard type.asciiLowercase.elementsEqual("checkbox".utf8) else {
      return report.add(.typedInput("input"), at: tag.range)
    }
    for name in [HTMLName.name, .value, .form] where scanner.attribute(name) != nil {
      return report.add(.sends("input \(name)"), at: tag.range)
    }
    // Validators refuse it on a checkbox, and the form has it already (CHK-08).
    if scanner.attribute(.autocomplete) != nil {
      report.add(.boxAutocomplete, at: tag.range)
    }
    // Nobody can tick one that is off, such as those of a list of tasks.
    let isOff = scanner.attributes.contains { scanner.name($0.spelling) == "disabled" }
    if !landmarks.isInForm, !isOff { report.add(.strayTick, at: tag.range) }
    if scanner.attribute(.checked) != nil { report.add(.preTicked, at: tag.range) }
  }

  /// A button without a type sends its form.
  mutating func checkButton(_ tag: HTMLTag) {
    if !scanner.hasAttribute(.type, equalTo: "button"),
      !scanner.hasAttribute(.type, equalTo: "reset")
    {
      report.add(.sends("button"), at: tag.range)
    }
  }
}

extension AuditRule {
  package static let formSubmission = Rule(
    "form-submission", .error,
    "A form or part of one that could send or keep what a reader enters.",
    why: "A form could send or keep what a reader enters.",
    bad: #"<form action="/send" method="post">"#,
    good: #"<form method="dialog" autocomplete="off" data-checklist>"#,
    fix: "Use the form of `checklist.mustache`, or say how to call instead.", in: .finished,
    formerIDs: ["sending-form"])
  package static let textInput = Rule(
    "text-input", .error, "A place to type, choose or upload.",
    why: "Browsers keep what people type, and suggest it to the next person.",
    bad: #"<input type="text" name="story">"#,
    good: "<p>You can write it on paper, and keep it where it is safe.</p>",
    fix: "Remove it.", in: .finished)
}

extension AuditFinding.Violation {
  static func sends(_ what: String) -> Self {
    Self(
      AuditRule.formSubmission,
      "this ‘\(what)’ could send or keep what a reader enters, and the site promises that "
        + "nothing is",
      help: "use <form method=\"dialog\" autocomplete=\"off\">, boxes without name and value, "
        + "and buttons with type=\"reset\" or type=\"button\"")
  }

  fileprivate static var remembers: Self {
    Self(
      AuditRule.formSubmission,
      "without autocomplete=\"off\" a browser shows the ticks again to the next person at the device",
      help: "write autocomplete=\"off\" into the form")
  }

  // SAF-05
  static func typedInput(_ name: String) -> Self {
    Self(
      AuditRule.textInput,
      "‘\(name)’ lets a reader type, choose or upload, which a device remembers; "
        + "and on some phones typing sets off the exit",
      help: "remove it; the site has boxes to tick, links and nothing else")
  }

  fileprivate static var strayTick: Self {
    Self(
      AuditRule.checklistForm,
      "this checkbox is outside the form, so its tick is kept and others may see it",
      help: "put it into the form of templates/checklist.mustache")
  }

  fileprivate static var boxAutocomplete: Self {
    Self(
      AuditRule.checklistForm,
      "‘autocomplete’ on a box does nothing in most browsers, so ticks may come back for others "
        + "to see",
      help: "write autocomplete=\"off\" on the form instead")
  }

  fileprivate static var preTicked: Self {
    Self(
      AuditRule.checklistForm,
      "this box is ticked before the reader did anything, and so makes a statement about them",
      help: "remove ‘checked’")
  }
}
