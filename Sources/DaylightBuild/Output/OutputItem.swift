package import DaylightSyntax
package import DaylightTheme

/// Everything known about one path of the output: what should be there, what we wrote there before,
/// and what is there now.
package struct OutputItem: Sendable, Hashable {
  package let path: String
  /// What should be there, with the digest of its bytes.
  package var artifact: Artifact?
  package var digest: ContentDigest?
  /// What the manifest says of the path.
  package let entries: [Manifest.Entry]
  package var found: Found

  package enum Found: Sendable, Hashable {
    case nothing
    case file(FileStamp, ContentDigest)
    /// A folder, with the paths of all files and of all folders within it.
    case folder(files: [String], folders: [String])
    case link
    /// A socket, a pipe or a device.
    case special
    /// A folder on the way is a symbolic link.
    case behindLink(String)
    /// A folder on the way is a file.
    case behindFile(String)
  }

  package init(
    path: String, artifact: Artifact? = nil, digest: ContentDigest? = nil,
    entries: [Manifest.Entry] = [], found: Found = .nothing
  ) {
    self.path = path
    self.artifact = artifact
    self.digest = digest
    self.entries = entries
    self.found = found
  }
}

extension OutputItem {
  /// Merges artifacts and manifest by path, in byte order. Reports paths that cannot be written,
  /// and every artifact after the first with the same path.
  static func join(_ artifacts: [Artifact], _ manifest: Manifest) -> Diagnosed<[OutputItem]> {
    var diagnostics: [Diagnostic] = []
    var sorted: [Artifact] = []
    sorted.reserveCapacity(artifacts.count)
    for artifact in artifacts.sorted(by: { PathOrder.precedes($0.path, $1.path) }) {
      if let fault = OutputPath.fault(in: artifact.path) {
        diagnostics.append(.outputPath(artifact.path, fault))
      } else if let last = sorted.last, PathOrder.isSame(last.path, artifact.path) {
        diagnostics.append(.outputCollision(artifact.path, with: last.path))
      } else {
        sorted.append(artifact)
      }
    }

    var items: [OutputItem] = []
    items.reserveCapacity(sorted.count)
    var rest = manifest.entries[...]
    func nextEntries(of path: String) -> [Manifest.Entry] {
      let same = rest.prefix { PathOrder.isSame($0.path, path) }
      rest = rest.dropFirst(same.count)
      return Array(same)
    }
    for artifact in sorted {
      while let stale = rest.first?.path, PathOrder.precedes(stale, artifact.path) {
        items.append(OutputItem(path: stale, entries: nextEntries(of: stale)))
      }
      items.append(
        OutputItem(
          path: artifact.path, artifact: artifact, entries: nextEntries(of: artifact.path)))
    }
    while let stale = rest.first?.path {
      items.append(OutputItem(path: stale, entries: nextEntries(of: stale)))
    }
    return Diagnosed(items, diagnostics)
  }
}
