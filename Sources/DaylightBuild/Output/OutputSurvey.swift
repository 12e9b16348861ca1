import DaylightSite
import DaylightSyntax

/// Finds out what is at each path of the output and what should be there, by its digest.
///
/// A file whose size and time are those of the manifest is taken to hold what the manifest says;
/// any other is read. Works on a run of paths in sorted order.
struct OutputSurvey {
  private let output: Directory
  private let site: Directory
  /// What was found at folders on the way; all paths of a folder come one after another.
  private var ways: [String: Way] = ["": .open]

  init(output: Directory, site: Directory) {
    self.output = output
    self.site = site
  }

  private enum Way {
    case open, missing
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
    switch try way(to: OutputPath.parent(of: item.path)) {
    case .missing: return .nothing
    case .blocked(let found): return found
    case .open: break
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

  private mutating func way(to folder: String) throws(FileError) -> Way {
    if let way = ways[folder] { return way }
    var way = try way(to: OutputPath.parent(of: folder))
    if case .open = way {
      switch try output.status(of: folder)?.kind {
      case nil: way = .missing
      case .folder: break
      case .link: way = .blocked(.behindLink(folder))
      case .file, .special: way = .blocked(.behindFile(folder))
      }
    }
    ways[folder] = way
    return way
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
