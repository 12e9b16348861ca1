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
    /// The most memory that the process has held so far, in bytes.
    let peak: Int
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
          Lap(
            stage: current, wall: wall - state.wall, processor: processor - state.processor,
            peak: Self.peak))
      }
      state.current = stage
      state.wall = wall
      state.processor = processor
    }
  }

  var laps: [Lap] { state.withLock(\.laps) }

  /// Since the stopwatch was made, in seconds.
  var total: Double { Clock.seconds(CLOCK_MONOTONIC) - begin }

  private static var peak: Int {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(RUSAGE_SELF.rawValue, &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    #if canImport(Darwin)
      return usage.ru_maxrss
    #else
      return usage.ru_maxrss << 10  // In KiB there.
    #endif
  }
}
