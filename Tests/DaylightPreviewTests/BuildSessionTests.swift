import DaylightSyntax
import TestSupport
import Testing

@testable import DaylightPreview

@Suite(.timeLimit(.minutes(5))) struct BuildSessionTests {
  @Test func `changes during a build are built together, right after it`() async {
    let (gate, open) = AsyncStream.makeStream(of: Void.self)
    let sites = Sites(.example())
    let session = BuildSession { changes in
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
    let session = BuildSession { _ in .example() }
    await session.note(ChangeSet())
    await session.settle()
    #expect(session.buildCount == 0)
  }

  @Test func `unsettled changes are built and held back until they settle`() async {
    let sites = Sites(.example(), .example(["index.html": "new"]))
    let session = BuildSession { sites.next($0) }
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
    let session = BuildSession(follows: true) { sites.next($0) }
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
    let session = BuildSession { changes in
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

  @Test func `with errors the last good site stays`() async {
    let sites = Sites(
      .example(), .example(["index.html": "torn"]).with(.broken),
      .example(["index.html": "mended"]))
    let session = BuildSession { sites.next($0) }
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
    let session = BuildSession { sites.next($0) }
    await session.note(.everything)
    await session.settle()
    var updates = await session.updates().makeAsyncIterator()
    await session.note(ChangeSet(["content/index.md"]))
    #expect(await updates.next()?.changed == ["index.html", "more.txt", "robots.txt"])
  }

  @Test func `a build that changes nothing is not announced`() async {
    let sites = Sites(.example(), .example(), .example(["index.html": "new"]))
    let session = BuildSession { sites.next($0) }
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
      let session = BuildSession(follows: follows) { sites.next($0) }
      await session.note(.everything)
      await session.settle()
      var updates = await session.updates().makeAsyncIterator()
      await session.note(ChangeSet(["content/index.md", "content/signs/index.md"]))
      #expect(await updates.next()?.followed == (follows ? "signs/index.html" : nil))
    }
  }

  @Test func `findings have their line, their location and a link to the editor`() {
    let source = SourceFile(path: "content/a.md", text: "One\nÄ[x](y) <b>\nThree\n")
    var lines = IndexedSources()
    let report = DiagnosticReport(
      [.broken], sources: { $0 == source.path ? source : nil }, indexed: &lines,
      editor: EditorLink(root: "/my site"))
    var json = JSONWriter()
    json.object { report.write(to: &$0) }
    let text = String(decoding: json.bytes, as: UTF8.self)
    #expect(text.contains("\"address\":\"vscode://file/my%20site/content/a.md:2:4\""))
    #expect(text.contains("\"before\":\"Ä[x\",\"marked\":\"](y)\",\"after\":\" <b>\""))
    #expect(text.contains("\"errors\":1,\"warnings\":0"))
  }
  @Test func `notes are counted, below errors and warnings`() {
    let rule = Rule("unused-term", .note, "A term that no page uses.")
    let note = Diagnostic(rule, "no page uses ‘shock’", at: .file("content/glossary/shock.md"))
    var lines = IndexedSources()
    let report = DiagnosticReport(
      [note, .broken, note], sources: { _ in nil }, indexed: &lines, editor: EditorLink(root: ""))
    var json = JSONWriter()
    json.object { report.write(to: &$0) }
    let messages = String(decoding: json.bytes, as: UTF8.self).split(separator: "\"message\":")
    #expect(messages.count == 3)
    #expect(messages.last?.hasPrefix("\"2 notes: A term that no page uses\"") == true)
  }
}
