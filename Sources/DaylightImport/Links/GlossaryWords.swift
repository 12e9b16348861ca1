import DaylightSyntax

/// The words that the definition lists of a source explain, where they are a glossary (ezglossary).
enum GlossaryWords {
  /// The file of each word, by its letters. Words whose file is taken stay where they are.
  static func files(of site: ForeignSite, taken: [String]) -> [String: String] {
    guard site.hasGlossary else { return [:] }
    var files: [String: String] = [:]
    var used = Set(taken)
    for page in site.pages {
      guard case .markdown(let text, _) = page.text else { continue }
      var verbatim = VerbatimLines()
      var word: String?
      for line in [SourceLine](text) {
        guard !verbatim.takes(line.text) else {
          word = nil
          continue
        }
        if line.text.hasPrefix(":"), line.text.dropFirst().first?.isWhitespace == true {
          if let word { add(Self.word(in: word), to: &files, &used) }
        } else if !line.isBlank {
          word = line.indentation == 0 ? line.text.trimmed : nil
        }
      }
    }
    return files
  }

  private static func add(
    _ word: String, to files: inout [String: String], _ used: inout Set<String>
  ) {
    let slug = Slug.fileName(word)
    let path = "content/glossary/\(slug).md"
    guard Slug.isSafe(slug), slug != "index", files[word.skeleton] == nil,
      used.insert(path).inserted
    else { return }
    files[word.skeleton] = path
  }

  /// ezglossary writes the section before the word: `term:boundary`.
  static func word(in text: String) -> String {
    let text = text.singleSpaced
    guard let colon = text.firstIndex(of: ":"), text.index(after: colon) != text.endIndex,
      text[..<colon].allSatisfy({ $0.isLetter || $0 == "_" }),
      text[text.index(after: colon)] != " ", !text[colon...].hasPrefix("://")
    else { return text }
    return String(text[text.index(after: colon)...])
  }
}

extension [Block] {
  /// Takes the entries of a glossary out of definition lists, and leaves links to them.
  func takingWords(
    _ files: [String: String], from page: String, into terms: inout [TurnedPage.Term]
  ) -> [Block] {
    flatMap { block -> [Block] in
      guard case .definitions(let list) = block else { return [block] }
      var items: [[Block]] = []
      var others: [Block.Definition] = []
      for entry in list {
        let word = GlossaryWords.word(in: entry.word.plainText)
        guard let path = files[word.skeleton], !terms.contains(where: { $0.path == path }) else {
          others.append(entry)
          continue
        }
        terms.append(
          TurnedPage.Term(
            word: word, path: path, meaning: entry.meaning.map { $0.moved(from: page, to: path) }))
        let link = Inline.link(address: "term:" + path.stem, title: "", [.text(word)])
        items.append([.paragraph([link])])
      }
      return (items.isEmpty ? [] : [.list(start: nil, items: items)])
        + (others.isEmpty ? [] : [.definitions(others)])
    }
  }
}

extension Block {
  /// With the links of a page as they are written in another.
  fileprivate func moved(from page: String, to other: String) -> Block {
    func inlines(_ list: [Inline]) -> [Inline] { list.map { $0.moved(from: page, to: other) } }
    func blocks(_ list: [Block]) -> [Block] { list.map { $0.moved(from: page, to: other) } }
    switch self {
    case .paragraph(let inner): return .paragraph(inlines(inner))
    case .heading(let heading):
      return .heading(Heading(level: heading.level, text: inlines(heading.text), ids: heading.ids))
    case .quote(let inner): return .quote(blocks(inner))
    case .callout(let kind, let inner): return .callout(kind, blocks(inner))
    case .list(let start, let items): return .list(start: start, items: items.map(blocks))
    case .definitions(let list):
      return .definitions(
        list.map { Definition(word: inlines($0.word), meaning: blocks($0.meaning), ids: $0.ids) })
    case .table(let table):
      return .table(
        Table(
          header: table.header.map(inlines), rows: table.rows.map { $0.map(inlines) },
          alignments: table.alignments))
    case .code, .rule, .literal: return self
    }
  }
}

extension Inline {
  fileprivate func moved(from page: String, to other: String) -> Inline {
    func inlines(_ list: [Inline]) -> [Inline] { list.map { $0.moved(from: page, to: other) } }
    switch self {
    case .strong(let inner): return .strong(inlines(inner))
    case .emphasis(let inner): return .emphasis(inlines(inner))
    case .struck(let inner): return .struck(inlines(inner))
    case .link(let address, let title, let inner):
      return .link(address: Self.moved(address, page, other), title: title, inlines(inner))
    case .picture(let address, let words, let title):
      return .picture(address: Self.moved(address, page, other), words: words, title: title)
    case .text, .code, .lineBreak, .literal, .anchor: return self
    }
  }

  private static func moved(_ address: String, _ page: String, _ other: String) -> String {
    if Address.scheme(of: address) != nil { return address }
    let mark = address.firstIndex { $0 == "\u{E000}" || $0 == "#" } ?? address.endIndex
    let path = address[..<mark]
    let target = path.isEmpty ? page : RelativePath.resolve(String(path), from: page) ?? page
    return RelativePath.reference(to: target, from: other) + address[mark...]
  }
}
