import DaylightSite
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Measures how long each stage of a build takes, on the clock and on the processors.
final class Stopwatch: Sendable {
  struct Lap: Sendable {
    let stage: String
    /// In seconds.
    let wall: Double
    /// In seconds, all processors together.
    let processor: Double
  }

  private struct State {
    var laps: [Lap] = []
    var current: String?
    var wall: Double
    var processor: Double
  }

  private let state: Mutex<State>
  private let begin: Double

  init() {
    begin = Clock.seconds(CLOCK_MONOTONIC)
    state = Mutex(State(wall: begin, processor: Clock.seconds(CLOCK_PROCESS_CPUTIME_ID)))
  }

  /// Ends the running stage and begins the next.
  func start(_ stage: String?) {
    let wall = Clock.seconds(CLOCK_MONOTONIC)
    let processor = Clock.seconds(CLOCK_PROCESS_CPUTIME_ID)
    state.withLock { state in
      if let current = state.current {
        state.laps.append(
          Lap(stage: current, wall: wall - state.wall, processor: processor - state.processor))
      }
      state.current = stage
      state.wall = wall
      state.processor = processor
    }
  }

  var laps: [Lap] { state.withLock(\.laps) }

  /// Since the stopwatch was made, in seconds.
  var total: Double { Clock.seconds(CLOCK_MONOTONIC) - begin }
}
