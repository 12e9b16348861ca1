import DaylightSyntax

/// Changes as server-sent events (HTML standard, section 9.2).
enum EventText {
  /// With more changes than this, pages are not told which files changed; each checks for itself.
  private static let mostPaths = 500

  static let heartbeat = Array(":\n\n".utf8)
  static let pause = Array("event: pause\ndata:\n\n".utf8)

  static func update(_ update: PreviewUpdate) -> [UInt8] {
    text(
      revision: update.revision,
      changed: update.changed.count > mostPaths ? nil : update.changed,
      followed: update.followed, update.report, isBuilding: update.isBuilding)
  }

  /// What a page that has just connected has missed since it was served.
  static func greeting(_ request: EventRequest, _ state: PreviewState) -> [UInt8] {
    var changed: [String] = []
    if let site = state.site {
      let path = site.file(shownAt: request.path)
      if site.files[path]?.digest.hexadecimal != request.digest { changed = [path] }
    }
    let followed = state.followed.flatMap { $0.revision > request.revision ? $0.path : nil }
    return text(
      revision: state.revision, changed: changed, followed: followed, state.report,
      isBuilding: state.isBuilding)
  }

  private static func text(
    revision: Int, changed: [String]?, followed: String?, _ report: DiagnosticReport,
    isBuilding: Bool
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("revision", revision)
      json.member("changed", changed)
      json.member("follow", followed.map(address))
      json.member("building", isBuilding)
      json.object("report") { $0.append(fragment: report.json) }
    }
    return Array("id: \(revision)\nevent: update\ndata: ".utf8) + json.bytes + Array("\n\n".utf8)
  }

  /// `signs/overview/index.html` is at `/signs/overview/`.
  private static func address(of path: String) -> String {
    var address = Array("/".utf8)
    let index = "index.html"
    let isIndex = path == index || path.hasSuffix("/" + index)
    address.append(percentEncoding: isIndex ? String(path.dropLast(index.utf8.count)) : path)
    return String(decoding: address, as: UTF8.self)
  }
}
