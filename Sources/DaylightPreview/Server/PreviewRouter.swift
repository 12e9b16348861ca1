import DaylightSyntax
import NIOHTTP1

/// Decides how to answer a request. Everything it serves is in memory, so it never touches the
/// disk.
struct PreviewRouter: Sendable {
  let hosts: HostPolicy
  /// More pages below `/_daylight/`, by the rest of their path.
  let pages: @Sendable (String) -> [UInt8]?

  static let longestTarget = 8 << 10
  private static let own = "_daylight/"

  func answer(_ request: HTTPRequestHead, from state: PreviewState) -> PreviewAnswer {
    guard request.method == .GET || request.method == .HEAD else {
      var response = PreviewResponse(.methodNotAllowed, "Only GET and HEAD are answered here.")
      response.headers.add(name: "Allow", value: "GET, HEAD")
      return .response(response)
    }
    guard request.uri.utf8.count <= Self.longestTarget else {
      return .response(PreviewResponse(.uriTooLong, "This address is too long."))
    }
    let named = request.headers["Host"]
    guard named.count == 1, let target = RequestTarget(request.uri) else {
      return .response(PreviewResponse(.badRequest, "This request is not valid."))
    }
    guard hosts.accepts(host: named[0]) else {
      return .response(PreviewResponse(.forbidden, "This preview does not answer to that name."))
    }
    if target.path.hasPrefix(Self.own) { return ownAnswer(target, request, state) }
    guard let site = state.site else { return .response(waiting(state)) }
    return .response(file(target, request, site, state))
  }

  private func ownAnswer(
    _ target: RequestTarget, _ request: HTTPRequestHead, _ state: PreviewState
  ) -> PreviewAnswer {
    let path = String(target.path.dropFirst(Self.own.count))
    switch path {
    case "events": return events(target, request)
    case "preview.js":
      return .response(
        PreviewResponse(type: MediaType.of(path), body: PackageResources.preview_js))
    case "preview.css":
      return .response(
        PreviewResponse(type: MediaType.of(path), body: PackageResources.preview_css))
    default:
      guard let page = pages(path) else {
        return .response(PreviewResponse(.notFound, "There is no such page of the preview."))
      }
      let isFolder = path.isEmpty || path.hasSuffix("/")
      return .response(
        PreviewResponse(type: isFolder ? MediaType.html : MediaType.of(path), body: page))
    }
  }

  private func events(_ target: RequestTarget, _ request: HTTPRequestHead) -> PreviewAnswer {
    let origins = request.headers["Origin"]
    let site = request.headers["Sec-Fetch-Site"].first ?? "same-origin"
    guard origins.allSatisfy({ hosts.accepts(origin: $0) }), site == "same-origin" || site == "none"
    else {
      return .response(PreviewResponse(.forbidden, "Only pages of this preview may listen."))
    }
    return .events(
      EventRequest(
        path: target.value("path").flatMap { RequestTarget($0)?.path } ?? "",
        digest: target.value("digest") ?? "",
        revision: target.value("revision").flatMap { Int($0) } ?? 0))
  }

  private func file(
    _ target: RequestTarget, _ request: HTTPRequestHead, _ site: PreviewSite,
    _ state: PreviewState
  ) -> PreviewResponse {
    switch site.place(of: target.path) {
    case .file(let path, let file):
      var response = response(path, file, site, state)
      let tag = "\"\(file.digest.hexadecimal)\(site.drafts.contains(path) ? "-draft" : "")\""
      response.headers.replaceOrAdd(name: "ETag", value: tag)
      let known = request.headers[canonicalForm: "If-None-Match"]
      if known.contains(where: { $0 == "*" || $0 == tag || $0 == "W/" + tag }) {
        response.status = .notModified
        response.body = []
      }
      return response
    case .folder(let path):
      var location = Array("/".utf8)
      location.append(percentEncoding: path)
      return PreviewResponse(
        movedTo: String(decoding: location, as: UTF8.self) + "/" + target.query)
    case .missing:
      guard let file = site.files[site.notFoundPath] else {
        return PreviewResponse(.notFound, "There is no such page.")
      }
      var response = response(site.notFoundPath, file, site, state)
      response.status = .notFound
      return response
    }
  }

  private func response(
    _ path: String, _ file: PreviewFile, _ site: PreviewSite, _ state: PreviewState
  ) -> PreviewResponse {
    let type = MediaType.of(path)
    let isPage = type == MediaType.html
    var headers: HTTPHeaders = [:]
    for (name, value) in site.headers where Self.isSendable(name, value) {
      let isPolicy = isPage && name.lowercased() == "content-security-policy"
      headers.add(name: name, value: isPolicy ? PreviewPolicy.relaxed(value) : value)
    }
    headers.add(name: "Content-Type", value: type)
    headers.add(name: "Cache-Control", value: "no-store")
    var response = PreviewResponse(type: type, body: file.bytes)
    response.headers = headers
    if isPage {
      response.body = PreviewPage.addingScript(
        to: file.bytes,
        PreviewPage.Facts(
          path: path, digest: file.digest, revision: state.revision,
          isDraft: site.drafts.contains(path)))
    }
    return response
  }

  /// Leaves out headers that this server sets itself, and anything that is not a valid header.
  private static func isSendable(_ name: String, _ value: String) -> Bool {
    !ownHeaders.contains(name.lowercased())
      && !name.isEmpty
      && name.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0.isASCIILetterOrDigit }
      && value.utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }

  /// Headers that this server sets itself; and `Strict-Transport-Security`, which would make
  /// browsers demand TLS from `localhost` in future.
  private static let ownHeaders: Set = [
    "cache-control", "connection", "content-length", "content-type", "date", "etag",
    "strict-transport-security", "transfer-encoding",
  ]

  /// Shown until there is a site; the script in it shows what is wrong, and then the site.
  private func waiting(_ state: PreviewState) -> PreviewResponse {
    let page = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Preview</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="/_daylight/preview.css">
      </head>
      <body class="waiting"><p>The site will appear here as soon as it is built.</p></body>
      </html>

      """
    let bytes = PreviewPage.addingScript(
      to: Array(page.utf8),
      PreviewPage.Facts(
        path: "", digest: ContentDigest(value: 0), revision: state.revision, isDraft: false))
    return PreviewResponse(.serviceUnavailable, type: MediaType.html, body: bytes)
  }
}

extension PreviewSite {
  enum Place {
    case file(path: String, PreviewFile)
    /// A page that was requested without its trailing slash.
    case folder(path: String)
    case missing
  }

  /// Resolves a path as hosts of static files do.
  func place(of path: String) -> Place {
    if path.isEmpty || path.hasSuffix("/") {
      let index = path + "index.html"
      return files[index].map { .file(path: index, $0) } ?? .missing
    }
    if let file = files[path] { return .file(path: path, file) }
    return files[path + "/index.html"] == nil ? .missing : .folder(path: path)
  }

  /// The path of the file that a browser gets to see at an address.
  func file(shownAt address: String) -> String {
    switch place(of: address) {
    case .file(let path, _): path
    case .folder(let path): path + "/index.html"
    case .missing: notFoundPath
    }
  }
}
