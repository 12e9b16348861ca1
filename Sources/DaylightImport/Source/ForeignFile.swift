import DaylightSyntax

/// A file of a site of another tool.
package struct ForeignFile: Sendable, Hashable {
  /// Relative to the folder of the source, with `/` between its parts.
  package let path: String
  /// Nil for a file that is not text, or is too large to be one.
  package let text: [UInt8]?

  package init(path: String, text: [UInt8]?) {
    self.path = path
    self.text = text
  }

  /// The endings of files that are read; all others are only copied.
  package static let textEndings: Set = [
    "md", "markdown", "mdown", "mdx", "mdoc", "html", "htm", "njk", "liquid", "webc", "yml", "yaml",
    "toml", "json", "jsonc", "xml", "txt", "js", "mjs", "cjs", "ts", "rst", "adoc",
  ]

  /// The most bytes of a text that is read. Exports of WordPress are long.
  package static let textLimit = 64 << 20
}

/// What a source was made for.
package enum ForeignKind: String, Sendable, CaseIterable {
  case hugo, jekyll, eleventy, astro, mkdocs, obsidian, wordpress, squarespace, markdown

  package var name: String {
    switch self {
    case .hugo: "Hugo"
    case .jekyll: "Jekyll"
    case .eleventy: "Eleventy"
    case .astro: "Astro Starlight"
    case .mkdocs: "MkDocs"
    case .obsidian: "Obsidian or Quartz"
    case .wordpress: "WordPress"
    case .squarespace: "Squarespace"
    case .markdown: "plain Markdown"
    }
  }

  /// What a folder of files was made for, by the files of its settings; nil if nothing in it can be
  /// turned.
  package static func recognise(_ files: [ForeignFile]) -> ForeignKind? {
    let names = Set(files.map { $0.path.lowercased() })
    func has(_ candidates: String...) -> Bool { candidates.contains { names.contains($0) } }
    func hasFolder(_ name: String) -> Bool { names.contains { $0.hasPrefix(name + "/") } }
    if has("mkdocs.yml", "mkdocs.yaml") { return .mkdocs }
    if names.contains(where: { $0.hasPrefix("astro.config.") })
      || names.contains(where: { $0.hasPrefix("src/content/docs/") })
    {
      return .astro
    }
    if names.contains(where: { $0.hasPrefix("eleventy.config.") || $0.hasPrefix(".eleventy.") }) {
      return .eleventy
    }
    if has("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json")
      || has(
        "config.toml", "config.yaml", "config.yml", "config/_default/hugo.toml",
        "config/_default/config.toml") && hasFolder("content")
    {
      return .hugo
    }
    if has("_config.yml", "_config.yaml", "_config.toml") { return .jekyll }
    if hasFolder(".obsidian") || has("quartz.config.ts") { return .obsidian }
    for file in files where file.path.ending == "xml" {
      if let kind = exportKind(file) { return kind }
    }
    if files.contains(where: { usesWikiLinks($0) }) { return .obsidian }
    return names.contains { ["md", "markdown", "mdown", "html", "htm"].contains($0.ending) }
      ? .markdown : nil
  }

  private static func exportKind(_ file: ForeignFile) -> ForeignKind? {
    guard let text = file.text else { return nil }
    let head = String(decoding: text.prefix(16_000), as: UTF8.self)
    guard head.includes("wordpress.org/export/") else { return nil }
    if head.includes("WordPress/") || head.includes("wordpress.org/?v=") { return .wordpress }
    let isSquarespace = ["squarespace", "sqs-block"].contains { text.contains(text: $0) }
    return isSquarespace ? .squarespace : .wordpress
  }

  private static func usesWikiLinks(_ file: ForeignFile) -> Bool {
    guard file.path.ending == "md", let text = file.text else { return false }
    return String(decoding: text.prefix(64_000), as: UTF8.self).includes("[[")
  }
}
