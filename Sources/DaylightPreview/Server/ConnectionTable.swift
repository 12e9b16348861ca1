import NIOCore

/// The connections of a server. It lives on one event loop.
final class ConnectionTable {
  private var connections: [ObjectIdentifier: PreviewConnection] = [:]
  private var listeners: [ObjectIdentifier: PreviewConnection] = [:]

  var count: Int { connections.count }
  var listenerCount: Int { listeners.count }

  func insert(_ connection: PreviewConnection) {
    connections[ObjectIdentifier(connection)] = connection
  }

  func listen(_ connection: PreviewConnection) {
    listeners[ObjectIdentifier(connection)] = connection
  }

  func remove(_ connection: PreviewConnection) {
    connections[ObjectIdentifier(connection)] = nil
    listeners[ObjectIdentifier(connection)] = nil
  }

  /// Sends an event to all who listen. One who has not yet read the last is let go: the page
  /// connects again by itself and catches up.
  func send(_ event: ByteBuffer) {
    for listener in Array(listeners.values) { listener.send(event: event) }
  }

  /// Lets every connection end, at once where nothing is under way, and returns their ends.
  func retireAll() -> [EventLoopFuture<Void>] {
    Array(connections.values).compactMap { $0.retire() }
  }

  func closeAll() {
    for connection in Array(connections.values) { connection.close() }
  }
}
