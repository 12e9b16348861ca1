import DaylightSite
import DaylightTheme
import Synchronization

/// Keeps a site built while its sources change. Runs one build at a time, with everything that
/// changed since the last one began, and keeps the last good site while there are errors.
package actor BuildSession {
  private let build: PreviewBuilder
  private let follows: Bool
  private var pending = ChangeSet()
  /// Whether what is pending or held back may be shown.
  private var isSettled = false
  /// What was built but is not shown yet, because more changes may be about to follow.
  private var held: (site: PreviewSite, changes: ChangeSet)?
  /// Pages of the build that is running, which are shown as soon as the changes have settled.
  private var firstPages: [Artifact] = []
  /// The last site that was finished without errors.
  private var finished: PreviewSite?
  private var building: Task<Void, Never>?
  private var subscribers: [Int: AsyncStream<PreviewUpdate>.Continuation] = [:]
  private var nextSubscriber = 0
  private let served = Mutex(PreviewState())
  private var reports: ReportWriter
  /// The pages that browsers show.
  nonisolated let openPages = OpenPages()

  /// - Parameters:
  ///   - follows: whether browsers navigate to the page that was edited.
  ///   - editor: what a place in a file links to.
  package init(
    follows: Bool = false, editor: EditorLink = EditorLink(root: ""),
    build: @escaping PreviewBuilder
  ) {
    self.build = build
    self.follows = follows
    reports = ReportWriter(editor: editor)
  }

  /// What to serve right now. May be called on any thread; never waits for a build.
  nonisolated var state: PreviewState { served.withLock { $0 } }

  /// The number of builds so far.
  package nonisolated var buildCount: Int { state.revision }

  /// The findings of the last build.
  package nonisolated var report: DiagnosticReport { state.report }

  /// Requests a build. If one is running, the next begins right after it.
  ///
  /// - Parameter isSettled: whether it may be shown. If not, it is held back and shown together
  ///   with the next changes that have settled.
  package func note(_ changes: ChangeSet, isSettled: Bool = true) {
    pending.formUnion(changes)
    self.isSettled = isSettled
    showFirstPages()
    guard building == nil, !pending.isEmpty || isSettled && held != nil else { return }
    building = Task { await buildUntilSettled() }
  }

  /// Builds after every change, until the stream ends.
  package func follow(_ notices: AsyncStream<ChangeNotice>) async {
    for await notice in notices { note(notice.changes, isSettled: notice.isSettled) }
  }

  /// Waits until no build is running or pending.
  package func settle() async {
    while let building { await building.value }
  }

  /// What each build changes from now on. Builds that change nothing are left out.
  package func updates() -> AsyncStream<PreviewUpdate> {
    let (stream, continuation) = AsyncStream.makeStream(of: PreviewUpdate.self)
    let number = nextSubscriber
    nextSubscriber += 1
    subscribers[number] = continuation
    continuation.onTermination = { _ in Task { await self.unsubscribe(number) } }
    return stream
  }

  private func unsubscribe(_ number: Int) { subscribers[number] = nil }

  private func buildUntilSettled() async {
    while !pending.isEmpty || isSettled && held != nil {
      var mayShow = isSettled
      if !pending.isEmpty {
        let changes = pending
        pending = ChangeSet()
        let site = await build(changes, firstLook())
        firstPages = []
        var all = held?.changes ?? ChangeSet()
        all.formUnion(changes)
        held = (site, all)
        mayShow = mayShow || isSettled && pending.isEmpty
      }
      if mayShow, let (site, changes) = held {
        held = nil
        publish(site, after: changes)
      }
    }
    building = nil
  }

  private func firstLook() -> FirstLook {
    let site = state.site
    let open = openPages.addresses.compactMap { site?.file(shownAt: $0) }
    return FirstLook(open: Set(open)) { await self.take($0) }
  }

  private func take(_ pages: [Artifact]) {
    firstPages = pages
    showFirstPages()
  }

  /// Shows the pages that are open as they are now, with the findings of before, until the rest of the
  /// site is built.
  private func showFirstPages() {
    var state = state
    guard isSettled, pending.isEmpty, !firstPages.isEmpty, var site = state.site else { return }
    let before = site.files
    for page in firstPages {
      if site.files[page.path] != nil, let bytes = page.bytes {
        site.files[page.path] = PreviewFile(bytes)
      }
    }
    firstPages = []
    let changed = site.files.changes(since: before)
    guard !changed.isEmpty else { return }
    state.site = site
    state.isBuilding = true
    served.withLock { $0 = state }
    announce(
      PreviewUpdate(
        revision: state.revision, changed: changed, followed: nil, report: state.report,
        isBuilding: true))
  }

  private func announce(_ update: PreviewUpdate) {
    for subscriber in subscribers.values { subscriber.yield(update) }
  }

  private func publish(_ site: PreviewSite, after changes: ChangeSet) {
    var state = state
    state.revision += 1
    let report = reports.report(site.findings, sources: site.sources)
    let isNews = report != state.report || state.isBuilding
    state.report = report
    state.isBuilding = false
    var followed: String?
    if !site.hasErrors { finished = site }
    let changed = finished?.files.changes(since: state.site?.files ?? PreviewFiles()) ?? []
    state.site = finished
    if !site.hasErrors {
      followed = follows ? page(of: changes, in: site, changed) : nil
      if let followed { state.followed = (followed, state.revision) }
    }
    served.withLock { $0 = state }
    guard !changed.isEmpty || isNews else { return }
    announce(
      PreviewUpdate(
        revision: state.revision, changed: changed, followed: followed, report: report,
        isBuilding: false))
  }

  /// The first page that was edited and whose output changed.
  private func page(of changes: ChangeSet, in site: PreviewSite, _ changed: [String]) -> String? {
    let changed = Set(changed)
    return changes.paths.sorted().lazy.compactMap { site.pageOfSource[$0] }
      .first { changed.contains($0) }
  }
}
