package import DaylightModel

/// The finished files of a site, in the order of their paths.
package struct ArtifactTable: Sendable {
  package private(set) var values: PersistentArray<Artifact>
  /// The places of the files, by path.
  private let numbers: [String: Int]

  package init(_ artifacts: [Artifact]) {
    let sorted = artifacts.sorted { $0.path < $1.path }
    values = PersistentArray(sorted)
    numbers = Dictionary(
      sorted.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package var count: Int { values.count }

  func number(of path: String) -> Int? { numbers[path] }

  package subscript(path: String) -> Artifact? { numbers[path].map { values[$0] } }

  /// Takes new forms of files that are there, and returns the numbers of those that differ.
  package mutating func replace(_ artifacts: [Artifact]) -> [Int] {
    var changed: [Int] = []
    for artifact in artifacts {
      guard let number = numbers[artifact.path], values[number] != artifact else { continue }
      values[number] = artifact
      changed.append(number)
    }
    return changed.sorted()
  }

  /// The numbers of the files that the earlier table did not have in this form.
  package func changes(since earlier: Self?) -> [Int] {
    guard let earlier else { return Array(values.indices) }
    return values.indices.filter { earlier[values[$0].path] != values[$0] }
  }
}
