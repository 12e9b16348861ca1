package import DaylightSyntax

extension Rule {
  package static let helplineUnverified = Rule(
    "helpline-unverified", .note, "A helpline that no person has checked yet.")
  package static let helplineAgeing = Rule(
    "helpline-ageing", .warning, "A helpline that was last checked 120 days ago or more.")
  package static let helplineExpired = Rule(
    "helpline-expired", .error, "A helpline that was last checked 180 days ago or more.")
  package static let duplicateNumber = Rule(
    "duplicate-number", .error, "One telephone number given to two helplines.")
  package static let helplineNumber = Rule(
    "helpline-number", .error, "A number that cannot be dialled, or is not shown as it is dialled.")
  package static let helplineClosed = Rule(
    "helpline-closed", .error, "A helpline that closes and does not name one that is open then.")
  package static let helplineSource = Rule(
    "helpline-source", .error, "Details of a helpline that are not from its operator.")
  package static let helplineUnreachable = Rule(
    "helpline-unreachable", .error, "A helpline without any way to reach it.")
}

extension Diagnostic {
  private static let askToCheck = "check it at its source, then write the day under ‘verified’"

  static func unverified(_ helpline: Helpline) -> Self {
    Diagnostic(
      .helplineUnverified, "no one has checked ‘\(helpline.name.value)’ yet",
      at: helpline.name.location, help: askToCheck)
  }

  static func ageing(_ helpline: Helpline, _ verified: Located<CalendarDate>, _ age: Int) -> Self {
    Diagnostic(
      .helplineAgeing, "‘\(helpline.name.value)’ was last checked \(age) days ago",
      at: verified.location,
      help: "\(askToCheck); after \(HelpDirectory.expiryDays) days the site cannot be built")
  }

  static func expired(_ helpline: Helpline, _ verified: Located<CalendarDate>, _ age: Int) -> Self {
    Diagnostic(
      .helplineExpired,
      "‘\(helpline.name.value)’ was last checked \(age) days ago, which is too long",
      at: verified.location, help: askToCheck)
  }

  static func duplicateNumber(_ phone: Located<String>, of other: Helpline) -> Self {
    Diagnostic(
      .duplicateNumber, "‘\(phone.value)’ is also the number of ‘\(other.name.value)’",
      at: phone.location,
      notes: other.phone.map { [Note("the other is here", at: $0.location)] } ?? [],
      help: "look both numbers up")
  }

  static func invalidPhone(_ phone: Located<String>) -> Self {
    Diagnostic(
      .helplineNumber, "‘\(phone.value)’ cannot be dialled", at: phone.location,
      help: "write + and the digits with the country first, as in +442079460000, or a short number")
  }

  static func emergencyAsService(_ phone: Located<String>) -> Self {
    Diagnostic(
      .helplineNumber, "‘\(phone.value)’ is the emergency number of the region", at: phone.location,
      help: "leave it to ‘emergency’, so that no one calls it by a slip")
  }

  static func differentNumber(_ display: Located<String>, _ phone: Located<String>) -> Self {
    Diagnostic(
      .helplineNumber, "‘\(display.value)’ does not have the digits of ‘\(phone.value)’",
      at: display.location, notes: [Note("the number to dial is here", at: phone.location)],
      help: "look the number up, and mend one of the two")
  }

  static func ungrouped(_ display: Located<String>) -> Self {
    Diagnostic(
      .helplineNumber, "the digits of ‘\(display.value)’ are hard to read in one run",
      at: display.location, help: "put spaces between groups of digits, as the operator does")
  }

  static func noLineWhenClosed(_ helpline: Helpline, _ hours: Located<String>) -> Self {
    Diagnostic(
      .helplineClosed, "‘\(helpline.name.value)’ is not always open, and names no line for then",
      at: hours.location, help: "write ‘whenClosed: ’ and the name of a line that is open 24/7")
  }

  static func unknownLine(_ name: Located<String>, nearest: String?) -> Self {
    Diagnostic(
      .helplineClosed, "there is no other line ‘\(name.value)’ in this region", at: name.location,
      help: nearest.map { "did you mean ‘\($0)’?" } ?? "write the name of a line of the region")
  }

  static func lineAlsoCloses(_ name: Located<String>) -> Self {
    Diagnostic(
      .helplineClosed, "‘\(name.value)’ is not always open either", at: name.location,
      help: "name a line whose hours are 24/7")
  }

  static func foreignSource(_ source: Located<WebAddress>, _ url: Located<WebAddress>) -> Self {
    Diagnostic(
      .helplineSource, "‘\(source.value.host)’ is not the operator’s own site",
      at: source.location,
      notes: [Note("the operator’s site is ‘\(url.value.host)’", at: url.location)],
      help: "take the details from the operator’s own page, and name that page")
  }

  static func unreachable(_ name: Located<String>) -> Self {
    Diagnostic(
      .helplineUnreachable, "‘\(name.value)’ has no number, chat or page", at: name.location,
      help: "write ‘phone’, ‘text’, ‘chat’ or ‘url’")
  }
}
