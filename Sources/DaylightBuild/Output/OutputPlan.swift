package import DaylightSyntax
package import DaylightTheme

/// What a commit will do, decided completely before anything is changed.
package struct OutputPlan: Sendable, Hashable {
  /// Our files that must be removed before writing, because they are in the way of a new one.
  package private(set) var clear: [String] = []
  /// Empty folders in the way of a file, innermost first.
  package private(set) var clearFolders: [String] = []
  package private(set) var write: [Write] = []
  /// The manifest entries of files that are already correct.
  package private(set) var keep: [Manifest.Entry] = []
  /// Our files that the site no longer has.
  package private(set) var remove: [String] = []
  package let previous: Manifest

  package struct Write: Sendable, Hashable {
    package let artifact: Artifact
    package let digest: ContentDigest
  }

  /// Whether the output is already what it should be.
  package var isEmpty: Bool { write.isEmpty && clear.isEmpty && remove.isEmpty }
}

extension OutputPlan {
  /// Decides for every path, from what is wanted, what we wrote, and what is there.
  ///
  /// Only our files are ever replaced or removed. A file is ours if the manifest lists it; if its
  /// bytes are not those we wrote, that is reported. Other files that are empty or have the right
  /// bytes already are adopted, since nothing is lost.
  package static func make(_ items: [OutputItem], previous: Manifest) -> Diagnosed<OutputPlan> {
    var plan = OutputPlan(previous: previous)
    let wanted = Shape(items)
    var diagnostics = wanted.collisions(in: items)
    var removed: Set<String> = []
    // On a case-insensitive disk, a stale name may be another spelling of a wanted one.
    var respelled: [String: OutputItem] = [:]

    for item in items where item.artifact == nil {
      switch item.found {
      case .nothing: break
      case .file(_, let digest):
        if !item.wrote(digest) {
          guard item.isOurs else { continue }
          diagnostics.append(.editedOutput(item.path, removed: true))
        }
      // Whatever has replaced our file is not ours.
      case .folder, .link, .special, .behindLink, .behindFile: continue
      }
      removed.insert(item.path)
      let isRespelled = wanted.folded.contains(item.path.lowercased())
      if isRespelled { respelled[item.path.lowercased()] = item }
      if isRespelled || wanted.folders.contains(item.path) || wanted.hasFile(above: item.path) {
        plan.clear.append(item.path)
      } else {
        plan.remove.append(item.path)
      }
    }

    for item in items {
      guard let artifact = item.artifact, let digest = item.digest else { continue }
      let twin = respelled.isEmpty ? nil : respelled[item.path.lowercased()]
      switch item.found {
      case .nothing: break
      case .file(let stamp, digest) where twin == nil:
        plan.keep.append(Manifest.Entry(path: item.path, digest: digest, stamp: stamp))
        continue
      case .file(let stamp, let found):
        if found == digest || item.wrote(found) || stamp.size == 0 || twin?.wrote(found) == true {
          break
        }
        diagnostics.append(
          item.isOurs
            ? .editedOutput(item.path, removed: false)
            : .foreignOutput(item.path, inTheWayOf: item.path))
      case .folder(let files, let folders):
        if let foreign = files.first(where: { !removed.contains($0) }) {
          diagnostics.append(.foreignOutput(foreign, inTheWayOf: item.path))
        }
        plan.clearFolders += folders.sorted(by: >) + [item.path]
      case .link: diagnostics.append(.outputLink(item.path))
      case .behindLink(let folder): diagnostics.append(.outputLink(folder))
      case .special: diagnostics.append(.foreignOutput(item.path, inTheWayOf: item.path))
      case .behindFile(let file) where removed.contains(file): break
      case .behindFile(let file):
        diagnostics.append(.foreignOutput(file, inTheWayOf: item.path))
      }
      plan.write.append(Write(artifact: artifact, digest: digest))
    }
    // A link or a file in the way of many is one thing to fix.
    return Diagnosed(plan, Set(diagnostics).sorted())
  }

  private init(previous: Manifest) { self.previous = previous }

  /// The folders that may contain our files, sorted.
  var folders: [String] {
    let paths =
      previous.entries.map(\.path) + keep.map(\.path) + write.map(\.artifact.path) + clear + remove
    return OutputPath.folders(above: paths).sorted(by: PathOrder.precedes)
  }

  /// The manifest while the output is being written: everything that may be there at any moment.
  var unfinishedManifest: Manifest {
    let planned = write.map { Manifest.Entry.planned($0.artifact.path, digest: $0.digest) }
    return Manifest(entries: previous.entries + keep + planned, isComplete: false)
  }
}

extension OutputItem {
  fileprivate var isOurs: Bool { entries.contains(where: \.isWritten) }

  fileprivate func wrote(_ digest: ContentDigest) -> Bool {
    entries.contains { $0.digest == digest }
  }
}

/// The names of files and folders in the finished output.
private struct Shape {
  let folders: Set<String>
  private let files: Set<String>
  /// The files in lower case, as a case-insensitive disk sees them.
  let folded: Set<String>
  private let count: Int

  init(_ items: [OutputItem]) {
    let paths = items.compactMap { $0.artifact == nil ? nil : $0.path }
    count = paths.count
    files = Set(paths)
    folders = OutputPath.folders(above: paths)
    folded = Set(paths.map { $0.lowercased() })
  }

  func hasFile(above path: String) -> Bool {
    var folder = OutputPath.parent(of: path)
    while !folder.isEmpty {
      if files.contains(folder) { return true }
      folder = OutputPath.parent(of: folder)
    }
    return false
  }

  func collisions(in items: [OutputItem]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for file in files where folders.contains(file) {
      diagnostics.append(.outputCollision(file, with: file + "/"))
    }
    guard folded.count < count else { return diagnostics }
    var seen: [String: String] = [:]
    for item in items where item.artifact != nil {
      if let other = seen.updateValue(item.path, forKey: item.path.lowercased()) {
        diagnostics.append(.outputCollision(item.path, with: other))
      }
    }
    return diagnostics
  }
}
