/// The address of a page within the site, without a leading slash: `signs/overview/`, `404.html`,
/// and the empty string for the home page.
package struct Route: Sendable, Hashable, Comparable {
  package let path: String

  package init(_ path: String) { self.path = path }

  /// The file that is served at this address, relative to the output folder.
  package var outputPath: String { isFolder ? path + "index.html" : path }

  /// The path from this page to the root of the site: `../../` for `signs/overview/`.
  ///
  /// Links are written as this and a path from the root, so the site works in any sub-folder.
  package var root: String {
    String(repeating: "../", count: path.utf8.count(where: { $0 == UInt8(ascii: "/") }))
  }

  /// The path of links to this page after the path to the root of the site. The home page in the
  /// style of folders is that root itself, so it is empty.
  package func linkPath(_ style: LinkStyle) -> String {
    switch style {
    case .file: outputPath
    case .folder: path
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.path < right.path }

  private var isFolder: Bool { path.isEmpty || path.hasSuffix("/") }
}

/// How links between pages end.
///
/// `file` names the file (`signs/index.html`), so that a folder of pages also works when it is
/// opened from a disk or a USB stick, without a server (SAF-23). `folder` leaves the file's name to
/// the server.
package typealias LinkStyle = SiteConfiguration.LinkStyle
