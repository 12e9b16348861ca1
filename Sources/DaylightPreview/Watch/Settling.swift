/// Gathers changes until they have come to rest.
///
/// An editor that saves, or a `git checkout`, is many changes in a row: they have settled once
/// nothing more has come for a quiet moment. Where it never gets quiet, what there is has to do when
/// patience is at its end, so that somebody sees something.
///
/// One file that has been written to its end is most likely all there is. It is handed out at once,
/// to be built but not yet shown, and settles after a shorter moment. Where more follows after all,
/// both are shown together.
struct Settling {
  let quiet: Duration
  let shortQuiet: Duration
  let patience: Duration

  /// What was not yet handed out, and all files that were named since it was last quiet.
  private var gathered = ChangeSet()
  private var named = ChangeSet()
  private var unfinished: Set<String> = []
  private var hasBegun = false
  private var first: ContinuousClock.Instant?
  private var latest: ContinuousClock.Instant?

  init(quiet: Duration, shortQuiet: Duration, patience: Duration) {
    self.quiet = quiet
    self.shortQuiet = shortQuiet
    self.patience = patience
  }

  /// When the changes gathered so far will have settled, if no more come.
  var deadline: ContinuousClock.Instant? {
    guard let first, let latest else { return nil }
    return min(latest + (isOneFile ? shortQuiet : quiet), first + patience)
  }

  private var isOneFile: Bool {
    named.paths.count == 1 && !named.isEverything && unfinished.isEmpty
  }

  mutating func gather(_ news: News, at now: ContinuousClock.Instant) {
    guard !news.changes.isEmpty else { return }
    gathered.formUnion(news.changes)
    named.formUnion(news.changes)
    unfinished.subtract(news.changes.paths)
    unfinished.formUnion(news.unfinished)
    first = first ?? now
    latest = now
  }

  /// What may be built now, if there is anything. What has settled is then forgotten.
  mutating func take(at now: ContinuousClock.Instant) -> Notice? {
    guard let deadline else { return nil }
    if now >= deadline {
      let notice = Notice(changes: gathered, isSettled: true)
      self = Settling(quiet: quiet, shortQuiet: shortQuiet, patience: patience)
      return notice
    }
    guard isOneFile, !hasBegun else { return nil }
    hasBegun = true
    defer { gathered = ChangeSet() }
    return Notice(changes: gathered, isSettled: false)
  }
}

/// What a watcher says of changes.
package struct Notice: Sendable, Hashable {
  /// Those that were not yet told of.
  package let changes: ChangeSet
  /// Whether all that was told of may be shown. Else more may be about to follow.
  package let isSettled: Bool
}
