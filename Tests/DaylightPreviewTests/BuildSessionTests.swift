import DaylightSite
import DaylightSyntax
import DaylightTheme
import TestSupport
import Testing

@testable import DaylightPreview

@Suite(.timeLimit(.minutes(10))) struct BuildSessionTests {
  @Test func `changes during a build are built together, right after it`() async {
    let (gate, open) = AsyncStream.makeStream(of: Void.self)
    let sites = Sites(.example())
    let session = BuildSession { changes, _ in
      if changes.isEverything { for await _ in gate { break } }
      return sites.next(changes)
    }
    await session.note(.everything)
    await session.note(ChangeSet(["content/a.md"]))
    await session.note(ChangeSet(["content/b.md"]))
    open.yield()
    await session.settle()
    #expect(sites.changes == [.everything, ChangeSet(["content/a.md", "content/b.md"])])
    #expect(session.buildCount == 2)
  }

  @Test func `no changes, no build`() async {
    let session = BuildSession { _, _ in .example() }
    await session.note(ChangeSet())
    await session.settle()
    #expect(session.buildCount == 0)
  }

  @Test func `unsettled changes are built and held back until they settle`() async {
    let sites = Sites(.example(), .example(["index.html": "new"]))
    let session = BuildSession { changes, _ in sites.next(changes) }
    await session.note(.everything)
    await session.settle()
    await session.note(ChangeSet(["content/a.md"]), isSettled: false)
    await session.settle()
    #expect(sites.changes.count == 2 && session.buildCount == 1)
    await session.note(ChangeSet())
    await session.settle()
    #expect(sites.changes.count == 2 && session.buildCount == 2)
    #expect(session.state.site?.files["index.html"].map { $0.bytes } == Array("new".utf8))
  }

  @Test func `changes that follow before others have settled are shown together with them`() async {
    var torn = PreviewSite.example(["index.html": "torn"])
    torn.pageOfSource = ["content/a.md": "index.html"]
    var whole = PreviewSite.example(["index.html": "whole"])
    whole.pageOfSource = torn.pageOfSource
    let sites = Sites(.example(), torn, whole)
    let session = BuildSession(follows: true) { changes, _ in sites.next(changes) }
    await session.note(.everything)
    await session.settle()
    var updates = await session.updates().makeAsyncIterator()
    await session.note(ChangeSet(["content/a.md"]), isSettled: false)
    await session.settle()
    await session.note(ChangeSet(["content/b.md"]))
    await session.settle()
    let update = await updates.next()
    #expect(update?.revision == 2 && update?.changed == ["index.html"])
    #expect(update?.followed == "index.html")
    #expect(session.state.site?.files["index.html"].map { $0.bytes } == Array("whole".utf8))
  }

  @Test func `settled changes are shown even while more is being saved`() async {
    let (gate, open) = AsyncStream.makeStream(of: Void.self)
    let (begun, begin) = AsyncStream.makeStream(of: Void.self)
    let sites = Sites(.example(), .example(["index.html": "new"]))
    let session = BuildSession { changes, _ in
      begin.yield()
      if changes.isEverything { for await _ in gate { break } }
      return sites.next(changes)
    }
    await session.note(.everything)
    for await _ in begun { break }
    await session.note(ChangeSet(["content/a.md"]), isSettled: false)
    open.yield()
    await session.settle()
    #expect(sites.changes.count == 2 && session.buildCount == 1)
  }

  /// A site whose build after an edit first shows a new home page, and then waits.
  private func session(
    ending end: PreviewSite, _ gate: AsyncStream<Void>
  ) async -> BuildSession {
    let session = BuildSession { changes, look in
      if changes.isEverything { return .example() }
      await look.show([Artifact(path: "index.html", bytes: Array("first".utf8))])
      for await _ in gate { break }
      return end
    }
    await session.note(.everything)
    await session.settle()
    return session
  }

  private func home(_ session: BuildSession) -> String? {
    session.state.site?.files["index.html"].map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func `open pages are shown before the build has finished`() async {
    let (gate, open) = AsyncStream.makeStream(of: Void.self)
    let session = await session(ending: .example(["index.html": "first", "robots.txt": "-"]), gate)
    var updates = await session.updates().makeAsyncIterator()
    await session.note(ChangeSet(["content/index.md"]))
    let first = await updates.next()
    #expect(first?.changed == ["index.html"] && first?.isBuilding == true)
    #expect(home(session) == "first" && session.buildCount == 1)
    open.yield()
    let whole = await updates.next()
    #expect(whole?.changed == ["robots.txt"] && whole?.isBuilding == false)
    #expect(session.buildCount == 2)
  }

  @Test func `open pages are shown only once the changes have settled`() async {
    let (gate, open) = AsyncStream.makeStream(of: Void.self)
    let session = await session(ending: .example(["index.html": "first"]), gate)
    var updates = await session.updates().makeAsyncIterator()
    await session.note(ChangeSet(["content/index.md"]), isSettled: false)
    #expect(home(session) == PreviewSite.page("Home"))
    await session.note(ChangeSet())
    let first = await updates.next()
    #expect(first?.isBuilding == true && home(session) == "first")
    open.yield()
    // Nothing is different now, but pages wait to hear that all are ready.
    let whole = await updates.next()
    #expect(whole?.changed == [] && whole?.isBuilding == false)
  }

  @Test func `if the build then has errors, open pages are those of the last good site`() async {
    let (gate, open) = AsyncStream.makeStream(of: Void.self)
    let session = await session(ending: .example().with(.broken), gate)
    var updates = await session.updates().makeAsyncIterator()
    await session.note(ChangeSet(["content/index.md"]))
    #expect(await updates.next()?.isBuilding == true)
    open.yield()
    let whole = await updates.next()
    #expect(whole?.changed == ["index.html"] && whole?.report.errors == 1)
    #expect(home(session) == PreviewSite.page("Home"))
  }

  @Test func `with errors the last good site stays`() async {
    let sites = Sites(
      .example(), .example(["index.html": "torn"]).with(.broken),
      .example(["index.html": "mended"]))
    let session = BuildSession { changes, _ in sites.next(changes) }
    func home() -> String? {
      session.state.site?.files["index.html"].map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    await session.note(.everything)
    await session.settle()
    #expect(home() == PreviewSite.page("Home"))
    await session.note(ChangeSet(["content/index.md"]))
    await session.settle()
    #expect(home() == PreviewSite.page("Home"))
    #expect(session.report.errors == 1)
    await session.note(ChangeSet(["content/index.md"]))
    await session.settle()
    #expect(home() == "mended")
    #expect(session.report.errors == 0)
  }

  @Test func `an update names what was added, removed and changed`() async {
    var second = PreviewSite.example(["index.html": "new", "more.txt": "more"])
    second.files["robots.txt"] = nil
    let sites = Sites(.example(), second)
    let session = BuildSession { changes, _ in sites.next(changes) }
    await session.note(.everything)
    await session.settle()
    var updates = await session.updates().makeAsyncIterator()
    await session.note(ChangeSet(["content/index.md"]))
    #expect(await updates.next()?.changed == ["index.html", "more.txt", "robots.txt"])
  }

  @Test func `a build that changes nothing is not announced`() async {
    let sites = Sites(.example(), .example(), .example(["index.html": "new"]))
    let session = BuildSession { changes, _ in sites.next(changes) }
    await session.note(.everything)
    await session.settle()
    var updates = await session.updates().makeAsyncIterator()
    for _ in 0..<2 {
      await session.note(ChangeSet(["content/index.md"]))
      await session.settle()
    }
    #expect(await updates.next()?.revision == 3)
  }

  @Test func `the page that was edited is followed if it changed`() async {
    var second = PreviewSite.example(["signs/index.html": "new"])
    second.pageOfSource = [
      "content/index.md": "index.html", "content/signs/index.md": "signs/index.html",
    ]
    for follows in [true, false] {
      let sites = Sites(.example(), second)
      let session = BuildSession(follows: follows) { changes, _ in sites.next(changes) }
      await session.note(.everything)
      await session.settle()
      var updates = await session.updates().makeAsyncIterator()
      await session.note(ChangeSet(["content/index.md", "content/signs/index.md"]))
      #expect(await updates.next()?.followed == (follows ? "signs/index.html" : nil))
    }
  }

  @Test func `findings have their line, their location and a link to the editor`() {
    let source = SourceFile(path: "content/a.md", text: "One\nÄ[x](y) <b>\nThree\n")
    var reports = ReportWriter(editor: EditorLink(root: "/my site"))
    let report = reports.report(SiteFindings([.broken]), sources: [source].file(at:))
    let text = String(decoding: report.json, as: UTF8.self)
    #expect(text.contains("\"address\":\"vscode://file/my%20site/content/a.md:2:4\""))
    #expect(text.contains("\"before\":\"Ä[x\",\"marked\":\"](y)\",\"after\":\" <b>\""))
    #expect(text.contains("\"errors\":1,\"warnings\":0"))
  }

  @Test func `a line that was edited is shown as it is, though the finding is the same`() {
    let edited = SourceFile(path: "content/a.md", text: "One\nÄ[x](z) <i>\nThree\n")
    let source = SourceFile(path: "content/a.md", text: "One\nÄ[x](y) <b>\nThree\n")
    var reports = ReportWriter(editor: EditorLink(root: ""))
    for (file, line) in [(nil, nil), (source, "](y)"), (edited, "](z)"), (edited, "](z)")] {
      let files = [file].compactMap(\.self)
      let report = reports.report(SiteFindings([.broken]), sources: files.file(at:))
      let text = String(decoding: report.json, as: UTF8.self)
      #expect(text.contains("\"marked\"") == (line != nil))
      if let line { #expect(text.contains("\"marked\":\"\(line)\"")) }
    }
  }

  @Test func `a finding at the start of a line has nothing before it`() {
    let source = SourceFile(path: "content/a.md", text: "Two words\n")
    let location = SourceLocation(
      path: source.path, start: SourcePosition(line: 1, column: 1),
      end: SourcePosition(line: 1, column: 4))
    var lines = IndexedSources()
    let excerpt = lines.excerpt(at: location, [source].file(at:))
    #expect(excerpt?.before == "" && excerpt?.marked == "Two" && excerpt?.after == " words")
  }

  @Test func `notes are counted, below errors and warnings`() {
    let rule = Rule("unused-term", .note, "A term that no page uses.")
    let note = Diagnostic(rule, "no page uses ‘shock’", at: .file("content/glossary/shock.md"))
    let report = DiagnosticReport(SiteFindings([note, .broken, note]))
    let messages = String(decoding: report.json, as: UTF8.self).split(separator: "\"message\":")
    #expect(messages.count == 3)
    #expect(messages.last?.hasPrefix("\"2 notes: A term that no page uses\"") == true)
  }
}

extension [SourceFile] {
  fileprivate func file(at path: String) -> SourceFile? { first { $0.path == path } }
}
