package import DaylightSyntax

extension AuditRule {
  package static let falsePromise = Rule(
    "false-promise", .error, "A promise of safety or secrecy that no website can keep.",
    why: "A reader who believes it may take a risk. No website can keep that promise.",
    bad: "This site is completely anonymous.",
    good: "This site stores nothing on your device. Others may still see that you were here.",
    fix: "Say plainly what is true. A sentence with “not” is fine.")
}

extension AuditFinding.Violation {
  static func falsePromise(_ promise: String, in sentence: String) -> Self {
    Self(
      AuditRule.falsePromise,
      "‘\(promise)’ is more than a website can promise, and a reader may rely on it: ‘\(sentence)’",
      help: "say plainly what is true, and what the site cannot do; a sentence with ‘not’ is fine")
  }
}
