/// A source of file changes. It is used on one thread, which it may block.
protocol ChangeSource: Sendable {
  /// Waits for a change until the time is up (forever if nil) or `wakeup` is woken, and returns
  /// what has changed since the last call, which may be nothing.
  mutating func changes(
    within time: Duration?, orUntil wakeup: WakeupPipe
  ) throws(WatchFailure) -> ObservedChanges
}

/// What a source has observed since the last call.
struct ObservedChanges {
  var changes = ChangeSet()
  /// Files that are likely to change again: not yet completely written, or removed and perhaps
  /// about to be restored.
  var unfinished: Set<String>

  /// Unless a source knows better, all files are unfinished.
  init(_ changes: ChangeSet = ChangeSet()) {
    self.changes = changes
    unfinished = changes.paths
  }
}

/// Why a source cannot report changes, or no longer can, in words for the user.
struct WatchFailure: Error { let reason: String }
