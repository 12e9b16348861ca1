/// Where news of changed files comes from. It is used on one thread, which it may block.
protocol ChangeSource: Sendable {
  /// Waits for a change until the time is up (for ever where there is none) or the alarm rings, and
  /// returns what has changed since the last call; nothing, if nothing has.
  mutating func changes(
    within time: Duration?, orUntil alarm: Alarm
  ) throws(WatchFailure) -> News
}

/// What a source has to tell.
struct News {
  var changes = ChangeSet()
  /// Whether every file that is named has been written to its end, or moved into its place, so that
  /// nothing more is to be expected of it.
  var isFinished = false
}

/// Why a source cannot tell of changes, or can no longer, in words for the person who waits.
struct WatchFailure: Error { let reason: String }
