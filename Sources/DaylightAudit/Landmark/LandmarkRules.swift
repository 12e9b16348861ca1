package import DaylightSyntax

extension AuditRule {
  package static let exitLink = Rule(
    "exit-link", .error,
    "A page on which one of the two exits is missing, does not work or is in the wrong place.",
    why: "Somebody who hears steps has one second to leave. The exit has to be there, first, "
      + "and work.",
    bad: "<body>\n<header>",
    good: "<body>\n{{> leave}}\n<header>",
    fix: "Keep `{{> leave}}` first in the body, as it came.", in: .finished)
  package static let safetyLine = Rule(
    "safety-line", .error, "A page that does not say at its top how to stay safe.",
    why: "Many readers do not know that others can see which pages they read. The top of the "
      + "page tells them.",
    bad: #"<aside class="safety"></aside>"#,
    good: #"<aside class="safety">{{strings.safety.line}}</aside>"#,
    fix: "Keep the line in `partials/leave.mustache`.", in: .finished)
  package static let helpBlock = Rule(
    "help-block", .error, "A page without the help.",
    why: "Whatever page a reader lands on, the next step to help has to be on it.",
    bad: "</main>\n{{> footer}}",
    good: "</main>\n{{> help}}\n{{> footer}}",
    fix: "Keep `{{> help}}` after the main text.", in: .finished)
  package static let pageOrder = Rule(
    "page-order", .error, "A page whose parts come in another order than on the other pages.",
    why: "People find the help where it was on the page before, also without looking.",
    bad: "{{> help}}\n<main id=\"main\">",
    good: "<main id=\"main\">\n…\n</main>\n{{> help}}",
    fix: "Use `base.mustache` for every page.", in: .finished)
  package static let checklistHelp = Rule(
    "checklist-help", .error, "Help that depends on what a reader ticks.",
    why: "Help that is part of the list looks like its result, and could depend on what somebody "
      + "ticks.",
    bad: "<form …>\n…\n{{> help}}\n</form>",
    good: "<form …>\n…\n</form>\n{{> help}}",
    fix: "Put the help outside the form.", in: .finished)
}

extension AuditFinding.Violation {
  static let exitHelp =
    "keep {{> leave}} first in the body of templates/base.mustache, as it came"

  // SAF-01, SAF-24
  static var missingExit: Self {
    Self(
      AuditRule.exitLink,
      "the page has no exit in sight before its main text, so a reader cannot leave quickly",
      help: exitHelp)
  }

  // SAF-02
  static var missingSecondExit: Self {
    Self(
      AuditRule.exitLink,
      "there is no exit right after the first link, so people who use a keyboard or a screen reader "
        + "cannot leave quickly",
      help: exitHelp)
  }

  // SAF-03
  static var missingExitScript: Self {
    Self(
      AuditRule.exitLink,
      "the page does not load the exit script, so pressing Shift three times does nothing",
      help: "put <script src=\"{{root}}{{scripts.exit}}\" defer></script> into the head, once")
  }

  static func brokenExit(_ address: String) -> Self {
    Self(
      AuditRule.exitLink,
      "this exit may fail a reader: it must lead to ‘\(address)’, be in sight, and tell nobody",
      help: "write <a href=\"{{site.exit.url}}\" rel=\"nofollow noreferrer\" data-exit>")
  }

  static func displacedExit(class name: String) -> Self {
    Self(
      AuditRule.exitLink,
      "the style that keeps this exit in sight does not know it, so a theme could hide it",
      help: "write class=\"\(name)\" on it, as templates/partials/leave.mustache has it, "
        + "with nothing around it but plain text")
  }

  static var classlessSkip: Self {
    Self(
      AuditRule.pageOrder,
      "the link to the main text lacks its class, so the bar of the exit may cover it",
      help: "write class=\"skip\" on it, as templates/partials/leave.mustache has it")
  }

  static var strayExit: Self {
    Self(
      AuditRule.exitLink,
      "this exit is not in its place, so a reader who learnt where it is may not find it",
      help: exitHelp + "; there are two exits, one right after the first link and one in sight")
  }

  // SAF-11
  static var missingSafetyLine: Self {
    Self(
      AuditRule.safetyLine,
      "the page does not say at its top how to read it safely, and many people land here first",
      help: "keep the part with class ‘safety’ and its link in templates/partials/leave.mustache")
  }

  static var lateSafetyLine: Self {
    Self(
      AuditRule.safetyLine,
      "the safety line comes after the main text, where a reader may see it too late",
      help: "keep it in templates/partials/leave.mustache, before the main text")
  }

  // CRI-05
  static var missingHelp: Self {
    Self(
      AuditRule.helpBlock,
      "the page has no help, and a reader in danger should never have to look for it",
      help: "keep {{> help}} after the main text in templates/base.mustache, with its link")
  }

  // CHK-11
  static var helpInForm: Self {
    Self(
      AuditRule.checklistHelp,
      "the help is inside the form, where it could depend on what a reader ticks",
      help: "keep {{> help}} outside of the form")
  }

  static func missingLandmark(_ name: String) -> Self {
    Self(
      AuditRule.pageOrder,
      "the page lacks \(name), so people who cannot see the page may not find the help",
      help: "keep the order and the parts of templates/base.mustache")
  }

  // CRI-05, WCAG 3.2.6
  static func otherOrder(_ order: [Landmark], than usual: [Landmark]) -> Self {
    func list(_ landmarks: [Landmark]) -> String { landmarks.map(\.name).joined(separator: ", ") }
    return Self(
      AuditRule.pageOrder,
      "here the parts come as \(list(order)); on the other pages as \(list(usual)); "
        + "a reader who needs help should find it in the same place",
      help: "use templates/base.mustache for every page, and keep its order")
  }
}
