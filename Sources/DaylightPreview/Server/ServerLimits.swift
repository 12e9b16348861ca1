package import NIOCore

/// The limits of a preview server. A client that exceeds one is refused; others do not notice.
package struct ServerLimits: Sendable {
  /// Connections at a time. Any more are told to try again later.
  package var connections = 512
  /// Pages that listen for changes at a time. Browsers allow six connections to a server and need
  /// some of them for pages, so more listeners take turns.
  package var listeners = 4
  /// From the opening of a connection until a complete request has arrived.
  package var requestTime: TimeAmount = .seconds(10)
  /// From an answer to the next request, and the longest pause while an answer is being read.
  package var idleTime: TimeAmount = .seconds(60)
  /// From the last answer of a connection until the client must have closed it.
  package var closingTime: TimeAmount = .seconds(2)
  /// Between two heartbeats to those who listen for changes.
  package var heartbeat: TimeAmount = .seconds(15)
  /// How long requests in progress may take when the server stops.
  package var graceTime: TimeAmount = .seconds(2)
  /// Bytes of all header fields of a request. A single field may have half of that.
  package var headers = 32 << 10
  package var headerCount = 100

  package init() {}
}
