import DaylightModel
import DaylightSyntax

/// Makes the file of a new page for one site.
///
/// What its author has to write says TODO: in a draft nothing is wrong with that, and a page that is
/// published with it is an error.
struct NewPageBuilder {
  let site: SiteIndex
  let title: String
  /// The name of the file without `.md`.
  let name: String

  func article(in section: String?) throws(NewPageProblem) -> NewPage {
    let folder = try self.folder(section)
    var page = try page(
      in: folder,
      """
      ---
      title: \(YAMLText.value(title))
      # shortTitle: A quieter title, for the tab and the history of the browser.
      summary: "TODO: say in a sentence or two what readers find here."
      order: \(nextOrder(in: folder))
      \(author)# topics: [a word, another word]
      # question: What would somebody ask who needs this page?
      draft: true
      ---

      TODO: Begin with a paragraph that says what the page is about.

      ## TODO: A heading

      TODO: Write short sentences, and the plain word before the clinical word.

      ## A next step

      TODO: End with one small thing that a reader can do, or a page to read on.

      """)
    page.folderPages = missingFolderPages(of: folder)
    return page
  }

  func term() throws(NewPageProblem) -> NewPage {
    let wanted = title.lowercased()
    let same = site.entries.first { $0.kind == .term && $0.title.lowercased() == wanted }
    if let same {
      throw NewPageProblem(
        message: "the glossary has the word ‘\(same.title)’ already",
        help: "it is in ‘\(same.source)’")
    }
    var page = try page(
      in: "glossary",
      """
      ---
      term: \(YAMLText.value(title))
      # aliases: [other forms of the word]
      summary: "TODO: say in one sentence of 30 words at most what the word means."
      # How firm the ground is: established, mixed, emerging, contested or popular. All but popular need sources.
      evidence: popular
      # not: What the word does not mean.
      # see: [another-word]
      # sources: [a key of sources.yaml]
      draft: true
      ---

      ## In plain words

      TODO: Explain the word as you would to somebody across the table.

      """)
    page.folderPages = missing(
      "glossary", "Words explained", "Words you may meet on these pages, in plain language.",
      "Here each word is put in plain language. You can read one entry, or none, or come back another day."
    )
    return page
  }

  func checklist() throws(NewPageProblem) -> NewPage {
    let link = firstArticles(1).first.map { "[\(MarkdownText.escaped($0.title))](\(relative($0)))" }
    let reading = link ?? "[Talk to someone](../help.md)"
    var page = try page(
      in: "checklists",
      """
      ---
      title: \(YAMLText.value(title))
      summary: "TODO: say in a sentence what the list is for."
      order: \(nextOrder(in: "checklists"))
      \(author)draft: true
      ---

      TODO: Say what the list is for. It adds nothing up, and it says nothing about whoever ticks it.

      ## TODO: A heading for the first group

      - [ ] I TODO: a sentence of 20 words at most. \(reading)
      - [ ] I TODO: another one; each ends with a page to read. \(reading)

      ## After the list

      TODO: Close with a kind sentence, and somebody to talk to on the [help page](../help.md).

      """)
    page.folderPages = missing(
      "checklists", "Lists to think with",
      "Lists that you can tick in private. They add nothing up.",
      "Sometimes a list is kinder than a page of prose. You can go down it at your own speed, and stop where you like."
    )
    return page
  }

  func path(_ steps: [String]) throws(NewPageProblem) -> NewPage {
    var sources: [PageEntry] = []
    for step in steps {
      let source = step.hasPrefix("content/") ? step : "content/" + step
      let found = site.entries.first {
        $0.source == source || $0.source == source + ".md" || $0.source == source + "/index.md"
      }
      guard let found else {
        let known = site.entries.map(\.source).filter { $0.hasSuffix(".md") }
        throw NewPageProblem(
          message: "there is no page ‘\(step)’",
          help: nearestMatch(to: source, in: known).map { "did you mean ‘\($0)’?" }
            ?? "name its file, as in signs/overview.md")
      }
      sources.append(found)
    }
    if sources.isEmpty { sources = firstArticles(2) }
    guard !sources.isEmpty else {
      throw NewPageProblem(
        message: "a reading path leads through articles, and the site has none",
        help: "write one first: ‘daylight new article \"A title\"’")
    }
    var page = try page(
      in: "paths",
      """
      ---
      title: \(YAMLText.value(title))
      summary: "TODO: say in a sentence for whom and for which moment these pages are."
      order: \(nextOrder(in: "paths"))
      \(author)draft: true
      # The pages in their order, as seen from this file.
      steps:
      \(sources.map { "  - \(relative($0))" }.joined(separator: "\n"))
      ---

      TODO: Say in a few sentences why these pages are in this order.

      """)
    page.folderPages = missing(
      "paths", "Reading paths", "Short sequences of pages, to follow at your own pace.",
      "Each path here is a handful of pages in an order that we think is kind. You can step off a path anywhere."
    )
    return page
  }

  func person(_ person: NewPerson, _ people: SourceFile?) throws(NewPageProblem) -> NewPage {
    let list = try person.added(to: people, id: name, name: title)
    guard site.entries.contains(where: { $0.kind == .practice }) else {
      // Without a page of the practice nobody has a page of their own.
      var page = NewPage(path: list.path, text: "")
      page.file = list
      page.people = list
      return page
    }
    var page = try page(
      in: "practice",
      """
      ---
      title: \(YAMLText.value(title))
      summary: "TODO: say in one sentence how this person works."
      order: \(nextOrder(in: "practice"))
      draft: true
      ---

      ## How I work

      TODO: What the person says to readers, in their own words.

      """)
    page.people = list
    return page
  }

  // MARK: The place

  private func folder(_ section: String?) throws(NewPageProblem) -> String {
    let known = sections
    guard let section else {
      if known.count == 1 { return known[0] }
      guard !known.isEmpty else {
        throw NewPageProblem(
          message: "an article belongs into a section, and the site has none",
          help: "name a new one, as in ‘--section reading’")
      }
      throw NewPageProblem(
        message: "the site has several sections",
        help:
          "choose one, as in ‘--section \(known[0])’; there are \(known.joined(separator: ", "))",
        sections: known)
    }
    var wanted = section[...]
    while wanted.hasPrefix("./") { wanted = wanted.dropFirst(2) }
    if wanted.hasPrefix("content/") { wanted = wanted.dropFirst("content/".count) }
    while wanted.hasSuffix("/") { wanted = wanted.dropLast() }
    let parts = wanted.split(separator: "/").map(String.init)
    let proper = parts.map(Slug.fileName)
    if let command = Self.commands[parts.first ?? ""] {
      throw NewPageProblem(
        message: "‘\(parts[0])’ has pages of its own kind",
        help: "‘daylight new \(command)’ makes one")
    }
    guard !parts.isEmpty, proper == parts, parts.allSatisfy(Slug.isSafe) else {
      let suggestion = proper.filter { !$0.isEmpty }.joined(separator: "/")
      throw NewPageProblem(
        message: "‘\(section)’ cannot be the name of a section",
        help: suggestion.isEmpty
          ? "use small letters, digits and hyphens, as in first-steps"
          : "write ‘--section \(suggestion)’")
    }
    return parts.joined(separator: "/")
  }

  private static let commands = [
    "glossary": "term", "checklists": "checklist", "paths": "path", "practice": "person",
  ]

  /// The folders of articles, in the order of the site.
  private var sections: [String] {
    site.entries.filter { $0.kind == .section }.map {
      String($0.source.dropFirst("content/".count).dropLast("/index.md".count))
    }.filter { Self.commands[String($0.prefix { $0 != "/" })] == nil }
  }

  private func page(in folder: String, _ text: String) throws(NewPageProblem) -> NewPage {
    let path = "content/\(folder)/\(name).md"
    let address = "\(folder)/\(name)/index.html"
    let other = site.entries.first {
      $0.source.lowercased() == path || $0.route.outputPath == address
    }
    if let other {
      throw NewPageProblem(
        message: "there is a page ‘\(other.source)’ already: ‘\(other.title)’",
        help: "choose another title, or another name: ‘--slug \(free(in: folder))’")
    }
    return NewPage(path: path, text: text)
  }

  private func free(in folder: String) -> String {
    let taken = Set(site.entries.map { $0.source.lowercased() })
    let names = (2...).lazy.map { "\(name)-\($0)" }
    return names.first { !taken.contains("content/\(folder)/\($0).md") } ?? name
  }

  private func nextOrder(in folder: String) -> Int {
    let members = site.entries.filter { entry in
      entry.source.hasPrefix("content/\(folder)/") && !entry.source.hasSuffix("/index.md")
        && !entry.source.dropFirst("content/\(folder)/".count).contains("/")
    }
    return (members.compactMap(\.order).filter { $0 < 90 }.max() ?? 0) + 1
  }

  /// A line with whoever writes for the practice; empty if nobody does.
  private var author: String {
    let people = site.data.people.all
    let found =
      people.first { $0.role?.value == .practice } ?? people.first { $0.role?.value == .author }
    return found.map { "author: \(YAMLText.value($0.id.value))\n" } ?? ""
  }

  private func firstArticles(_ count: Int) -> [PageEntry] {
    Array(site.entries.filter { $0.kind == .article && !$0.isDraft }.prefix(count))
  }

  /// As seen from a folder directly in `content`.
  private func relative(_ entry: PageEntry) -> String {
    "../" + entry.source.dropFirst("content/".count)
  }

  // MARK: Pages of folders

  private func has(_ path: String) -> Bool { site.idBySource[path] != nil }

  private func missing(
    _ folder: String, _ title: String, _ summary: String, _ text: String
  ) -> [SourceFile] {
    let path = "content/\(folder)/index.md"
    guard !has(path) else { return [] }
    let lines = ["---", "title: \(title)", "summary: \(summary)", "---", "", text, ""]
    return [SourceFile(path: path, text: lines.joined(separator: "\n"))]
  }

  /// The index pages of a section and of those that it is in, where there are none.
  private func missingFolderPages(of folder: String) -> [SourceFile] {
    var pages: [SourceFile] = []
    var path = ""
    for part in folder.split(separator: "/") {
      path += path.isEmpty ? String(part) : "/" + part
      let words = part.replacing("-", with: " ")
      let title = words.prefix(1).uppercased() + words.dropFirst()
      pages += missing(
        path, YAMLText.value(title), "\"TODO: say in a sentence what this part of the site has.\"",
        "TODO: Say in a sentence or two what readers find in this part."
      ).map {
        let text = String(decoding: $0.bytes, as: UTF8.self)
        return SourceFile(
          path: $0.path, text: text.replacing("\n---\n\n", with: "\ndraft: true\n---\n\n"))
      }
    }
    return pages
  }
}
