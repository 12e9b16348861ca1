/// Asks other hosts on the web.
package protocol WebClient: Sendable {
  func answer(to request: WebRequest) async throws(BuildFailure) -> WebAnswer
}

package struct WebRequest: Sendable, Hashable {
  package enum Method: Sendable, Hashable { case head, get }

  /// An absolute address on the web.
  package let address: String
  package let method: Method
  /// The media type that is asked for; nil for any.
  package let accept: String?

  package init(_ method: Method, _ address: String, accept: String? = nil) {
    self.address = address
    self.method = method
    self.accept = accept
  }
}

package enum WebAnswer: Sendable, Hashable {
  /// `redirect` is the absolute address that the host names instead.
  case status(Int, redirect: String?, body: [UInt8])
  /// There is no such host.
  case noHost
  /// No answer came, and why: “no answer within 20 seconds”.
  case none(String)
}
