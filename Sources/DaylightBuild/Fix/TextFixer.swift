import DaylightModel
package import DaylightSite
import DaylightSyntax

/// Fixes in texts what needs no decision by the author: the edits that findings suggest.
package struct TextFixer: Sendable {
  private let site: String
  private let pipeline: SitePipeline

  package init(site: String, pipeline: SitePipeline) {
    self.site = site
    self.pipeline = pipeline
  }

  /// A file before and after its edits.
  package struct Change: Sendable, Hashable {
    package let path: String
    package let old: [UInt8]
    package let new: [UInt8]
  }

  /// The changes that would be made, sorted by path. Nothing is written.
  ///
  /// One fix can uncover the next finding, so the site is built again with each, in memory.
  ///
  /// - Parameter isSelected: whether a file may be changed.
  package func changes(
    to build: SiteBuild, where isSelected: (String) -> Bool
  ) async -> [Change] {
    let original = build.input.content
    var build = build
    for _ in 0..<Self.maximumRounds {
      let edits = Dictionary(
        grouping: build.diagnostics.flatMap(\.edits).filter { isSelected($0.location.path) },
        by: \.location.path)
      var input = build.input
      for (number, file) in input.content.enumerated() {
        if let own = edits[file.path] { input.content[number] = file.applying(own) }
      }
      if input.content == build.input.content { break }
      build = await pipeline.build(input)
    }
    return zip(original, build.input.content).compactMap { old, new in
      old == new ? nil : Change(path: old.path, old: old.bytes, new: new.bytes)
    }
  }

  /// Each round makes every edit that it finds; only what one fix uncovers needs another.
  private static let maximumRounds = 20

  /// Writes a change; false if the file is not what it was any more.
  package func write(_ change: Change) throws(BuildFailure) -> Bool {
    let slash = change.path.lastIndex(of: "/") ?? change.path.startIndex
    let folder = site + "/" + change.path[..<slash]
    let name = String(change.path[slash...].drop { $0 == "/" })
    do throws(FileError) {
      let directory = try Directory(path: folder)
      guard let status = try directory.status(of: name, following: true) else { return false }
      let bytes = try directory.open(name, following: true).read(upTo: status.stamp.size)
      guard bytes == change.old else { return false }
    } catch {
      throw .file(error)
    }
    try replaceFiles([(name, change.new)], in: folder)
    return true
  }
}
