import Dispatch
import Platform

/// A request to stop the program, from Ctrl-C or from the system.
package enum Interruption {
  /// Waits for the first one. From then on, another one kills the program at once.
  package static func wait() async {
    let signals = [SIGINT, SIGTERM]
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
    let sources = signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { continuation.yield() }
      source.activate()
      return source
    }
    for await _ in stream { break }
    for source in sources { source.cancel() }
    for number in signals { signal(number, SIG_DFL) }
  }
}
