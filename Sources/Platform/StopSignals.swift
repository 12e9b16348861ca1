import Dispatch
import Synchronization

/// Signals that stop the program, after which it still does one thing before it ends.
///
/// The signal itself then ends the process, so that whoever started it sees why (128 and the number
/// of the signal, in a shell). In force until the value is gone.
package final class StopSignals: Sendable {
  /// Ctrl-C, a request by the system, and a terminal that was closed.
  private static let all = [SIGINT, SIGTERM, SIGHUP]

  private let sources: Mutex<[any DispatchSourceSignal]>

  /// - Parameter body: called once, on a thread of its own.
  package init(_ body: @escaping @Sendable () -> Void) {
    let queue = DispatchQueue(label: "stop")
    // What whoever started the program told it to ignore, as `nohup` does, stays ignored.
    let numbers = Self.all.filter { number in
      var current = sigaction()
      guard sigaction(number, nil, &current) == 0 else { return false }
      return !current.isIgnored
    }
    sources = Mutex(
      numbers.map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
        source.setEventHandler {
          body()
          signal(number, SIG_DFL)
          kill(getpid(), number)
        }
        source.activate()
        return source
      })
  }

  deinit {
    for source in sources.withLock(\.self) {
      source.cancel()
      signal(Int32(source.handle), SIG_DFL)
    }
  }
}

extension sigaction {
  fileprivate var isIgnored: Bool {
    #if canImport(Darwin)
      unsafeBitCast(__sigaction_u.__sa_handler, to: Int.self)
        == unsafeBitCast(SIG_IGN, to: Int.self)
    #else
      unsafeBitCast(__sigaction_handler.sa_handler, to: Int.self)
        == unsafeBitCast(SIG_IGN, to: Int.self)
    #endif
  }
}
