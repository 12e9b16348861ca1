import DaylightSyntax
import Platform

/// Lists every file in the folders of a site without opening any.
struct SourceScan {
  private(set) var entries: [SourceSnapshot.Entry] = []
  private(set) var diagnostics: [Diagnostic] = []

  static let deepest = 64

  /// The resolved paths of the top folders. A link may lead to anywhere below them.
  private let roots: [String]
  private let isIgnored: (_ name: String) -> Bool

  /// Walks the given folders of the root; skips those that do not exist.
  init(root: Directory, folders: [String]) throws(FileError) {
    let root = root.path
    isIgnored = { SourceKind(name: $0) == .ignored }
    roots = folders.compactMap { realPath(root + "/" + $0) }
    for folder in folders {
      // The top folders may themselves be links: somebody made them on purpose.
      guard let real = realPath(root + "/" + folder) else { continue }
      try walk(Directory(path: real), as: folder, within: [], linked: false)
    }
    entries.sort { PathOrder.precedes($0.path, $1.path) }
    diagnostics.sort()
  }

  /// Walks a folder of finished files, in which only hidden files are ignored: hosts serve the rest.
  init(folder: Directory) throws(FileError) {
    let real = realPath(folder.path) ?? folder.path
    isIgnored = { $0.hasPrefix(".") }
    roots = [real]
    try walk(folder, as: folder.path, within: [], linked: false)
    entries.sort { PathOrder.precedes($0.path, $1.path) }
    diagnostics.sort()
  }

  private struct FolderID: Hashable {
    let device: UInt64
    let inode: UInt64
  }

  /// `ancestors` are the folders that contain this one; `linked` means that one of them was a link.
  private mutating func walk(
    _ folder: Directory, as path: String, within ancestors: [FolderID], linked: Bool
  ) throws(FileError) {
    guard ancestors.count < Self.deepest else {
      diagnostics.append(.tooDeep(path, limit: Self.deepest))
      return
    }
    guard let own = try folder.status(of: ".") else { return }
    let chain = ancestors + [FolderID(device: own.device, inode: own.inode)]
    let names = names(of: try folder.names(), in: path)
    reportCaseCollisions(names, in: path)
    for name in names {
      let path = path + "/" + name
      do throws(FileError) {
        guard let status = try folder.status(of: name) else { continue }
        switch status.kind {
        case .file: note(path, status)
        case .folder: try walk(folder.folder(name), as: path, within: chain, linked: linked)
        case .link: try follow(name, in: folder, as: path, within: chain, linked: linked)
        case .special: break
        }
      } catch {
        switch error.code {
        case ENOENT, ENOTDIR: break  // Removed during the scan, as editors' temporary files are.
        case EACCES, EPERM: diagnostics.append(.unreadable(path))
        default: throw error
        }
      }
    }
  }

  private mutating func follow(
    _ name: String, in folder: Directory, as path: String, within chain: [FolderID],
    linked: Bool
  ) throws(FileError) {
    guard let real = realPath(folder.pathOf(name)) else {
      diagnostics.append(.linkNowhere(path))
      return
    }
    guard roots.contains(where: { real == $0 || real.hasPrefix($0 + "/") }) else {
      diagnostics.append(.linkOutside(path))
      return
    }
    guard let status = try folder.status(of: name, following: true) else { return }
    switch status.kind {
    case .file: note(path, status)
    case .folder where chain.contains(FolderID(device: status.device, inode: status.inode)):
      diagnostics.append(.linkInCircle(path))
    case .folder where linked:
      // Folders that link to each other could otherwise expand to any number of files.
      diagnostics.append(.linkInLink(path))
    case .folder: try walk(Directory(path: real), as: path, within: chain, linked: true)
    case .link, .special: break
    }
  }

  private mutating func note(_ path: String, _ status: FileStatus) {
    entries.append(SourceSnapshot.Entry(path: path, status: status))
  }

  private mutating func names(of raw: [[UInt8]], in path: String) -> [String] {
    var names: [String] = []
    names.reserveCapacity(raw.count)
    for bytes in raw {
      guard let name = String(validating: bytes, as: UTF8.self) else {
        diagnostics.append(.notUTF8(path + "/" + String(decoding: bytes, as: UTF8.self)))
        continue
      }
      if !isIgnored(name) { names.append(name) }
    }
    return names.sorted { PathOrder.precedes($0, $1) }
  }

  /// Strings compare by canonical equivalence, so two encodings of one accent are found too.
  private mutating func reportCaseCollisions(_ names: [String], in path: String) {
    // Different names without a capital letter are still different in small letters.
    guard names.contains(where: \.mayHaveCapitals) else { return }
    var seen: [String: String] = [:]
    seen.reserveCapacity(names.count)
    for name in names {
      if let other = seen.updateValue(name, forKey: name.lowercased()) {
        diagnostics.append(.caseCollision(path + "/" + name, with: path + "/" + other))
      }
    }
  }
}

extension String {
  /// True of a name with a letter outside of ASCII, whether it is a capital one or not.
  fileprivate var mayHaveCapitals: Bool {
    utf8.contains { $0 >= 0x80 || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }
}

/// The path with every link resolved; nil if it does not exist.
func realPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(validatingCString: resolved)
}
