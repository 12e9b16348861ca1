import Platform
import Synchronization

/// Measures the wall time and the processor time of each stage of a build.
final class Stopwatch: Sendable {
  struct Lap: Sendable {
    let stage: String
    /// In seconds.
    let wall: Double
    /// In seconds, all processors together.
    let processor: Double
    /// The peak memory of the process so far, in bytes.
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
    begin = SystemClock.monotonicSeconds
    state = Mutex(State(wall: begin, processor: SystemClock.processorSeconds))
  }

  /// Ends the running stage and begins the next.
  func start(_ stage: String?) {
    let wall = SystemClock.monotonicSeconds
    let processor = SystemClock.processorSeconds
    state.withLock { state in
      if let current = state.current {
        state.laps.append(
          Lap(
            stage: current, wall: wall - state.wall, processor: processor - state.processor,
            peak: ProcessMemory.peak))
      }
      state.current = stage
      state.wall = wall
      state.processor = processor
    }
  }

  var laps: [Lap] { state.withLock(\.laps) }

  /// Since the stopwatch was created, in seconds.
  var total: Double { SystemClock.monotonicSeconds - begin }
}
