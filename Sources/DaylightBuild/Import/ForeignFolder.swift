package import DaylightImport
import DaylightSyntax
import Platform

/// Reads the files of a source for an import. Never writes there, and never follows a symbolic link.
package struct ForeignFolder {
  /// The most files of a source, and the most folders within folders.
  static let fileLimit = 100_000
  static let depthLimit = 40

  /// The folder that is read, even if the source is one file in it.
  package let root: String
  /// The folders that were read with all that is in them. Of the folder of an exported file, only those beside it.
  package private(set) var places: [String] = []
  package private(set) var files: [ForeignFile] = []
  /// The links and other things that were not read, by their paths.
  package private(set) var skipped: [String] = []

  package enum Problem: Error, Sendable {
    case missing(String)
    case tooMany(String)
    case system(FileError)
  }

  /// - Parameter source: a folder, or a file that was exported.
  package init(_ source: String) throws(Problem) {
    do {
      guard let status = try Directory(path: ".").status(of: source, following: true) else {
        throw Problem.missing(source)
      }
      if status.kind == .file {
        let slash = source.lastIndex(of: "/")
        root = slash.map { String(source[...$0]) } ?? "."
        let name = slash.map { String(source[$0...].dropFirst()) } ?? source
        let folder = try Directory(path: root)
        try read(name, path: name, in: folder)
        // The folder of uploads that may lie beside an export.
        for extra in ["uploads", "wp-content"] where try folder.status(of: extra)?.kind == .folder {
          try readFolder(try folder.folder(extra), extra, depth: 1)
          places.append(root + "/" + extra)
        }
      } else {
        root = source
        places = [source]
        try readFolder(try Directory(path: source), "", depth: 0)
      }
    } catch let problem as Problem {
      throw problem
    } catch let error as FileError {
      throw .system(error)
    } catch {
      throw .missing(source)
    }
    files.sort { $0.path < $1.path }
    skipped.sort()
  }

  private mutating func readFolder(_ folder: Directory, _ path: String, depth: Int) throws {
    guard depth <= Self.depthLimit else {
      skipped.append(path)
      return
    }
    for bytes in try folder.names().sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let name = String(validating: bytes, as: UTF8.self) else {
        skipped.append((path.isEmpty ? "" : path + "/") + String(decoding: bytes, as: UTF8.self))
        continue
      }
      if Self.isPassedOver(name) { continue }
      let inner = path.isEmpty ? name : path + "/" + name
      guard let status = try folder.status(of: name) else { continue }
      switch status.kind {
      case .folder: try readFolder(try folder.folder(name), inner, depth: depth + 1)
      case .file: try read(name, path: inner, in: folder)
      case .link, .special: skipped.append(inner)
      }
      guard files.count <= Self.fileLimit else { throw Problem.tooMany(path) }
    }
  }

  /// Folders of programs. Of hidden files only those are listed that say what a source is.
  private static func isPassedOver(_ name: String) -> Bool {
    if ["node_modules", "__pycache__", "_site", ".git"].contains(name) { return true }
    return name.hasPrefix(".") && name != ".obsidian" && !name.hasPrefix(".eleventy.")
  }

  private mutating func read(_ name: String, path: String, in folder: Directory) throws {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard name.contains("."), ForeignFile.textEndings.contains(ending) else {
      files.append(ForeignFile(path: path, text: nil))
      return
    }
    do throws(FileError) {
      let file = try folder.open(name, following: false)
      let size = try file.status().stamp.size
      guard size <= ForeignFile.textLimit else {
        files.append(ForeignFile(path: path, text: nil))
        return
      }
      files.append(ForeignFile(path: path, text: try file.read(upTo: size)))
    } catch {
      guard error.code == EACCES || error.code == EPERM || error.code == ENOENT else { throw error }
      skipped.append(path)
    }
  }
}
