package import DaylightSyntax

extension Rule {
  package static let helplineUnverified = Rule(
    "helpline-unverified", .note, "A helpline that no person has checked yet.",
    why: "A number that was never looked up may be wrong. The page says that it is not yet "
      + "checked.",
    bad: "verified:",
    good: "verified: 2026-06-01",
    fix: "Look the line up on its operator’s own page. When everything is right, write the day "
      + "under `verified`.", in: .help,
    plural: "helplines nobody has checked yet")
  package static let helplineAgeing = Rule(
    "helpline-ageing", .warning, "A helpline that was last checked 120 days ago or more.",
    why: "Numbers and hours change. This one was last looked up four months ago or more.",
    bad: "verified: 2026-01-15",
    good: "verified: 2026-06-01",
    fix: "Look the line up again, and write the day under `verified`.", in: .help)
  package static let helplineExpired = Rule(
    "helpline-expired", .error, "A helpline that was last checked 180 days ago or more.",
    why: "Numbers and hours change. After half a year without a look, a reader may dial a dead "
      + "number.",
    bad: "verified: 2025-06-01",
    good: "verified: 2026-06-01",
    fix: "Look the line up again, correct what has changed, and write the day under `verified`.",
    in: .help)
  package static let duplicateNumber = Rule(
    "duplicate-number", .error, "One telephone number given to two helplines.",
    why: "One of the two lines has the number of the other, so callers would reach the wrong "
      + "people.",
    bad: #"Night Line and Day Line, both with `phone: "+441632960111"`"#,
    good: #"Night Line with `phone: "+441632960111"`, Day Line with `phone: "+441632960222"`"#,
    fix: "Look both lines up, and correct one of the numbers.", in: .described)
  package static let helplineNumber = Rule(
    "helpline-number", .error, "A number that cannot be dialled, or is not shown as it is dialled.",
    why: "A tap on the number has to ring the line whose number the reader sees.",
    bad: "phone: \"01632 960111\"\ndisplay: 01632 960111",
    good: "phone: \"+441632960111\"\ndisplay: 01632 960111",
    fix: "Write the number under `phone` with `+`, the country and no spaces, and the same "
      + "number in groups under `display`. Short national numbers stay as they are.", in: .help)
  package static let helplineClosed = Rule(
    "helpline-closed", .error, "A helpline that closes and does not name one that is open then.",
    why: "Somebody who calls at night needs a line that answers.",
    bad: "hours: 9 am to 5 pm",
    good: "hours: 9 am to 5 pm\nwhenClosed: Always Line",
    fix: "Write `whenClosed` with the name of a line of the region that is open `24/7`.", in: .help)
  package static let helplineSource = Rule(
    "helpline-source", .error, "Details of a helpline that are not from its operator.",
    why: "Lists of helplines are often out of date. Only the operator knows the number for sure.",
    bad: "url: https://line.example.org/\nsource: https://lists.example.net/",
    good: "url: https://line.example.org/\nsource: https://line.example.org/contact",
    fix: "Name a page of the operator’s own site under `source`, and check the details there.",
    in: .help)
  package static let helplineUnreachable = Rule(
    "helpline-unreachable", .error, "A helpline without any way to reach it.",
    why: "A line that nobody can reach is no help.",
    bad: "phone:\ndisplay:",
    good: "phone: \"+441632960111\"\ndisplay: 01632 960111",
    fix: "Write one of `phone`, `text`, `chat` and `url`.", in: .help)
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
      help: "leave it to ‘emergency’, so that no one calls it by mistake")
  }

  static func differentNumber(_ display: Located<String>, _ phone: Located<String>) -> Self {
    Diagnostic(
      .helplineNumber, "‘\(display.value)’ does not have the digits of ‘\(phone.value)’",
      at: display.location, notes: [Note("the number to dial is here", at: phone.location)],
      help: "look the number up, and correct one of the two")
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
