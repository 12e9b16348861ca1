package import DaylightModel
package import DaylightSyntax

/// A JSON Schema that tells editors which names a file may have, what they mean, and what may be
/// written after them.
///
/// Made from the tables of the decoders themselves (``FieldTable``). The draft is 07, which editors
/// know best.
package struct EditorSchema: Sendable {
  /// As `daylight schema` calls it: `site`, `front-matter-term`.
  package let name: String
  /// What it describes, for people.
  package let summary: String
  package let bytes: [UInt8]

  package var fileName: String { name + ".schema.json" }

  private init(
    _ name: String, _ summary: String, rules: RuleBook, _ body: (inout SchemaWriter) -> Void
  ) {
    self.name = name
    self.summary = summary
    bytes = SchemaWriter.document(
      title: summary, note: "Written by ‘daylight schema’, from what Daylight itself reads.",
      rules: rules, body)
  }
}

extension EditorSchema {
  /// All of them, in order.
  ///
  /// - Parameter rules: every rule of the program, whose levels `site.yaml` can set.
  package static func all(rules: RuleBook) -> [Self] {
    func data(
      _ name: String, _ summary: String, _ table: FieldTable, isList: Bool = false
    ) -> Self {
      Self(name, summary, rules: rules) { isList ? $0.list(of: table) : $0.group(table) }
    }
    return [
      data("site", "The settings of the site: content/site.yaml", SiteConfiguration.fields),
      data("help", "Helplines by region: content/help.yaml", HelpDirectory.fields),
      data("sources", "The works that pages cite: content/sources.yaml", SourceRegistry.fields),
      data("people", "Authors and reviewers: content/people.yaml", People.fields, isList: true),
      data(
        "language", "Phrases to avoid: content/language.yaml", LanguageRules.fields, isList: true),
      frontMatter(rules: rules),
    ]
      + PageKind.withFiles.map { kind in
        data(
          "front-matter-\(kind.template)", "The front matter of \(kind.oneOfThem)",
          kind.frontMatter)
      }
  }

  /// The same as files in a folder for schemas.
  package static func files(rules: RuleBook) -> [(name: String, bytes: [UInt8])] {
    all(rules: rules).map { ($0.fileName, $0.bytes) }
  }

  /// The front matter of any page. An editor does not know the folder of a file, so names that only
  /// one kind of page has tell which it is.
  private static func frontMatter(rules: RuleBook) -> Self {
    let common = Set(PageKind.article.frontMatter.fields.map(\.name))
    let others = PageKind.withFiles.filter { kind in
      kind.frontMatter.fields.contains { !common.contains($0.name) }
    }
    return Self("front-matter", "The front matter of any page", rules: rules) { schema in
      schema.choice(
        of: others.map { kind in
          let own = kind.frontMatter.fields.map(\.name).filter { !common.contains($0) }
          return (kind.template, own, kind.frontMatter)
        }, otherwise: (PageKind.article.template, PageKind.article.frontMatter))
    }
  }
}

extension PageKind {
  /// The kinds whose pages have files, and so front matter.
  package static var withFiles: [Self] { allCases.filter { $0.traits.place != .noFile } }

  /// As in “an article”, or the one file that is of the kind.
  fileprivate var oneOfThem: String {
    if case .file(let name) = traits.place { return "content/\(name).md" }
    return ("aeiou".contains(noun.prefix(1)) ? "an " : "a ") + noun
  }

  package var frontMatter: FieldTable {
    traits.isTerm ? TermFrontMatter.fields : PageFrontMatter.fields(of: self)
  }
}
