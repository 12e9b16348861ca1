import NIOCore

/// The connections of a server. Used on one event loop only.
final class ConnectionTable {
  private var connections: [ObjectIdentifier: PreviewConnection] = [:]
  /// In order of arrival.
  private var listeners: [PreviewConnection] = []
  private let openPages: OpenPages

  init(_ openPages: OpenPages = OpenPages()) { self.openPages = openPages }

  var count: Int { connections.count }
  var listenerCount: Int { listeners.count }

  func insert(_ connection: PreviewConnection) {
    connections[ObjectIdentifier(connection)] = connection
  }

  /// Adds a listener with the address of its page. If there are now more than the limit, the oldest is
  /// told to reconnect later.
  func listen(_ connection: PreviewConnection, for address: String, upTo limit: Int) {
    listeners.append(connection)
    openPages.open(address, in: ObjectIdentifier(connection))
    guard listeners.count > limit else { return }
    let oldest = listeners.removeFirst()
    openPages.close(in: ObjectIdentifier(oldest))
    oldest.pauseListening()
  }

  func remove(_ connection: PreviewConnection) {
    connections[ObjectIdentifier(connection)] = nil
    listeners.removeAll { $0 === connection }
    openPages.close(in: ObjectIdentifier(connection))
  }

  /// Sends an event to all listeners. One that has not yet read the last event is disconnected: its
  /// page reconnects by itself and catches up.
  func send(_ event: ByteBuffer) {
    for listener in listeners { listener.send(event: event) }
  }

  /// Lets every connection finish, idle ones at once, and returns futures for their ends.
  func retireAll() -> [EventLoopFuture<Void>] {
    Array(connections.values).compactMap { $0.retire() }
  }

  func closeAll() {
    for connection in Array(connections.values) { connection.close() }
  }
}
