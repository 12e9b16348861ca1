import DaylightSyntax
import DaylightTheme

/// Finds out what is at each path of the output, and the digest of what should be there.
///
/// A file whose size and time match the manifest is assumed to have the digest in the manifest; any
/// other is read. Works on a run of sorted paths.
struct OutputSurvey {
  private let output: Directory
  private let site: Directory
  /// The state of each folder seen so far.
  private var folderStates: [String: FolderState] = ["": .present]

  init(output: Directory, site: Directory) {
    self.output = output
    self.site = site
  }

  private enum FolderState {
    case present, missing
    case blocked(OutputItem.Found)
  }

  mutating func survey(_ item: OutputItem) throws(FileError) -> OutputItem {
    var item = item
    switch item.artifact?.content {
    case .bytes(let bytes): item.digest = ContentDigest(bytes)
    case .staged(let digest, _): item.digest = digest
    case .copy(let source): item.digest = try digest(of: site.open(source, following: true))
    case nil: break
    }
    item.found = try found(at: item)
    return item
  }

  private mutating func found(at item: OutputItem) throws(FileError) -> OutputItem.Found {
    switch try state(of: OutputPath.parent(of: item.path)) {
    case .missing: return .nothing
    case .blocked(let found): return found
    case .present: break
    }
    guard let status = try output.status(of: item.path) else { return .nothing }
    switch status.kind {
    case .link: return .link
    case .special: return .special
    case .folder:
      var contents = (files: [String](), folders: [String]())
      try list(item.path, into: &contents)
      return .folder(files: contents.files, folders: contents.folders)
    case .file:
      let known = item.entries.first { $0.isWritten && $0.stamp == status.stamp }
      if let known { return .file(status.stamp, known.digest) }
      return .file(status.stamp, try digest(of: output.open(item.path, following: false)))
    }
  }

  private mutating func state(of folder: String) throws(FileError) -> FolderState {
    if let state = folderStates[folder] { return state }
    var state = try state(of: OutputPath.parent(of: folder))
    if case .present = state {
      switch try output.status(of: folder)?.kind {
      case nil: state = .missing
      case .folder: break
      case .link: state = .blocked(.behindLink(folder))
      case .file, .special: state = .blocked(.behindFile(folder))
      }
    }
    folderStates[folder] = state
    return state
  }

  private func list(
    _ path: String, into contents: inout (files: [String], folders: [String])
  ) throws(FileError) {
    for bytes in try output.folder(path).names() {
      let name = String(decoding: bytes, as: UTF8.self)
      if name.hasPrefix(OutputPath.temporary) { continue }
      let path = path + "/" + name
      if try output.status(of: path)?.kind == .folder {
        contents.folders.append(path)
        try list(path, into: &contents)
      } else {
        contents.files.append(path)
      }
    }
  }

  private func digest(of file: consuming OpenFile) throws(FileError) -> ContentDigest {
    var stream = ContentDigest.Stream()
    try file.readPieces { (piece) throws(FileError) in stream.append(piece) }
    return stream.finish()
  }
}
