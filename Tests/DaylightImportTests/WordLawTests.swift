import DaylightImport
import TestSupport
import Testing

/// The law of the import: every word of the source is in a page or in the report.
@Suite struct `No word is lost` {
  @Test(arguments: [
    ForeignKind.hugo, .jekyll, .eleventy, .astro, .mkdocs, .obsidian, .markdown,
  ])
  func `whatever forms of markup stand beside and inside each other`(_ kind: ForeignKind) {
    for seed in 1...60 {
      var words = NumberedWords(seed: UInt64(seed))
      let text = words.document(kind)
      let path =
        switch kind {
        case .hugo: "content/a.md"
        case .mkdocs: "docs/a.md"
        case .astro: "src/content/docs/a.mdx"
        default: "a.md"
        }
      let source = ImportedSource([path: text], kind: kind)
      let everything = source.everything
      for word in words.used where !everything.contains(word) {
        Issue.record(
          "\(word) of seed \(seed) is lost:\n\(text)\n=====\n\(source.body("content/a.md") ?? "")")
        return
      }
    }
  }

  @Test func `an item of WordPress keeps its words too`() {
    for seed in 1...60 {
      var words = NumberedWords(seed: UInt64(seed))
      let text = words.classic()
      let source = ImportedSource(["export.xml": Self.export(text)], kind: .wordpress)
      let everything = source.everything
      for word in words.used where !everything.contains(word) {
        Issue.record(
          "\(word) of seed \(seed) is lost:\n\(text)\n=====\n\(source.body("content/posts/a.md") ?? "")"
        )
        return
      }
    }
  }

  static func export(_ text: String) -> String {
    """
    <?xml version="1.0"?>
    <rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
    <channel><title>Old</title><item><title>A</title><content:encoded><![CDATA[\(text)]]></content:encoded>
    <wp:post_name>a</wp:post_name><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item></channel></rss>
    """
  }
}

/// Writes texts of numbered words, so that each can be looked for.
private struct NumberedWords {
  private var generator: SeededGenerator
  private(set) var used: [String] = []

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private mutating func word() -> String {
    let word = "word\(used.count)x"
    used.append(word)
    return word
  }

  private mutating func words() -> String {
    (0..<Int.random(in: 1...3, using: &generator)).map { _ in inline() }.joined(separator: " ")
  }

  private mutating func inline() -> String {
    switch Int.random(in: 0..<16, using: &generator) {
    case 0: "**\(word())**"
    case 1: "*\(word())*"
    case 2: "`\(word())`"
    case 3: "[\(word())](https://example.org/)"
    case 4: "[\(word())](gone-\(word()).md)"
    case 5: "![\(word())](gone.png)"
    case 6: "[[\(word())|\(word())]]"
    case 7: "<b>\(word())</b>"
    case 8: "<span title=\"a\">\(word())</span>"
    case 9: "{{< made-up \"\(word())\" >}}"
    case 10: "{% made_up \(word()) %}"
    case 11: "{{ \(word()) }}"
    case 12: "==\(word())=="
    case 13: "<https://example.org/\(word())>"
    case 14: "\(word()) & \(word()) < 3 * 2 | [x] {y} $$"
    default: word()
    }
  }

  private mutating func block(_ depth: Int) -> String {
    func inner(_ indent: String) -> String {
      let text = depth > 1 ? words() : block(depth + 1)
      return text.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.isEmpty ? "" : indent + $0
      }.joined(separator: "\n")
    }
    switch Int.random(in: 0..<20, using: &generator) {
    case 0: return "# \(words())"
    case 1: return "#### \(words()) {#id}"
    case 2: return "- \(words())\n- \(words())"
    case 3: return "1. \(words())\n\n   \(words())"
    case 4: return "> \(words())\n> \(words())"
    case 5: return "> [!tip] \(word())\n> \(words())"
    case 6: return "!!! note \"\(word())\"\n\n\(inner("    "))"
    case 7: return ":::note[\(word())]\n\(inner(""))\n:::"
    case 8: return "\(word())\n: \(words())"
    case 9: return "```text\n\(word()) {{ \(word()) }}\n```"
    case 10: return "| \(word()) | \(words()) |\n|---|---|\n| \(word()) | \(word()) |"
    case 11: return "<div class=\"a\">\n\n\(inner(""))\n\n</div>"
    case 12:
      return
        "<table><tr><td>\(word())</td><td><p>\(word())</p><ul><li>\(word())</li></ul></td></tr></table>"
    case 13: return "{{< notice warning >}}\n\(inner(""))\n{{< /notice >}}"
    case 14: return "{% for x in y %}\n\(word())\n{% endfor %}"
    case 15: return "<details><summary>\(word())</summary>\n\n\(inner(""))\n</details>"
    case 16: return "Text[^1] \(word())\n\n[^1]: \(word()) \(word())"
    case 17: return "=== \"\(word())\"\n\n\(inner("    "))"
    case 18: return "<!-- \(word()) -->"
    default: return words()
    }
  }

  mutating func document(_ kind: ForeignKind) -> String {
    let blocks = (0..<Int.random(in: 2...6, using: &generator)).map { _ in block(0) }
    return "---\ntitle: \(word())\nmade_up: \(word())\n---\n" + blocks.joined(separator: "\n\n")
      + "\n"
  }

  mutating func classic() -> String {
    (0..<Int.random(in: 2...6, using: &generator)).map { _ -> String in
      switch Int.random(in: 0..<9, using: &generator) {
      case 0: "\(word())\n\(word())"
      case 1: "<h3>\(word())</h3>\n\(word())"
      case 2: "<ul>\n<li>\(word())</li>\n\n<li>\(word())</li>\n</ul>"
      case 3:
        "[caption id=\"a\" width=\"3\"]<img src=\"https://example.org/a.jpg\" alt=\"\(word())\" /> \(word())[/caption]"
      case 4: "[made-up id=\"\(word())\"]"
      case 5: "<pre>\(word())\n\n\(word())</pre>"
      case 6: "<div>\(word())\n\n\(word())</div> \(word())"
      case 7: "<blockquote>\(word())</blockquote>\(word())"
      default: "<!-- wp:paragraph --><p>\(word())</p><!-- /wp:paragraph -->"
      }
    }.joined(separator: "\n\n")
  }
}
