import DaylightBuild
import DaylightSyntax

/// Finds changes by polling the size, time and identity of every file.
///
/// Slower, but it works on network drives and on every system. A scan takes about a millisecond for
/// a thousand files; the pause between two scans is at least twenty times as long.
struct PollingSource: ChangeSource {
  private let loader: SiteLoader
  private let interval: Duration
  private var rest: Duration
  private var snapshot: SourceSnapshot
  /// Files that have just changed. A second change of the same size within the same tick of the
  /// disk's clock cannot be seen, so they are reported once more when the tick is over.
  private var recentlyChanged: [String: ContinuousClock.Instant] = [:]

  init(root: String, interval: Duration) {
    loader = SiteLoader(root: root)
    self.interval = interval
    rest = interval
    snapshot = Self.scan(loader)
  }

  mutating func changes(within time: Duration?, orUntil wakeup: WakeupPipe) -> ObservedChanges {
    _ = wakeup.wait(upTo: time.map { min($0, rest) } ?? rest)
    let start = ContinuousClock.now
    let found = Self.scan(loader)
    rest = max(interval, start.duration(to: .now) * 20)
    var changes = found.changes(since: snapshot)
    snapshot = found
    let settled = recentlyChanged.filter { $0.value <= start }.keys
    for path in settled { recentlyChanged[path] = nil }
    for path in changes.paths { recentlyChanged[path] = start + Self.tick }
    for path in settled { changes.insert(path) }
    return ObservedChanges(changes)
  }

  /// Linux records times no finer than its timer, which has at least 100 Hz.
  private static let tick = Duration.milliseconds(20)

  /// A site that cannot be scanned right now counts as empty until the next time.
  private static func scan(_ loader: SiteLoader) -> SourceSnapshot {
    do {
      return try loader.scan().value
    } catch {
      return SourceSnapshot(entries: [])
    }
  }
}

extension SourceSnapshot {
  /// The paths that were added, removed or changed. Both are sorted by path, so one pass over both
  /// finds them.
  func changes(since earlier: SourceSnapshot) -> ChangeSet {
    var changes = ChangeSet()
    var (old, new) = (earlier.entries[...], entries[...])
    while let left = old.first, let right = new.first {
      if left.path == right.path {
        if left != right { changes.insert(left.path) }
        old.removeFirst()
        new.removeFirst()
      } else if left.path.utf8.lexicographicallyPrecedes(right.path.utf8) {
        changes.insert(left.path)
        old.removeFirst()
      } else {
        changes.insert(right.path)
        new.removeFirst()
      }
    }
    for entry in old { changes.insert(entry.path) }
    for entry in new { changes.insert(entry.path) }
    return changes
  }
}
