/// A host for which the program carries the files that publish a site there.
package struct SiteHost: Sendable, Hashable {
  /// The name of its folder in `starters/hosts`.
  package let id: String

  package var summary: String {
    switch id {
    case "github": "GitHub Pages, with a workflow that checks and builds each change"
    case "gitlab": "GitLab Pages, with a pipeline that checks and builds each change"
    case "codeberg": "Codeberg Pages, with a workflow that checks and builds each change"
    default: id
    }
  }

  /// The answer of who wants none of them.
  package static let none = "none"

  var folder: String { "starters/hosts/\(id)/" }

  package static let all: [SiteHost] = {
    var ids: [String] = []
    for path in EmbeddedFiles.paths(of: "starters/hosts/") {
      let id = String(path.split(separator: "/")[2])
      if ids.last != id { ids.append(id) }
    }
    return ids.map(SiteHost.init)
  }()
}
