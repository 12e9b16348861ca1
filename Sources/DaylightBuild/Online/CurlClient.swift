import Platform

/// Asks with the program curl, which most computers have.
package struct CurlClient: WebClient {
  package init() {}

  private static let seconds = 20

  package func answer(to request: WebRequest) async throws(BuildFailure) -> WebAnswer {
    // No configuration of the user, and nothing but the web.
    var arguments = [
      "curl", "--disable", "--silent", "--globoff", "--proto", "=http,https", "--max-time",
      "\(Self.seconds)", "--max-filesize", "2000000", "--user-agent",
      "daylight (a check of links, once a day)", "--write-out", "\n%{http_code} %{redirect_url}",
    ]
    if let accept = request.accept { arguments += ["--header", "Accept: " + accept] }
    switch request.method {
    case .head: arguments += ["--head", "--output", "/dev/null"]
    case .get: break
    }
    let command = arguments + [request.address]
    guard let ended = await onThread({ ChildProcess.run(command) }) else {
      throw .noCurl
    }
    return Self.answer(ended)
  }

  /// The exit codes are those of curl(1).
  static func answer(_ ended: ChildProcess.Ended) -> WebAnswer {
    let trailer = ended.output.lastIndex(of: UInt8(ascii: "\n")) ?? ended.output.endIndex
    let words = String(decoding: ended.output[trailer...], as: UTF8.self).split(separator: " ")
    // Even if the rest was too large or was cut off, the host has answered.
    if let status = words.first.flatMap({ Int($0.drop { $0 == "\n" }) }), status > 0 {
      return .status(
        status, redirect: words.count > 1 ? String(words[1]) : nil,
        body: Array(ended.output[..<trailer]))
    }
    return switch ended.code {
    case 6: .noHost
    case 7: .none("it refuses connections")
    case 28: .none("no answer within \(seconds) seconds")
    case 35, 51, 53, 54, 58, 59, 60, 77, 83, 90, 91: .none("its certificate is not valid")
    default: .none("it could not be asked (curl \(ended.code))")
    }
  }
}
