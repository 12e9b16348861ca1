package import NIOCore

/// How much a preview server takes on. Whoever asks for more is refused; nobody else notices.
package struct ServerLimits: Sendable {
  /// Connections at a time. One more is told to come back later.
  package var connections = 512
  /// Pages that listen for changes at a time. Browsers allow six connections to a server, and need
  /// some for pages: where more want to listen, they take turns.
  package var listeners = 4
  /// From the opening of a connection until a whole request has come.
  package var requestTime: TimeAmount = .seconds(10)
  /// From an answer to the next request, and the longest pause of a reader in the middle of one.
  package var idleTime: TimeAmount = .seconds(60)
  /// Between two signs of life to those who listen for changes.
  package var heartbeat: TimeAmount = .seconds(15)
  /// What is under way when the server stops has so long to end.
  package var graceTime: TimeAmount = .seconds(2)
  /// Bytes of all header fields of a request. One may take half of it.
  package var headers = 32 << 10
  package var headerCount = 100

  package init() {}
}
