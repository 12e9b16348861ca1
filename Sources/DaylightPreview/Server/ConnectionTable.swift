import NIOCore

/// The connections of a server. It lives on one event loop.
final class ConnectionTable {
  private var connections: [ObjectIdentifier: PreviewConnection] = [:]
  /// In the order in which they came.
  private var listeners: [PreviewConnection] = []

  var count: Int { connections.count }
  var listenerCount: Int { listeners.count }

  func insert(_ connection: PreviewConnection) {
    connections[ObjectIdentifier(connection)] = connection
  }

  /// Where this makes more listeners than there may be, the one that has listened longest rests.
  func listen(_ connection: PreviewConnection, upTo limit: Int) {
    listeners.append(connection)
    if listeners.count > limit { listeners.removeFirst().rest() }
  }

  func remove(_ connection: PreviewConnection) {
    connections[ObjectIdentifier(connection)] = nil
    listeners.removeAll { $0 === connection }
  }

  /// Sends an event to all who listen. One who has not yet read the last is let go: the page
  /// connects again by itself and catches up.
  func send(_ event: ByteBuffer) {
    for listener in listeners { listener.send(event: event) }
  }

  /// Lets every connection end, at once where nothing is under way, and returns their ends.
  func retireAll() -> [EventLoopFuture<Void>] {
    Array(connections.values).compactMap { $0.retire() }
  }

  func closeAll() {
    for connection in Array(connections.values) { connection.close() }
  }
}
