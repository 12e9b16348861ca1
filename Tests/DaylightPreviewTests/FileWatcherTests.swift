import Foundation
import Testing

@testable import DaylightPreview

@Suite(.timeLimit(.minutes(10))) struct FileWatcherTests {
  /// Long enough that a busy machine does not split a burst.
  private func watch(
    _ site: TemporarySite, _ method: FileWatcher.Method = .automatic
  ) -> SettledChanges {
    var watcher = FileWatcher(root: site.root, method: method)
    watcher.quietPeriod = .milliseconds(400)
    watcher.shortQuietPeriod = .milliseconds(400)
    watcher.maximumDelay = .seconds(60)
    watcher.interval = .milliseconds(20)
    return SettledChanges(notices: watcher.changes().makeAsyncIterator())
  }

  /// Everything reported each time the changes have settled.
  private struct SettledChanges {
    var notices: AsyncStream<ChangeNotice>.Iterator

    mutating func next() async -> ChangeSet? {
      var changes = ChangeSet()
      while let notice = await notices.next() {
        changes.formUnion(notice.changes)
        if notice.isSettled { return changes }
      }
      return nil
    }
  }

  private static let methods: [FileWatcher.Method] = [.automatic, .polling]

  @Test(arguments: methods)
  func `an edited file is named`(_ method: FileWatcher.Method) async throws {
    let site = try TemporarySite()
    var changes = watch(site, method)
    try site.write("Home, sweet home", to: "content/index.md")
    #expect(await changes.next() == ChangeSet(["content/index.md"]))
  }

  @Test(arguments: methods)
  func `an atomic save is one change of the file itself`(_ method: FileWatcher.Method) async throws
  {
    let site = try TemporarySite()
    var changes = watch(site, method)
    try site.write("", to: "content/4913")
    try site.remove("content/4913")
    try site.write("Home again", to: "content/.index.md.swp")
    try site.move("content/.index.md.swp", to: "content/index.md")
    #expect(await changes.next() == ChangeSet(["content/index.md"]))
  }

  #if os(Linux)
    @Test func `a completely written file is reported at once`() async throws {
      let site = try TemporarySite()
      var changes = watch(site)
      try site.write("Home, sweet home", to: "content/index.md")
      let saved = ChangeSet(["content/index.md"])
      #expect(await changes.notices.next() == ChangeNotice(changes: saved, isSettled: false))
      #expect(await changes.notices.next()?.isSettled == true)
    }

    @Test func `a removed file is reported when it has settled`() async throws {
      let site = try TemporarySite(["content/index.md": "Home", "content/about.md": "About"])
      var changes = watch(site)
      try site.remove("content/about.md")
      let gone = ChangeSet(["content/about.md"])
      #expect(await changes.notices.next() == ChangeNotice(changes: gone, isSettled: true))
    }
  #endif

  @Test(arguments: methods)
  func `a burst of three hundred files is one change set`(
    _ method: FileWatcher.Method
  ) async throws {
    let site = try TemporarySite()
    var changes = watch(site, method)
    let paths = Set((0..<300).map { "content/page-\($0).md" })
    for path in paths { try site.write(path, to: path) }
    #expect(await changes.next() == ChangeSet(paths))
  }

  @Test(arguments: methods)
  func `a renamed file is reported under both names`(_ method: FileWatcher.Method) async throws {
    let site = try TemporarySite()
    var changes = watch(site, method)
    try site.move("content/index.md", to: "content/about.md")
    #expect(await changes.next() == ChangeSet(["content/index.md", "content/about.md"]))
  }

  @Test func `files in new nested folders are followed`() async throws {
    let site = try TemporarySite()
    var changes = watch(site)
    try site.write("One", to: "content/signs/deeper/one.md")
    #expect(await changes.next()?.isEverything == true)
    try site.write("Two", to: "content/signs/deeper/two.md")
    #expect(await changes.next() == ChangeSet(["content/signs/deeper/two.md"]))
  }

  @Test func `a moved folder is followed under its new name`() async throws {
    let site = try TemporarySite(["content/old/deeper/one.md": "One"])
    var changes = watch(site)
    try site.move("content/old", to: "content/new")
    #expect(await changes.next()?.isEverything == true)
    try site.write("Two", to: "content/new/deeper/one.md")
    #expect(await changes.next()?.paths == ["content/new/deeper/one.md"])
  }

  @Test func `a folder that is removed and created again is followed`() async throws {
    let site = try TemporarySite(["content/index.md": "Home", "content/signs/one.md": "One"])
    var changes = watch(site)
    try site.remove("content/signs")
    #expect(await changes.next()?.isEverything == true)
    try site.write("One", to: "content/signs/one.md")
    #expect(await changes.next()?.isEverything == true)
    try site.write("Two", to: "content/signs/one.md")
    #expect(await changes.next() == ChangeSet(["content/signs/one.md"]))
  }

  @Test func `content that is removed as a whole and restored is followed`() async throws {
    let site = try TemporarySite()
    var changes = watch(site)
    try site.move("content", to: "elsewhere")
    #expect(await changes.next()?.isEverything == true)
    try site.move("elsewhere", to: "content")
    #expect(await changes.next()?.isEverything == true)
    try site.write("Home again", to: "content/index.md")
    #expect(await changes.next()?.paths == ["content/index.md"])
  }

  @Test func `a folder outside is followed if content is a link to it`() async throws {
    let elsewhere = try TemporarySite(["pages/index.md": "Home"])
    let site = try TemporarySite([:])
    try site.link("content", to: elsewhere.root + "/pages")
    var changes = watch(site)
    try elsewhere.write("Home again", to: "pages/index.md")
    #expect(await changes.next() == ChangeSet(["content/index.md"]))
  }

  @Test func `with links, a change may affect other paths too`() async throws {
    let site = try TemporarySite()
    var changes = watch(site)
    try site.link("content/again.md", to: "index.md")
    #expect(await changes.next()?.paths == ["content/again.md"])
    try site.write("Home again", to: "content/index.md")
    let second = await changes.next()
    #expect(second?.isEverything == true)
    #expect(second?.paths == ["content/index.md"])
  }

  @Test func `circular links stall nothing`() async throws {
    let site = try TemporarySite()
    try site.link("content/circle", to: ".")
    var changes = watch(site)
    try site.write("Home again", to: "content/index.md")
    #expect(await changes.next()?.paths == ["content/index.md"])
  }

  @Test func `templates are followed and other folders are not`() async throws {
    let site = try TemporarySite(["content/index.md": "Home", "templates/base.mustache": ""])
    var changes = watch(site)
    try site.write("Notes", to: "docs/notes.md")
    try site.write("{{title}}", to: "templates/base.mustache")
    #expect(await changes.next() == ChangeSet(["templates/base.mustache"]))
  }

  @Test func `the stream ends when its reader is cancelled`() async throws {
    let site = try TemporarySite()
    let watcher = FileWatcher(root: site.root)
    let reading = Task { for await _ in watcher.changes() {} }
    reading.cancel()
    await reading.value
  }
}
