package import DaylightModel

/// The finished files of a site, in the order of their paths.
package struct ArtifactTable: Sendable {
  package private(set) var values: PersistentArray<ArtifactID, Artifact>
  /// By path.
  private let ids: [String: ArtifactID]

  package init(_ artifacts: [Artifact]) {
    values = PersistentArray(artifacts.sorted { $0.path < $1.path })
    ids = Dictionary(
      zip(values.lazy.map(\.path), values.indices), uniquingKeysWith: { first, _ in first })
  }

  package var count: Int { values.count }

  package func id(of path: String) -> ArtifactID? { ids[path] }

  package subscript(path: String) -> Artifact? { ids[path].map { values[$0] } }

  /// Takes new forms of files that are there, and returns those that differ.
  package mutating func replace(_ artifacts: [Artifact]) -> [ArtifactID] {
    var changed: [ArtifactID] = []
    for artifact in artifacts {
      guard let id = ids[artifact.path], values[id] != artifact else { continue }
      values[id] = artifact
      changed.append(id)
    }
    return changed.sorted()
  }

  /// The files that the earlier table did not have in this form.
  package func changes(since earlier: Self?) -> [ArtifactID] {
    guard let earlier else { return Array(values.indices) }
    return values.indices.filter { earlier[values[$0].path] != values[$0] }
  }
}
