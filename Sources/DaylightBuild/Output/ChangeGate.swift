import Platform
import Synchronization

/// What every change to the output passes through, until the program is told to stop.
final class ChangeGate: Sendable {
  private struct State {
    var isClosed = false
    var changesUnderWay = 0
  }

  private let state = Mutex(State())

  /// Makes the change. Never returns if the gate is closed: the process is about to end.
  func pass<Result, Failure>(
    _ change: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    while !enter() { sleep(1) }
    defer { state.withLock { $0.changesUnderWay -= 1 } }
    return try change()
  }

  /// Lets nothing more through, and returns when what was under way is done.
  func close() {
    state.withLock { $0.isClosed = true }
    while state.withLock({ $0.changesUnderWay }) > 0 { usleep(1000) }
  }

  private func enter() -> Bool {
    state.withLock { state in
      if !state.isClosed { state.changesUnderWay += 1 }
      return !state.isClosed
    }
  }
}
