import DaylightSyntax
import Testing

@testable import daylight

@Suite struct DoctorReportTests {
  private static let today = CalendarDate(iso: "2026-11-27")

  private func facts(_ change: (inout DoctorFacts) -> Void = { _ in }) throws -> DoctorFacts {
    var site = DoctorFacts.Site()
    site.content = .init(
      files: 12, folders: 3, language: "en-GB", hasDictionary: true, newest: Self.today)
    site.hasSchemas = true
    site.hasEditorSettings = true
    site.freeBytes = 12_345_000_000
    var facts = DoctorFacts(
      version: "1.2.3", system: "Debian GNU/Linux 12 (bookworm), x86_64", packages: .debian,
      site: site,
      programs: [
        "curl": "curl 7.88.1 (x86_64-pc-linux-gnu) libcurl/7.88.1", "git": "git version 2.39.5",
        "rsync": "rsync  version 3.2.7  protocol version 31",
      ], today: try #require(Self.today), minutesAhead: 60,
      terminal: Terminal(isTerminal: true, hasKeyboard: true) {
        ["TERM": "xterm", "LANG": "en_GB.UTF-8"][$0]
      }, watchLimits: (65536, 128))
    change(&facts)
    return facts
  }

  private func line(
    _ topic: String, _ change: (inout DoctorFacts) -> Void = { _ in }
  ) throws -> DoctorLine? {
    DoctorReport(try facts(change)).lines.first { $0.topic == topic }
  }

  @Test func `a computer that has everything gets a line for each thing, and no advice`() throws {
    let report = DoctorReport(try facts())
    #expect(!report.isBroken)
    #expect(
      report.text == """
        ok       Daylight 1.2.3 on Debian GNU/Linux 12 (bookworm), x86_64
        ok       a site: language en-GB, 12 files in 3 folders
        ok       templates: those of Daylight
        ok       a dictionary of en-GB, for ‘daylight check’
        ok       help for editors is up to date
        ok       ‘public’ and ‘.daylight’ can be written
        ok       12.3 GB are free on the disk
        ok       curl 7.88.1; it asks other sites for ‘daylight check --online’
        ok       git 2.39.5; it keeps the versions of your files, and publishes to a branch
        ok       rsync 3.2.7; it sends the site to a server
        ok       today is 2026-11-27 (UTC+01:00)
        ok       the system tells the preview of each change
        ok       a terminal, in colour

        All that Daylight can use is here.
        """)
  }

  @Test func `outside a site it says how to make one, and nothing is broken`() throws {
    let report = DoctorReport(try facts { $0.site = nil })
    #expect(report.lines[1].state == .missing && report.lines[1].help?.contains("new site") == true)
    #expect(!report.isBroken)
  }

  @Test(arguments: [
    (PackageSystem.debian, "sudo apt install rsync"), (.fedora, "sudo dnf install rsync"),
    (.macOS, "brew install rsync"),
  ])
  func `what is missing comes with the command of the system`(
    system: PackageSystem, command: String
  ) throws {
    let line = try line("rsync") {
      $0.programs["rsync"] = nil
      $0.packages = system
    }
    #expect(line?.state == .missing && line?.help == command)
  }

  @Test(arguments: ["rsync  version 2.6.9  protocol version 29", "openrsync: protocol version 29"])
  func `Apple’s own rsync is too old`(printed: String) throws {
    #expect(try line("rsync") { $0.programs["rsync"] = printed }?.state == .old)
  }

  @Test(arguments: [
    ("en-GB", "sudo apt install hunspell-en-gb"), ("en", "sudo apt install hunspell-en-gb"),
    ("en-US", "sudo apt install hunspell-en-us"), ("de", "sudo apt install hunspell-de-de"),
    ("pl", "sudo apt install hunspell-pl"), ("fr-CA", "sudo apt install hunspell-fr"),
    ("pt-BR", "sudo apt install hunspell-pt-br"),
  ])
  func `a dictionary comes with its package`(language: String, command: String) throws {
    let line = try line("dictionary") {
      $0.site?.content?.language = language
      $0.site?.content?.hasDictionary = false
    }
    #expect(line?.state == .missing && line?.help == command)
  }

  @Test func `schemas of another version are old, and none are missing`() throws {
    let old = try line("editor") { $0.site?.oldSchemas = ["site.schema.json"] }
    #expect(old?.state == .old && old?.help == "daylight schema --into .vscode/schemas")
    #expect(try line("editor") { $0.site?.hasSchemas = false }?.state == .missing)
  }

  @Test func `what stops every build is broken`() throws {
    #expect(try line("writing") { $0.site?.lockedFolders = ["public"] }?.state == .broken)
    #expect(try line("disk") { $0.site?.freeBytes = 1_000_000 }?.state == .broken)
    #expect(try line("site") { $0.site?.content = nil }?.state == .broken)
    #expect(DoctorReport(try facts { $0.site?.freeBytes = 0 }).isBroken)
  }

  @Test func `a clock before the newest file is broken, but not by a zone`() throws {
    let later = try #require(CalendarDate(iso: "2026-11-29"))
    #expect(try line("clock") { $0.site?.content?.newest = later }?.state == .broken)
    let next = try #require(CalendarDate(iso: "2026-11-28"))
    #expect(try line("clock") { $0.site?.content?.newest = next }?.state == .ok)
    let early = try #require(CalendarDate(iso: "1970-01-01"))
    #expect(try line("clock") { $0.today = early }?.state == .broken)
  }

  @Test func `few watched folders make the preview slower`() throws {
    #expect(try line("watching") { $0.watchLimits = (10, 128) }?.state == .missing)
    #expect(try line("watching") { $0.watchLimits = (65536, 1) }?.state == .missing)
    #expect(try line("watching") { $0.watchLimits = nil } == nil)
  }

  @Test func `a time behind universal time has a minus`() throws {
    #expect(try line("clock") { $0.minutesAhead = -210 }?.message.hasSuffix("C-03:30)") == true)
  }

  @Test func `many templates of one’s own are counted`() throws {
    let message = try line("templates") {
      $0.site?.templates = ["a", "b", "c", "d", "e", "f", "g"]
    }?.message
    #expect(message == "templates of your own: ‘a’, ‘b’, ‘c’, ‘d’, ‘e’ and 2 more")
  }

  @Test func `templates that a newer version has changed are old`() throws {
    let line = try line("templates") { $0.site?.oldTemplates = ["templates/home.mustache"] }
    #expect(line?.state == .old && line?.help == "daylight templates diff")
  }

  @Test func `programs get the same lines`() throws {
    let json = String(decoding: DoctorReport(try facts { $0.programs = [:] }).json, as: UTF8.self)
    #expect(json.contains("\"isBroken\": false"))
    #expect(
      json.contains(
        """
              "topic": "curl",
              "state": "missing",
        """))
  }

  @Test(arguments: [
    ("ID=debian\n", PackageSystem.debian), ("ID=ubuntu\nID_LIKE=debian\n", .debian),
    ("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", .fedora), ("ID=alpine\n", .other),
    ("", .other),
  ])
  func `the system is known by its own file`(text: String, system: PackageSystem) {
    #expect(PackageSystem(osRelease: text) == system)
  }
}
