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
  /// Files of which more is to be expected: not yet written to their end, or gone and perhaps about
  /// to be put back.
  var unfinished: Set<String>

  /// Unless a source knows better, all files are unfinished.
  init(_ changes: ChangeSet = ChangeSet()) {
    self.changes = changes
    unfinished = changes.paths
  }
}

/// Why a source cannot tell of changes, or can no longer, in words for the person who waits.
struct WatchFailure: Error { let reason: String }
