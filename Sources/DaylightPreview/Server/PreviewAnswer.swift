import NIOHTTP1

/// The answer to a request.
enum PreviewAnswer {
  case response(PreviewResponse)
  case events(EventRequest)
}

struct PreviewResponse {
  var status: HTTPResponseStatus
  var headers: HTTPHeaders
  var body: [UInt8]

  /// A file of the preview itself.
  init(_ status: HTTPResponseStatus = .ok, type: String, body: [UInt8]) {
    self.status = status
    headers = [
      "Content-Type": type, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy":
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ]
    self.body = body
  }

  /// A plain-text message.
  init(_ status: HTTPResponseStatus, _ message: String) {
    self.init(status, type: MediaType.plain, body: Array("\(message)\n".utf8))
  }

  /// Moved while the preview runs: browsers keep the method, and `no-store` keeps them from
  /// remembering.
  init(movedTo location: String) {
    self.init(.permanentRedirect, "This page is at \(location)")
    headers.add(name: "Location", value: location)
  }
}

/// A page that subscribes to changes, and what it already has.
struct EventRequest {
  /// The path in its address, without the leading slash.
  let path: String
  /// The digest of the file that it shows, in hexadecimal.
  let digest: String
  /// The last build that it was told of.
  let revision: Int
}
