import Foundation
import TestSupport
import Testing

@testable import DaylightPreview

/// The law of watching: who looks where change sets point, and nowhere else, has seen everything.
@Suite(.timeLimit(.minutes(2))) struct FollowedFolderTests {
  private static let methods: [FileWatcher.Method] = [.automatic, .polling]

  @Test(arguments: methods)
  func `a copy kept by change sets equals the disk after random edits`(
    _ method: FileWatcher.Method
  ) async throws {
    let site = try TemporarySite(["content/index.md": "Home", "templates/base.mustache": ""])
    var watcher = FileWatcher(root: site.root, method: method)
    watcher.quiet = .milliseconds(1)
    watcher.interval = .milliseconds(5)
    let changes = watcher.changes()
    let following = Task { () -> [String: String] in
      var copy = Self.read(site)
      for await change in changes {
        if change.isEverything {
          copy = Self.read(site)
        } else {
          for path in change.paths { copy[path] = Self.read(path, in: site) }
        }
        if copy["content/end.md"] != nil { break }
      }
      return copy
    }
    var random = SeededGenerator(seed: 11)
    for step in 0..<400 {
      Self.edit(site, step, &random)
      if step % 5 == 0 { await Task.yield() }
    }
    try site.write("End", to: "content/end.md")
    #expect(await following.value == Self.read(site))
  }

  /// One edit, move or removal of a file or a folder; some find nothing to do.
  private static func edit(_ site: TemporarySite, _ step: Int, _ random: inout SeededGenerator) {
    func folder() -> String {
      ["content", "content/a", "content/a/b", "content/c", "templates/d"]
        .randomElement(using: &random) ?? "content"
    }
    func file() -> String { folder() + "/\(Int.random(in: 0..<4, using: &random)).md" }
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<5: try? site.write("\(step)", to: file())
    case 5: try? site.remove(file())
    case 6: try? site.move(file(), to: file())
    case 7:
      let place = file()
      try? site.write("\(step)", to: place + "~")
      try? site.move(place + "~", to: place)
    case 8: try? site.move(folder(), to: folder() + "/e")
    default: if folder() != "content" { try? site.remove("content/a") }
    }
  }

  private static func read(_ site: TemporarySite) -> [String: String] {
    var texts: [String: String] = [:]
    for folder in FileWatcher.folders {
      let paths = FileManager.default.enumerator(atPath: site.root + "/" + folder)
      while let path = paths?.nextObject() as? String {
        texts[folder + "/" + path] = read(folder + "/" + path, in: site)
      }
    }
    return texts
  }

  private static func read(_ path: String, in site: TemporarySite) -> String? {
    guard !path.hasSuffix("~") else { return nil }
    return try? String(contentsOfFile: site.root + "/" + path, encoding: .utf8)
  }
}
