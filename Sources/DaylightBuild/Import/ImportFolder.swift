package import DaylightImport
import Platform

/// Writes what was imported into a new folder.
package struct ImportFolder {
  private let target: String
  private let source: String

  package enum Problem: Error, Sendable {
    /// Something is in the folder already.
    case notEmpty(String)
    /// The folder is in the source, or the source in it.
    case inSource(String)
    case system(FileError)
  }

  /// Refuses any folder with something in it, so that no file is ever overwritten.
  ///
  /// - Parameter source: the folder that is imported.
  package init(_ target: String, source: String) throws(Problem) {
    self.target = target
    self.source = source
    do {
      let here = try Directory(path: ".")
      if let status = try here.status(of: target, following: true) {
        guard status.kind == .folder, try Directory(path: target).names().isEmpty else {
          throw Problem.notEmpty(target)
        }
      }
    } catch let problem as Problem {
      throw problem
    } catch let error as FileError {
      throw .system(error)
    } catch {
      throw .notEmpty(target)
    }
    if let own = Self.realPath(target) ?? Self.realPath(Self.parent(of: target)),
      let other = Self.realPath(source), own == other || own.hasPrefix(other + "/")
    {
      throw .inSource(target)
    }
  }

  private static func parent(of path: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    while parts.last == "" { parts.removeLast() }
    let rest = parts.dropLast().joined(separator: "/")
    return rest.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : rest
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Writes all files and the report.
  package func write(_ site: ImportedSite, report: String) throws(FileError) {
    try makeFolders("")
    let root = try Directory(path: target)
    let old = try Directory(path: source)
    for file in site.files {
      try makeFolders(file.path)
      let bytes: [UInt8]
      switch file.content {
      case .text(let text): bytes = Array(text.utf8)
      case .copy(let path):
        let copied = try old.open(path, following: false)
        bytes = try copied.read(upTo: try copied.status().stamp.size)
      }
      try root.create(file.path, as: target + "/" + file.path).write(bytes)
    }
    try root.create("import-report.md", as: target + "/import-report.md").write(Array(report.utf8))
  }

  /// Makes the folder itself and those on the way to a file in it.
  private func makeFolders(_ path: String) throws(FileError) {
    let here = try Directory(path: ".")
    if path.isEmpty {
      var whole = ""
      for part in target.split(separator: "/", omittingEmptySubsequences: false) {
        whole += part
        if !whole.isEmpty, try here.status(of: whole, following: true) == nil {
          try here.makeFolder(whole)
        }
        whole += "/"
      }
      return
    }
    let root = try Directory(path: target)
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += part
      try root.makeFolder(folder)
      folder += "/"
    }
  }
}
