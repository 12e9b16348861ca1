import DaylightBuild
import DaylightSyntax
import Foundation
import Testing

/// `docs/requirements.md` against the files that name its requirements, and the tests it names.
@Suite struct RequirementsTests {
  private let requirements: [Requirement]

  init() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    requirements = text.split(separator: "\n").compactMap(Requirement.init)
  }

  @Test func `every requirement that is named is defined`() {
    let defined = Set(requirements.map(\.id))
    let undefined = Self.namings.filter { !defined.contains($0.key) }
    #expect(undefined == [:])
  }

  @Test func `no requirement is defined twice`() {
    let ids = Dictionary(grouping: requirements, by: \.id)
    #expect(ids.filter { $0.value.count > 1 }.keys.sorted() == [])
  }

  @Test func `every requirement is named somewhere`() {
    #expect(requirements.map(\.id).filter { Self.namings[$0] == nil } == [])
  }

  @Test func `every requirement names tests that exist`() {
    let sources = Self.files.filter { ["swift", "py"].contains($0.pathExtension) }
    let tests = Set(sources.map { $0.deletingPathExtension().lastPathComponent })
    for requirement in requirements {
      #expect(!requirement.tests.isEmpty, "\(requirement.id) names no test")
      #expect(requirement.tests.filter { !tests.contains($0) } == [], "\(requirement.id)")
    }
  }

  @Test func `every rule that a requirement names exists`() {
    let book = RuleBook.whole
    for requirement in requirements {
      #expect(requirement.rules.filter { book[$0] == nil } == [], "\(requirement.id)")
    }
  }

  /// A row of a table: its id, and what its last column names.
  private struct Requirement {
    let id: String
    let tests: [String]
    let rules: [String]

    init?(_ line: Substring) {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard let id = cells.first, let last = cells.last, id.wholeMatch(of: /[A-Z]{3}-\d\d/) != nil
      else { return nil }
      self.id = id
      tests = last.matches(of: /`([^`]+)`/).map { String($0.output.1) }
      rules = last.matches(of: /\(([^)]+)\)/).flatMap {
        $0.output.1.components(separatedBy: ", ")
      }
    }
  }

  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let page = repository.appending(path: "docs/requirements.md")

  private static let files: [URL] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: repository.path())
    return (names ?? []).filter { !$0.hasPrefix(".") && $0 != "public" }.flatMap { name in
      let url = repository.appending(path: name)
      let enumerator = FileManager.default.enumerator(
        at: url, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
      return [url] + (enumerator?.compactMap { $0 as? URL } ?? [])
    }
  }()

  /// The files that name each id, except the page that defines them.
  private static let namings: [String: Set<String>] = {
    var namings: [String: Set<String>] = [:]
    for file in files where file.path() != page.path() {
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      for id in ids(in: text) { namings[id, default: []].insert(file.lastPathComponent) }
    }
    return namings
  }()

  /// The ids in a text. A range (“… to …”) names all ids that it spans.
  private static func ids(in text: String) -> [String] {
    guard let pattern else { return [] }
    let whole = NSRange(text.startIndex..., in: text)
    return pattern.matches(in: text, range: whole).flatMap { match -> [String] in
      let groups = (1...3).map { Range(match.range(at: $0), in: text).map { String(text[$0]) } }
      guard let family = groups[0], !notOurs.contains(family),
        let first = groups[1].flatMap({ Int($0) })
      else { return [] }
      let last = groups[2].flatMap { Int($0) } ?? first
      return (first...max(first, last)).map { family + ($0 < 10 ? "-0" : "-") + String($0) }
    }
  }

  private static let pattern = try? NSRegularExpression(
    pattern: #"\b([A-Z]{3})-(\d\d)\b(?: to \1-(\d\d)\b)?"#)

  /// Other names that have the form of an id: CRC-32, ICD-11 and UTF-16.
  private static let notOurs: Set = ["CRC", "ICD", "UTF"]
}
