/// Gathers changes until they have come to rest.
///
/// An editor that saves, or a `git checkout`, is many changes in a row: they are one change set once
/// nothing more has come for a quiet moment. One file that has been written to its end needs but a
/// short one. Where it never gets quiet, what there is goes out when
/// patience is at its end, so that somebody sees something.
struct Settling {
  let quiet: Duration
  let shortQuiet: Duration
  let patience: Duration

  private var isFinished = true
  private var gathered = ChangeSet()
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
    let isOneFile = isFinished && gathered.paths.count == 1 && !gathered.isEverything
    return min(latest + (isOneFile ? shortQuiet : quiet), first + patience)
  }

  mutating func gather(_ news: News, at now: ContinuousClock.Instant) {
    guard !news.changes.isEmpty else { return }
    gathered.formUnion(news.changes)
    isFinished = isFinished && news.isFinished
    first = first ?? now
    latest = now
  }

  /// The changes, if they have settled; they are then forgotten.
  mutating func take(at now: ContinuousClock.Instant) -> ChangeSet? {
    guard let deadline, now >= deadline else { return nil }
    defer {
      gathered = ChangeSet()
      isFinished = true
      first = nil
      latest = nil
    }
    return gathered
  }
}
