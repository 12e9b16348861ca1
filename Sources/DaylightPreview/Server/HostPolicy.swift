/// The host names that this server answers to.
///
/// A page elsewhere can make its own host name point to this machine, and then read what is served
/// here as if it were its own (DNS rebinding). But the browser still sends that name as `Host`.
struct HostPolicy: Sendable {
  private let names: Set<String>
  private let port: Int
  /// A server bound to every address cannot list them, but accepting IP addresses is safe: only
  /// names can be rebound.
  private let acceptsNumbers: Bool

  /// - Parameter host: the name or IP address that the server was asked to listen on.
  init(host: String, port: Int) {
    let host = host.lowercased()
    names = ["localhost", "127.0.0.1", "[::1]", host.contains(":") ? "[\(host)]" : host]
    acceptsNumbers = host == "0.0.0.0" || host == "::"
    self.port = port
  }

  func accepts(host: some StringProtocol) -> Bool {
    var name = host.lowercased()[...]
    var given = 80
    let bracket = name.lastIndex(of: "]") ?? name.startIndex
    if let colon = name[bracket...].lastIndex(of: ":") {
      guard let number = Int(name[name.index(after: colon)...]) else { return false }
      given = number
      name = name[..<colon]
    }
    guard given == port else { return false }
    return names.contains(String(name)) || acceptsNumbers && Self.isNumber(name)
  }

  /// An `Origin`, which is a scheme and a host; `null` is never ours.
  func accepts(origin: String) -> Bool {
    origin.lowercased().hasPrefix("http://") && accepts(host: origin.dropFirst(7))
  }

  private static func isNumber(_ name: Substring) -> Bool {
    if name.hasPrefix("["), name.hasSuffix("]") {
      return name.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }
}
