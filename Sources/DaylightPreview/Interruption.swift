import Dispatch
import Platform

/// The wish of a person (Ctrl-C) or of the system that this program ends.
package enum Interruption {
  /// Waits for it, once. From then on the system ends the program at the next one, whatever it does.
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
