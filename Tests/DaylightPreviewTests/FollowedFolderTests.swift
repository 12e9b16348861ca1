import Foundation
import Synchronization
import TestSupport
import Testing

@testable import DaylightPreview

/// The law of watching: whoever checks only where change sets point misses nothing.
@Suite(.timeLimit(.minutes(10))) struct FollowedFolderTests {
  private static let methods: [FileWatcher.Method] = [.automatic, .polling]

  @Test(arguments: methods, [UInt64(1), 2, 3])
  func `a copy updated by change sets equals the disk after random edits`(
    _ method: FileWatcher.Method, _ seed: UInt64
  ) async throws {
    let site = try TemporarySite(["content/index.md": "Home", "templates/base.mustache": ""])
    var watcher = FileWatcher(root: site.root, method: method)
    watcher.quietPeriod = .milliseconds(1)
    watcher.shortQuietPeriod = .zero
    watcher.interval = .milliseconds(5)
    let changes = watcher.changes()
    let copy = Copy(Self.read(site))
    let following = Task {
      for await change in changes.map(\.changes) {
        if change.isEverything {
          copy.texts = Self.read(site)
        } else {
          for path in change.paths { copy.texts[path] = Self.read(path, in: site) }
        }
      }
    }
    var random = SeededGenerator(seed: seed)
    for step in 0..<200 {
      Self.edit(site, step, &random)
      if step % 5 == 0 { await Task.yield() }
    }
    while copy.texts != Self.read(site), !Task.isCancelled { await Task.yield() }
    #expect(copy.texts == Self.read(site))
    following.cancel()
  }

  private final class Copy: Sendable {
    private let held: Mutex<[String: String]>

    init(_ texts: [String: String]) { held = Mutex(texts) }

    var texts: [String: String] {
      get { held.withLock { $0 } }
      set { held.withLock { $0 = newValue } }
    }
  }

  /// One edit, move or removal of a file or a folder; some have no effect.
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
