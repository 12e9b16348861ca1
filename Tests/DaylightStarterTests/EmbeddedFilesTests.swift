import DaylightStarter
import DaylightSyntax
import Foundation
import Testing

/// What the program carries with it is what the repository has.
@Suite struct EmbeddedFilesTests {
  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// As `scripts/list-starter-files` finds them.
  private static let onDisk: Set<String> = {
    var paths: Set<String> = []
    for folder in ["content", "templates", "starters"] {
      let walk = FileManager.default.enumerator(atPath: repository.appending(path: folder).path)
      while let name = walk?.nextObject() as? String {
        let path = folder + "/" + name
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(
          atPath: repository.appending(path: path).path, isDirectory: &isFolder)
        if !isFolder.boolValue, isCarried(path) { paths.insert(path) }
      }
    }
    return paths
  }()

  private static func isCarried(_ path: String) -> Bool {
    let isSamplePerson = path.hasPrefix("content/practice/") && !path.hasSuffix("/index.md")
    let isOfThisSite = ["content/site.yaml", "content/people.yaml"].contains(path)
    let isLeftover = [".lock", "~", ".DS_Store", ".swp"].contains { path.hasSuffix($0) }
    return !isSamplePerson && !isOfThisSite && !isLeftover
  }

  @Test func `every file of the theme and the starters is in the program, and no other`() {
    let difference = Self.onDisk.symmetricDifference(EmbeddedFiles.paths).sorted()
    #expect(difference == [], "Run scripts/list-starter-files, then build again.")
  }

  @Test func `the bytes are those on the disk`() throws {
    for path in EmbeddedFiles.paths {
      let bytes = try Data(contentsOf: Self.repository.appending(path: path))
      #expect(EmbeddedFiles.bytes(of: path) == Array(bytes), "\(path) is an older one")
    }
  }

  @Test func `a file that is not there has no bytes`() {
    #expect(EmbeddedFiles.bytes(of: "content/site.yaml") == nil)
    #expect(EmbeddedFiles.file("templates/nothing.mustache") == nil)
  }

  @Test func `the theme has all that the repository's has, and words in English`() {
    #expect(BuiltInTheme.files.count == EmbeddedFiles.paths(of: "templates/").count)
    #expect(BuiltInTheme.languages.contains("en"))
  }
}
