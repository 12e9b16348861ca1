import DaylightSite
import DaylightSyntax
import TestSupport

@testable import DaylightPreview

/// The source files of a site, which tests change at random.
struct WrittenSite {
  private(set) var files: [String: String]

  /// A site of every kind of page, without errors.
  static let small: WrittenSite = {
    let input = SiteFixture(archive).input
    let files = input.content + input.templates + input.assets
    return WrittenSite(
      files: Dictionary(
        files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) },
        uniquingKeysWith: { first, _ in first }))
  }()

  /// Writes what differs from an earlier state, and returns it.
  func write(to disk: TemporarySite, instead before: WrittenSite) throws -> ChangeSet {
    var changed: Set<String> = []
    for path in before.files.keys where files[path] == nil {
      try disk.remove(path)
      changed.insert(path)
    }
    for (path, text) in files where before.files[path] != text {
      try disk.write(text, to: path)
      changed.insert(path)
    }
    return ChangeSet(changed)
  }

  /// Makes one change that a person might make, or break.
  mutating func change(using random: inout SeededGenerator) {
    let pages = files.keys.filter { $0.hasSuffix(".md") }.sorted()
    guard let page = pages.randomElement(using: &random),
      let other = pages.randomElement(using: &random)
    else { return }
    let number = Int.random(in: 0..<8, using: &random)
    switch Int.random(in: 0..<16, using: &random) {
    case 0...2: add("Plain words, \(number) of them.", to: page)
    case 3: add("## Part \(number)\n\nWhat the shock and the numbness say.", to: page)
    case 4:
      let way = RelativePath.reference(to: other, from: page)
      add("See [the other page](\(way)\(number == 0 ? "#part-1" : "")).", to: page)
    case 5: replace("title: ", with: "title: New ", in: page)
    case 6: replace("---\n", with: "---\norder: \(number)\n", in: page)
    case 7: replace("---\n", with: "---\ntopics: [day, night]\n", in: page)
    case 8: replace("---\n", with: "---\nunknown: [\n", in: page)
    case 9: replace("term: ", with: "aliases: [numbness \(number)]\nterm: ", in: page)
    case 10: files["content/signs/new-\(number).md"] = "---\ntitle: Page \(number)\n---\nA shock.\n"
    case 11: files[page] = nil
    case 12:
      files["content/signs/moved-\(number).md"] = files[page]
      files[page] = nil
    case 13: replace("</main>", with: "<p>\(number)</p></main>", in: "templates/base.mustache")
    case 14:
      files["content/signs/drawing.svg"] =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(number) 1\"/>\n"
    default: replace("verified: 2026", with: "verified: 202\(number)", in: "content/help.yaml")
    }
  }

  private mutating func add(_ text: String, to path: String) {
    files[path]? += "\n\(text)\n"
  }

  private mutating func replace(_ text: String, with other: String, in path: String) {
    guard let range = files[path]?.firstRange(of: text) else { return }
    files[path]?.replaceSubrange(range, with: other)
  }

  private static let archive = """
    -- content/about.md --
    ---
    title: About
    ---
    Who writes this.
    -- content/signs/fear.md --
    ---
    title: Fear
    topics: [night]
    ---
    After a shock, fear stays. [Hope](hope.md#a-way) comes later.

    ## What helps

    Warm tea.
    -- content/signs/hope.md --
    ---
    title: Hope
    next: fear.md
    topics: [night, day]
    ---
    Hope comes slowly.

    ## A way

    Numbness goes.
    -- content/paths/first.md --
    ---
    title: First steps
    steps: [../signs/fear.md, ../signs/hope.md]
    ---
    Begin here.
    -- content/glossary/shock.md --
    ---
    term: shock
    summary: A sudden fright.
    evidence: popular
    see: [numbness]
    ---
    -- content/glossary/numbness.md --
    ---
    term: numbness
    summary: To feel nothing.
    evidence: popular
    ---
    -- content/paths/index.md --
    ---
    title: Paths
    ---
    -- content/glossary/index.md --
    ---
    title: Words
    ---
    """
}
