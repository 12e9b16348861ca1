import Foundation

/// A temporary folder for a test, removed with it.
final class TemporarySite: Sendable {
  let root: String

  init(_ files: [String: String] = ["content/index.md": "Home"]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "daylight-preview-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    root = folder.resolvingSymlinksInPath().path
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func write(_ text: String, to path: String) throws {
    let place = root + "/" + path
    let folder = URL(filePath: place).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: place))
  }

  func move(_ path: String, to other: String) throws {
    let (from, to) = (root + "/" + path, root + "/" + other)
    guard rename(from, to) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: root + "/" + path)
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: root + "/" + path, withDestinationPath: target)
  }
}
