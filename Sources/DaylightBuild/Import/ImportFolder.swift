package import DaylightImport
import Platform

/// Writes what was imported into a new folder.
package struct ImportFolder {
  private let target: String
  private let source: String

  package enum Problem: Error, Sendable {
    /// Something is in the folder already.
    case notEmpty(String)
    /// The folder is in the source, or is the source.
    case inSource(String)
    case system(FileError)
  }

  /// Refuses any folder with something in it, so that no file is ever overwritten.
  ///
  /// - Parameter source: what is imported. An exported file may be beside the new folder.
  package init(_ target: String, source: ForeignFolder) throws(Problem) {
    self.target = target
    self.source = source.root
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
    guard let own = Self.realPath(target) else { return }
    for place in source.places {
      if let folder = Self.realPath(place), own.starts(with: folder) { throw .inSource(target) }
    }
  }

  /// The names on the way to a file that need not be there yet, without links and dots.
  private static func realPath(_ path: String) -> [String]? {
    var there = path.split(separator: "/").map(String.init)
    var missing: [String] = []
    while true {
      let known = (path.hasPrefix("/") ? "/" : "") + there.joined(separator: "/")
      if let resolved = realpath(known.isEmpty ? "." : known, nil) {
        defer { free(resolved) }
        var names = String(cString: resolved).split(separator: "/").map(String.init)
        for name in missing.reversed() where name != "." {
          if name == ".." { _ = names.popLast() } else { names.append(name) }
        }
        return names
      }
      guard let last = there.popLast() else { return nil }
      missing.append(last)
    }
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
