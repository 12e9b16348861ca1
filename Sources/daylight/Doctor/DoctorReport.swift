import DaylightSyntax

/// What is installed, found, missing and old, from the facts of a computer.
struct DoctorReport: Sendable {
  let lines: [DoctorLine]

  /// Whether something that Daylight needs is not as it has to be.
  var isBroken: Bool { lines.contains { $0.state == .broken } }

  init(_ facts: DoctorFacts) {
    lines =
      [DoctorLine("program", .ok, "Daylight \(facts.version) on \(facts.system)")]
      + Self.site(facts) + Self.programs(facts)
      + [Self.clock(facts), Self.watching(facts), Self.terminal(facts)].compactMap(\.self)
  }

  // MARK: - The site

  private static func site(_ facts: DoctorFacts) -> [DoctorLine] {
    guard let site = facts.site else {
      return [
        DoctorLine(
          "site", .missing, "no site here: there is no folder ‘content’",
          help: "go to the folder of your site with ‘cd’, or make one: daylight new site my-site")
      ]
    }
    guard let content = site.content else {
      return [
        DoctorLine(
          "site", .broken, "the folder ‘content’ cannot be read",
          help: "give yourself permission to read it, or ask the person who set up this computer")
      ]
    }
    var lines = [
      DoctorLine(
        "site", .ok,
        "a site: language \(content.language), \(Summary.counted(content.files, "file")) in "
          + "\(Summary.counted(content.folders, "folder"))")
    ]
    lines.append(templates(site))
    lines.append(
      content.hasDictionary
        ? DoctorLine("dictionary", .ok, "a dictionary of \(content.language), for ‘daylight check’")
        : DoctorLine(
          "dictionary", .missing,
          "no dictionary of \(content.language), so ‘daylight check’ looks up no words",
          help: facts.packages.installDictionary(content.language)))
    lines.append(schemas(site))
    lines += site.lockedFolders.map {
      DoctorLine(
        "writing", .broken, "nothing can be written to ‘\($0)’",
        help: "give yourself permission to write there, or ask the person who set up this computer")
    }
    if site.lockedFolders.isEmpty {
      lines.append(DoctorLine("writing", .ok, "‘public’ and ‘.daylight’ can be written"))
    }
    if let bytes = site.freeBytes { lines.append(space(bytes)) }
    return lines
  }

  private static func templates(_ site: DoctorFacts.Site) -> DoctorLine {
    guard site.oldTemplates.isEmpty else {
      return DoctorLine(
        "templates", .old,
        "\(Summary.counted(site.oldTemplates.count, "template")) of which this version has a newer one",
        help: "daylight templates diff")
    }
    let names = site.templates
    let shown = names.prefix(5).map { "‘\($0)’" }.joined(separator: ", ")
    let more = names.count > 5 ? " and \(names.count - 5) more" : ""
    return DoctorLine(
      "templates", .ok,
      names.isEmpty ? "templates: those of Daylight" : "templates of your own: \(shown)\(more)")
  }

  private static func schemas(_ site: DoctorFacts.Site) -> DoctorLine {
    let help = "daylight schema --into .vscode/schemas"
    guard site.hasSchemas else {
      return DoctorLine(
        "editor", .missing, "no help for editors: there are no schemas in ‘.vscode/schemas’",
        help: help)
    }
    guard site.oldSchemas.isEmpty else {
      return DoctorLine(
        "editor", .old,
        "help for editors of another version: \(Summary.counted(site.oldSchemas.count, "schema"))",
        help: help)
    }
    return DoctorLine(
      "editor", .ok,
      site.hasEditorSettings
        ? "help for editors is up to date" : "schemas for editors are up to date; no settings")
  }

  private static func space(_ bytes: Int) -> DoctorLine {
    let megabytes = bytes / 1_000_000
    let free =
      megabytes < 1000 ? "\(megabytes) MB" : "\(megabytes / 1000).\(megabytes % 1000 / 100) GB"
    return megabytes < 50
      ? DoctorLine(
        "disk", .broken, "only \(free) are free on the disk",
        help: "empty the bin, or move large files elsewhere")
      : DoctorLine("disk", .ok, "\(free) are free on the disk")
  }

  // MARK: - The computer

  private static func programs(_ facts: DoctorFacts) -> [DoctorLine] {
    let uses: [(name: String, oldest: Int, use: String)] = [
      ("curl", 7, "asks other sites for ‘daylight check --online’"),
      ("git", 2, "keeps the versions of your files, and publishes to a branch"),
      ("rsync", 3, "sends the site to a server"),
    ]
    return uses.map { name, oldest, use in
      guard let printed = facts.programs[name] else {
        return DoctorLine(
          name, .missing, "\(name) is not installed; it \(use)", help: facts.packages.install(name))
      }
      let version = Self.version(in: printed)
      // Apple’s own rsync calls itself openrsync, or is of 2006.
      let isOld =
        version.flatMap { $0.split(separator: ".").first.flatMap { Int($0) } }.map { $0 < oldest }
        ?? false || printed.hasPrefix("openrsync")
      let found = version.map { "\(name) \($0)" } ?? name
      return isOld
        ? DoctorLine(
          name, .old, "\(found) is too old; it \(use)", help: facts.packages.install(name))
        : DoctorLine(name, .ok, "\(found); it \(use)")
    }
  }

  /// The first number with dots in a line such as “rsync  version 3.2.7  protocol version 31”.
  static func version(in text: String) -> String? {
    text.split { !($0.isASCII && ($0.isNumber || $0 == ".")) }.map(String.init).first {
      $0.first != "." && $0.last != "." && $0.contains(".")
    }
  }

  private static func clock(_ facts: DoctorFacts) -> DoctorLine {
    let today = facts.today.iso
    let newest = facts.site?.content?.newest
    if facts.today.year < 2025 || newest.map({ facts.today.adding(days: 1) < $0 }) ?? false {
      let reason = newest.map { ", but a file was changed on \($0.iso)" } ?? ""
      return DoctorLine(
        "clock", .broken, "the clock says \(today)\(facts.today.year < 2025 ? "" : reason)",
        help: "set the date of this computer: it decides which pages are published")
    }
    let (sign, minutes) = (facts.minutesAhead < 0 ? "-" : "+", abs(facts.minutesAhead))
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return DoctorLine(
      "clock", .ok, "today is \(today) (UTC\(sign)\(two(minutes / 60)):\(two(minutes % 60)))")
  }

  private static func watching(_ facts: DoctorFacts) -> DoctorLine? {
    guard let limits = facts.watchLimits else { return nil }
    let folders = facts.site?.content?.folders ?? 0
    if limits.folders <= folders + 16 {
      return DoctorLine(
        "watching", .missing,
        "the system watches only \(limits.folders) folders, so the preview looks for changes at "
          + "intervals", help: "sudo sysctl fs.inotify.max_user_watches=524288")
    }
    if limits.queues < 8 {
      return DoctorLine(
        "watching", .missing,
        "the system lets only \(limits.queues) programs watch, so the preview may look for changes at "
          + "intervals", help: "sudo sysctl fs.inotify.max_user_instances=512")
    }
    return DoctorLine("watching", .ok, "the system tells the preview of each change")
  }

  private static func terminal(_ facts: DoctorFacts) -> DoctorLine {
    guard facts.terminal.isUTF8 else {
      return DoctorLine(
        "terminal", .missing, "this terminal may show letters such as ‘é’ as other signs",
        help: "export LANG=C.UTF-8")
    }
    let colour = facts.terminal.usesColour ? "in colour" : "without colour"
    return DoctorLine(
      "terminal", .ok,
      facts.terminal.isTerminal ? "a terminal, \(colour)" : "not a terminal: plain text")
  }

  // MARK: - As text

  /// A line each, with what to do below it, and what it comes to.
  var text: String {
    let list = lines.map { line in
      let state = line.state.rawValue
      let start = state + String(repeating: " ", count: 9 - state.count)
      return start + line.message
        + (line.help.map { "\n         = help: \($0)" } ?? "")
    }
    return (list + ["", outcome]).joined(separator: "\n")
  }

  private var outcome: String {
    let broken = lines.count { $0.state == .broken }
    if broken > 0 { return "\(Summary.counted(broken, "thing")) to fix before Daylight can work." }
    let others = lines.count { $0.state != .ok }
    return others == 0
      ? "All that Daylight can use is here."
      : "Daylight can work. \(Summary.counted(others, "thing")) could be better."
  }

  var json: [UInt8] {
    var json = JSONWriter(indented: true)
    json.object { json in
      json.member("isBroken", isBroken)
      json.array("lines") { json in
        for line in lines {
          json.object { json in
            json.member("topic", line.topic)
            json.member("state", line.state.rawValue)
            json.member("message", line.message)
            json.member("help", line.help)
          }
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }
}
