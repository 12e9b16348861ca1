import Synchronization

/// The addresses of the pages that are open in browsers and listen for changes.
final class OpenPages: Sendable {
  private let byListener = Mutex<[ObjectIdentifier: String]>([:])

  var addresses: Set<String> { byListener.withLock { Set($0.values) } }

  func open(_ address: String, in listener: ObjectIdentifier) {
    byListener.withLock { $0[listener] = address }
  }

  func close(in listener: ObjectIdentifier) { byListener.withLock { $0[listener] = nil } }
}
