import Synchronization

/// Keeps a site built while its sources change. Runs one build at a time, with everything that
/// changed since the last one began, and keeps the last good site while there are errors.
package actor BuildSession {
  private let build: PreviewBuilder
  private let follows: Bool
  private let editor: EditorLink
  private var pending = ChangeSet()
  /// Whether what is pending or held back may be shown.
  private var isSettled = false
  /// What was built but is not shown yet, because more changes may be about to follow.
  private var held: (site: PreviewSite, changes: ChangeSet)?
  private var building: Task<Void, Never>?
  private var subscribers: [Int: AsyncStream<PreviewUpdate>.Continuation] = [:]
  private var nextSubscriber = 0
  private let served = Mutex(PreviewState())
  private var sources = IndexedSources()

  /// - Parameters:
  ///   - follows: whether browsers navigate to the page that was edited.
  ///   - editor: what a place in a file links to.
  package init(
    follows: Bool = false, editor: EditorLink = EditorLink(root: ""),
    build: @escaping PreviewBuilder
  ) {
    self.build = build
    self.follows = follows
    self.editor = editor
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
        let site = await build(changes)
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

  private func publish(_ site: PreviewSite, after changes: ChangeSet) {
    var state = state
    state.revision += 1
    let report = DiagnosticReport(
      site.diagnostics, sources: site.sources, indexed: &sources, editor: editor)
    let isNewReport = report != state.report
    state.report = report
    var changed: [String] = []
    var followed: String?
    if !site.hasErrors {
      changed = site.files.changes(since: state.site?.files ?? PreviewFiles())
      state.site = site
      followed = follows ? page(of: changes, in: site, changed) : nil
      if let followed { state.followed = (followed, state.revision) }
    }
    served.withLock { $0 = state }
    guard !changed.isEmpty || isNewReport else { return }
    let update = PreviewUpdate(
      revision: state.revision, changed: changed, followed: followed, report: report)
    for subscriber in subscribers.values { subscriber.yield(update) }
  }

  /// The first page that was edited and whose output changed.
  private func page(of changes: ChangeSet, in site: PreviewSite, _ changed: [String]) -> String? {
    let changed = Set(changed)
    return changes.paths.sorted().lazy.compactMap { site.pageOfSource[$0] }
      .first { changed.contains($0) }
  }
}
