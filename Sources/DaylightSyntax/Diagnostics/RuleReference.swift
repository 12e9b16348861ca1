/// The text of `docs/rules.md`, generated from the rules.
package struct RuleReference {
  private let book: RuleBook

  package init(_ book: RuleBook) { self.book = book }

  package var markdown: String {
    ([Self.introduction(contents)] + book.groups.map(text)).joined(separator: "\n")
  }

  private static func introduction(_ contents: String) -> String {
    """
    # Rules

    <!-- This file is made from the rules in Sources/. Change them there, then run
    `DAYLIGHT_RECORD=1 swift test --filter RuleReferenceTests`. -->

    Every finding ends with the name of its rule in brackets. Here is what each rule flags, why, and how to fix it; the
    message itself says where, and often what to write. `daylight explain RULE` says the same in the terminal.

    **Levels.** An *error* has to be fixed: nothing is published until it is. A *warning* should be; with `--strict` it is
    an error. A *note* is for your information.

    **Changing a level** for the whole site, in `content/site.yaml`:

    ```
    rules:
      reading-grade: error
      unused-term: off
    ```

    The levels are `error`, `warning`, `note` and `off`.

    **Allowing one finding** in the text of a page, with a reason of four words or more:

    ```
    <!-- allow: unsourced-number because the figure is our own count -->
    ```

    It holds for every finding in the lines of its paragraph, unless the rule is locked. What is found in front matter, in
    data files or in templates is fixed there. Rules marked *text* are those that look at single paragraphs. The last lines
    of a run count the overrides that allow something, and `--format json` lists them with their reasons.

    **Locked** rules protect the people who read the site, or files that nobody else has. They cannot be lowered or allowed.

    Contents: \(contents)

    """
  }

  private var contents: String {
    book.groups.map { "[\($0.title)](#\(anchor($0.title)))" }.joined(separator: " ·\n")
  }

  private func anchor(_ title: String) -> String {
    title.lowercased().split(separator: " ").joined(separator: "-")
  }

  private func text(_ group: RuleGroup) -> String {
    let rows = group.rules.map {
      "| [`\($0.id)`](#\($0.id)) | \(book.status(of: $0)) | \($0.summary) |\n"
    }
    return """
      ## \(group.title)

      \(group.intro)

      | rule | level | flags |
      |---|---|---|
      \(rows.joined())
      \(group.rules.map(text).joined(separator: "\n"))
      """
  }

  private func text(_ rule: Rule) -> String {
    let texts = rule.explanation
    let former = rule.formerIDs.map { " Formerly `\($0)`." }.joined()
    return """
      ### `\(rule.id)`

      \(texts.why) Wrong, \(texts.place.rawValue):

      ```
      \(texts.bad)
      ```

      Right:

      ```
      \(texts.good)
      ```

      \(texts.fix)\(former)

      """
  }
}
