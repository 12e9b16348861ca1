import DaylightBuild
import DaylightSyntax

/// Finds changes by looking at size, time and identity of every file, again and again.
///
/// Slow to notice and never wrong: it works on network drives and on every system. A look costs
/// about a millisecond for a thousand files; the rest between two is at least twenty times as long.
struct PollingSource: ChangeSource {
  private let loader: SiteLoader
  private let interval: Duration
  private var rest: Duration
  private var snapshot: SourceSnapshot
  /// Files that have just changed. A second change of the same size within the same tick of the
  /// disk's clock cannot be seen: when the tick is over they are named once more.
  private var doubtful: [String: ContinuousClock.Instant] = [:]

  init(root: String, interval: Duration) {
    loader = SiteLoader(root: root)
    self.interval = interval
    rest = interval
    snapshot = Self.look(loader)
  }

  mutating func changes(within time: Duration?, orUntil alarm: Alarm) -> News {
    _ = alarm.wait(upTo: time.map { min($0, rest) } ?? rest)
    let start = ContinuousClock.now
    let found = Self.look(loader)
    rest = max(interval, start.duration(to: .now) * 20)
    var changes = found.changes(since: snapshot)
    snapshot = found
    let settled = doubtful.filter { $0.value <= start }.keys
    for path in settled { doubtful[path] = nil }
    for path in changes.paths { doubtful[path] = start + Self.tick }
    for path in settled { changes.insert(path) }
    return News(changes)
  }

  /// Linux notes times no finer than its timer, of 100 Hz at the slowest.
  private static let tick = Duration.milliseconds(20)

  /// A site that cannot be looked at right now has no files; it may have some the next time.
  private static func look(_ loader: SiteLoader) -> SourceSnapshot {
    do {
      return try loader.scan().value
    } catch {
      return SourceSnapshot(entries: [])
    }
  }
}

extension SourceSnapshot {
  /// The paths that came, went or look different. Both are in the order of their paths, so that one
  /// pass over the two finds them.
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
