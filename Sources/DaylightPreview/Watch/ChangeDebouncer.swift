/// Collects changes until they have settled.
///
/// An editor that saves, or a `git checkout`, makes many changes in a row: they have settled when
/// no more arrive for a quiet period. If it never gets quiet, they are passed on after the maximum
/// delay.
///
/// A single file that has been written completely is most likely all there is. It is passed on at
/// once, to be built but not shown yet, and settles after a shorter period. If more follows after
/// all, both are shown together.
struct ChangeDebouncer {
  let quietPeriod: Duration
  let shortQuietPeriod: Duration
  let maximumDelay: Duration

  /// What was not passed on yet, and all files that were named since it was last quiet.
  private var gathered = ChangeSet()
  private var named = ChangeSet()
  private var unfinished: Set<String> = []
  private var hasBegun = false
  private var first: ContinuousClock.Instant?
  private var latest: ContinuousClock.Instant?

  init(quietPeriod: Duration, shortQuietPeriod: Duration, maximumDelay: Duration) {
    self.quietPeriod = quietPeriod
    self.shortQuietPeriod = shortQuietPeriod
    self.maximumDelay = maximumDelay
  }

  /// When the changes gathered so far will have settled, if no more come.
  var deadline: ContinuousClock.Instant? {
    guard let first, let latest else { return nil }
    return min(latest + (isOneFile ? shortQuietPeriod : quietPeriod), first + maximumDelay)
  }

  private var isOneFile: Bool {
    named.paths.count == 1 && !named.isEverything && unfinished.isEmpty
  }

  mutating func gather(_ observed: ObservedChanges, at now: ContinuousClock.Instant) {
    guard !observed.changes.isEmpty else { return }
    gathered.formUnion(observed.changes)
    named.formUnion(observed.changes)
    unfinished.subtract(observed.changes.paths)
    unfinished.formUnion(observed.unfinished)
    first = first ?? now
    latest = now
  }

  /// What may be built now, if anything. Once settled, everything is reset.
  mutating func take(at now: ContinuousClock.Instant) -> ChangeNotice? {
    guard let deadline else { return nil }
    if now >= deadline {
      let notice = ChangeNotice(changes: gathered, isSettled: true)
      self = ChangeDebouncer(
        quietPeriod: quietPeriod, shortQuietPeriod: shortQuietPeriod, maximumDelay: maximumDelay)
      return notice
    }
    guard isOneFile, !hasBegun else { return nil }
    hasBegun = true
    defer { gathered = ChangeSet() }
    return ChangeNotice(changes: gathered, isSettled: false)
  }
}

/// What a watcher reports about changes.
package struct ChangeNotice: Sendable, Hashable {
  /// Changes that were not reported before.
  package let changes: ChangeSet
  /// Whether everything reported so far may be shown. If not, more may be about to follow.
  package let isSettled: Bool
}
