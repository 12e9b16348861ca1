package import DaylightSyntax
import Platform

/// The folder of a new site, which is made whole or not at all.
package struct NewSiteFolder: Sendable {
  package let path: String
  private let parent: String
  /// The last part of the path; nil for `.`, `..` and `/`, which exist.
  private let name: String?

  package init(_ path: String) {
    self.path = path
    let parts = path.split(separator: "/").map(String.init)
    let above = parts.dropLast().joined(separator: "/")
    parent = path.hasPrefix("/") ? "/" + above : above.isEmpty ? "." : above
    name = parts.last.flatMap { $0 == "." || $0 == ".." ? nil : $0 }
  }

  /// Why a folder cannot be that of a new site.
  package struct Refusal: Error, Sendable, Hashable {
    package let message: String
    package let help: String
  }

  /// Throws a `Refusal` if there is already something, and a `BuildFailure` if that cannot be known.
  package func check() throws {
    do {
      guard let folder = try existing() else { return }
      let found = try folder.names().map { String(decoding: $0, as: UTF8.self) }
        .filter { !Self.doesNotMatter($0) }.sorted()
      if !found.isEmpty { throw Refusal.notEmpty(path, found) }
    } catch let error as FileError {
      if error.code == ENOTDIR { throw Refusal.isFile(path) }
      throw BuildFailure.file(error)
    }
  }

  /// Writes the files, and throws as `check` does.
  ///
  /// They are written into a hidden folder first, beside the new one or, if that exists, in it. The
  /// last step is to rename.
  package func write(_ files: [SourceFile]) throws {
    try check()
    let files = files.map { ($0.path, $0.bytes) }
    do throws(FileError) {
      if let folder = try existing() {
        try write(files, into: folder)
      } else if let name {
        try makeParents()
        let parent = try Directory(path: parent)
        try stage(files, in: parent) { staging throws(FileError) in
          try parent.rename(staging, to: name)
        }
      }
    } catch {
      throw BuildFailure.file(error)
    }
  }

  /// Nil if there is nothing at the path.
  private func existing() throws(FileError) -> Directory? {
    do throws(FileError) {
      return try Directory(path: path)
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
  }

  private func write(
    _ files: [(path: String, bytes: [UInt8])], into folder: Directory
  ) throws(FileError) {
    try stage(files, in: folder) { staging throws(FileError) in
      // A folder is a site once it has ‘content’, so that comes last.
      let names = try folder.folder(staging).names().map { String(decoding: $0, as: UTF8.self) }
        .sorted { ($0 == "content" ? 1 : 0, $0) < ($1 == "content" ? 1 : 0, $1) }
      var moved: [String] = []
      do throws(FileError) {
        for name in names {
          try folder.rename(staging + "/" + name, to: name)
          moved.append(name)
        }
      } catch {
        for name in moved { try? folder.removeTree(name) }
        throw error
      }
    }
  }

  /// Writes the files into a hidden folder, which is gone afterwards, and calls `finish` with its
  /// name.
  private func stage(
    _ files: [(path: String, bytes: [UInt8])], in folder: Directory,
    _ finish: (String) throws(FileError) -> Void
  ) throws(FileError) {
    let staging = Self.stagingPrefix + "\(getpid())"
    try folder.removeTree(staging)
    do throws(FileError) {
      try folder.makeFolder(staging)
      try folder.folder(staging).write(files)
      try finish(staging)
    } catch {
      try? folder.removeTree(staging)
      throw error
    }
    try folder.removeTree(staging)
  }

  private func makeParents() throws(FileError) {
    var path = parent.hasPrefix("/") ? "/" : ""
    for part in parent.split(separator: "/") {
      path += part
      guard mkdir(path, 0o777) == 0 || errno == EEXIST || errno == EROFS else {
        throw FileError(.makeFolder, path, code: errno)
      }
      path += "/"
    }
  }

  private static let stagingPrefix = ".daylight-new-"

  /// What may be in a folder that counts as empty: what git and operating systems put there, and what
  /// a run that was killed left behind.
  private static func doesNotMatter(_ name: String) -> Bool {
    [".git", ".DS_Store", "Thumbs.db", "desktop.ini"].contains(name)
      || name.hasPrefix(stagingPrefix)
  }
}

extension NewSiteFolder.Refusal {
  fileprivate static func notEmpty(_ path: String, _ found: [String]) -> Self {
    let shown = found.prefix(3).map { "‘\($0)’" }.joined(separator: ", ")
    let rest = found.count > 3 ? " and \(found.count - 3) more" : ""
    return Self(
      message: "the folder ‘\(path)’ is not empty: it has \(shown)\(rest)",
      help: "name a folder that is not there yet; nothing was changed in this one")
  }

  fileprivate static func isFile(_ path: String) -> Self {
    Self(
      message: "‘\(path)’ is a file, or a part of that path is one",
      help: "name a folder that is not there yet")
  }
}
