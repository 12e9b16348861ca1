import DaylightSyntax
import Foundation
import Testing

/// The examples of the GitHub Flavored Markdown specification, as Debian's package `cmark-gfm`
/// ships it (0.29-gfm), each read with its own extensions and raw HTML allowed.
@Suite struct SpecificationTests {
  @Test func `the examples of the specification print as it says`() throws {
    let examples = try SpecificationExample.all()
    #expect(examples.count == 673)
    let differing = examples.filter { $0.printed() != $0.html }
    // The two are tagged `disabled` in the specification: its task lists are not those that
    // cmark-gfm prints (order of attributes, `/>`).
    #expect(differing.map(\.number) == [279, 280])
    #expect(differing.allSatisfy { $0.tags.contains("disabled") })
  }
}

struct SpecificationExample {
  let number: Int
  let tags: [String]
  let markdown: String
  let html: String

  struct Missing: Error, CustomStringConvertible {
    let path: String
    var description: String {
      "‘\(path)’ cannot be read. Install it with: apt-get install cmark-gfm"
    }
  }

  func printed() -> String {
    let extensions: [String: MarkdownSyntax] = [
      "table": .tables, "strikethrough": .strikethrough, "autolink": .autolinks,
      "tagfilter": .tagFilter, "disabled": .taskLists,
    ]
    let syntax = MarkdownSyntax(tags.compactMap { extensions[$0] })
    return MarkdownTree.withTree(parsing: markdown.utf8, syntax: syntax) { tree in
      tree.html(rawHTML: true).text
    }
  }

  static func all() throws -> [Self] {
    let fence = String(repeating: "`", count: 32)
    var examples: [Self] = []
    var lines = try text().split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      guard line.hasPrefix(fence + " example") else { continue }
      let tags = line.dropFirst(fence.count).split(separator: " ").dropFirst().map(String.init)
      var parts: [String] = [""]
      while let line = lines.popFirst(), line != fence {
        if line == ".", parts.count == 1 {
          parts.append("")
        } else {
          parts[parts.count - 1] += line.replacing("→", with: "\t") + "\n"
        }
      }
      examples.append(
        Self(number: examples.count + 1, tags: tags, markdown: parts[0], html: parts[1]))
    }
    return examples
  }

  private static func text() throws -> String {
    let path = "/usr/share/doc/cmark-gfm/spec.txt.gz"
    guard FileManager.default.isReadableFile(atPath: path) else { throw Missing(path: path) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", path]
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Missing(path: path) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
