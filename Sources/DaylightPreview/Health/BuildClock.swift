package import DaylightSite
import Synchronization

/// Measures how long each stage of the last build took.
package final class BuildClock: Sendable {
  struct Lap: Sendable {
    let name: String
    let duration: Duration
  }

  private struct State {
    var laps: [Lap] = []
    var current: (name: String, begin: ContinuousClock.Instant)?
  }

  private let state = Mutex(State())

  package init() {}

  /// Discards the laps of the last build and starts with the load stage.
  func restart() {
    state.withLock { $0 = State(current: ("load", .now)) }
  }

  /// Ends the running stage and begins the next, or none.
  package func start(_ stage: Stage?) {
    state.withLock { state in
      let now = ContinuousClock.now
      if let (name, begin) = state.current {
        state.laps.append(Lap(name: name, duration: begin.duration(to: now)))
      }
      state.current = stage.map { ($0.rawValue, now) }
    }
  }

  var laps: [Lap] { state.withLock(\.laps) }
}
