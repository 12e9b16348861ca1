import DaylightModel

/// Turns elements of HTML into blocks. What is sure becomes ours; the rest keeps its text, and the
/// report says what went.
struct BlockReader {
  let notes: PageNotes
  let links: any LinkReader
  /// The line of the source for a line of the Markdown that the HTML was made of.
  var sourceLine: (Int) -> Int = { $0 }
  /// Whether the lines of the HTML are those of the source.
  var isSourceHTML = false

  /// What addresses in the text lead to, for one page.
  protocol LinkReader {
    func link(to address: String) -> LinkOutcome
    func picture(at address: String) -> LinkOutcome
  }

  enum LinkOutcome {
    /// An address as our pages write it.
    case address(String)
    /// A picture of another site.
    case elsewhere(String)
    /// A mail address, which is text here.
    case mail(String)
    /// Something that cannot be linked: a kind of finding, or nil where nothing is lost.
    case none(ImportFinding.Kind?)
  }

  func blocks(of html: [UInt8]) -> [Block]? {
    HTMLParser.parse(html).map { blocks(of: $0.children) }
  }

  func blocks(of nodes: [HTMLNode]) -> [Block] {
    var output: [Block] = []
    var run: [HTMLNode] = []
    func endRun() {
      guard !run.isEmpty else { return }
      output += paragraphs(of: inlines(of: run))
      run = []
    }
    for node in nodes {
      switch node {
      case .element(let element) where isBlock(element):
        endRun()
        go(to: element)
        output += block(element)
      case .comment(let text):
        if let kept = comment(text) {
          endRun()
          output.append(.literal(kept))
        }
      default: run.append(node)
      }
    }
    endRun()
    return output
  }

  /// The source place of what follows.
  func go(to element: HTMLElement) {
    if let place = element["data-sourcepos"], let line = Int(place.prefix { $0.isNumber }) {
      notes.line = sourceLine(line)
    } else if let place = element["data-line"], let line = Int(place) {
      notes.line = line
    } else if isSourceHTML, element.line > 0 {
      notes.line = sourceLine(element.line)
    }
  }

  private func comment(_ text: String) -> String? {
    let text = text.trimmed
    if text.isEmpty || text == "more" || text.hasPrefix("prettier-ignore")
      || text.hasPrefix("markdownlint") || text.hasPrefix("wp:") || text.hasPrefix("/wp:")
      || text.hasPrefix("raw HTML omitted") || text == "end list" || text == "nextpage"
    {
      return nil
    }
    return PageNotes.comment(text)
  }

  /// Paragraphs end at two line breaks in a row.
  func paragraphs(of inlines: [Inline]) -> [Block] {
    var output: [Block] = []
    var current: [Inline] = []
    func end() {
      let text = current.normalised()
      current = []
      if text.contains(where: { !$0.isEmpty }) {
        output.append(.paragraph(text))
      } else {
        // A place that links lead to has to stay before what follows.
        let anchors = text.filter { if case .anchor = $0 { true } else { false } }
        if !anchors.isEmpty { output.append(.paragraph(anchors)) }
      }
    }
    var breaks = 0
    for inline in inlines {
      switch inline {
      case .lineBreak: breaks += 1
      case .text(let text) where text.isBlank: current.append(inline)
      default:
        if breaks > 1 { end() } else if breaks == 1 { current.append(.lineBreak) }
        breaks = 0
        current.append(inline)
      }
    }
    end()
    return output
  }

  /// Whether an element is a block, or has one in it.
  func isBlock(_ element: HTMLElement) -> Bool {
    if element["data-daylight"] != nil { return element.name == "div" }
    if Self.blockNames.contains(element.name) { return true }
    guard !Self.inlineNames.contains(element.name) || element.name == "a" || element.name == "span"
    else { return false }
    return element.elements.contains { isBlock($0) }
  }

  private func block(_ element: HTMLElement) -> [Block] {
    if let kind = element["data-daylight"] { return ours(kind, element) }
    let anchors = element["id"].map { id in [Block.paragraph([.anchor(id)])] } ?? []
    switch element.name {
    case "h1", "h2", "h3", "h4", "h5", "h6": return heading(element)
    case "p": return anchors + paragraphs(of: inlines(of: element.children))
    case "blockquote": return anchors + quote(element)
    case "ul", "ol", "menu", "dir": return anchors + list(element)
    case "dl": return anchors + definitions(element)
    case "pre", "listing", "xmp": return anchors + [code(element)]
    case "table": return anchors + table(element)
    case "hr": return [.rule]
    case "details": return anchors + details(element)
    case "figure": return anchors + figure(element)
    case "aside":
      let inner = blocks(of: element.children)
      return inner.isEmpty ? anchors : anchors + [.callout(.note, inner)]
    case "title" where isSourceHTML: return []
    case "script", "style", "template", "head", "link", "meta", "noscript", "title", "base":
      return dropped(element)
    case "svg", "math", "canvas": return left(element, .detail)
    case "form", "fieldset": return form(element)
    case "iframe", "video", "audio", "object", "embed":
      return [.paragraph(embedded(element))]
    case "a":
      return anchors + linkedBlocks(element)
    default:
      return anchors + blocks(of: element.children)
    }
  }

  private func heading(_ element: HTMLElement) -> [Block] {
    let inner = inlines(of: element.children).normalised()
    var ids = element["id"].map { [$0] } ?? []
    for case .anchor(let id) in inner { ids.append(id) }
    let level = element.name.utf8.last.map { Int($0) - 0x30 } ?? 2
    guard inner.contains(where: { !$0.isEmpty }) else {
      return ids.map { .paragraph([.anchor($0)]) }
    }
    // Pictures in headings have no place of their own in an outline.
    let pictures = inner.filter { if case .picture = $0 { true } else { false } }
    let words = inner.filter { if case .picture = $0 { false } else { true } }.normalised()
    let text = words.filter { if case .literal = $0 { false } else { true } }
    let rest = pictures + words.filter { if case .literal = $0 { true } else { false } }
    var output: [Block] = []
    if text.contains(where: { !$0.isEmpty }) {
      output.append(.heading(Block.Heading(level: level, text: text.normalised(), ids: ids)))
    }
    if !rest.isEmpty { output.append(.paragraph(rest)) }
    return output
  }

  private func list(_ element: HTMLElement) -> [Block] {
    var items: [[Block]] = []
    var before: [Block] = []
    for child in element.children {
      guard case .element(let item) = child, item.name == "li" else {
        // Text between the items belongs to the one before it.
        let loose = blocks(of: [child])
        if items.isEmpty { before += loose } else { items[items.count - 1] += loose }
        continue
      }
      go(to: item)
      let inner = blocks(of: item.children)
      if !inner.isEmpty { items.append(inner) }
    }
    guard !items.isEmpty else { return before }
    let start = element.name == "ol" ? Int(element["start"] ?? "") ?? 1 : nil
    return before + [.list(start: start.map { max(0, $0) }, items: items)]
  }

  private func definitions(_ element: HTMLElement) -> [Block] {
    var output: [Block.Definition] = []
    var loose: [Block] = []
    func read(_ nodes: [HTMLElement]) {
      for child in nodes {
        switch child.name {
        case "dt":
          let word = inlines(of: child.children).normalised()
          var ids = child["id"].map { [$0] } ?? []
          for case .anchor(let id) in word { ids.append(id) }
          let text = word.filter { if case .anchor = $0 { false } else { true } }
          output.append(Block.Definition(word: text, meaning: [], ids: ids))
        case "dd":
          let meaning = blocks(of: child.children)
          if output.isEmpty {
            loose += meaning
          } else {
            output[output.count - 1].meaning += meaning
          }
        case "div": read(child.elements)
        default: loose += blocks(of: [.element(child)])
        }
      }
    }
    read(element.elements)
    // Several words with one meaning.
    for index in output.indices.reversed().dropFirst() where output[index].meaning.isEmpty {
      output[index].meaning = output[index + 1].meaning
    }
    return loose + (output.isEmpty ? [] : [.definitions(output)])
  }

  private func code(_ element: HTMLElement) -> Block {
    let inner = element.first("code")
    let classes = element.classes + (inner?.classes ?? [])
    var language = element["lang"] ?? element["data-lang"] ?? inner?["data-lang"] ?? ""
    for name in classes {
      for prefix in ["language-", "lang-", "highlight-source-", "brush:"]
      where name.hasPrefix(prefix) {
        language = String(name.dropFirst(prefix.count))
      }
    }
    var text = element.text
    if text.hasPrefix("\n") { text.removeFirst() }
    if !text.hasSuffix("\n") { text += "\n" }
    let name = language.prefix { $0.isLetter || $0.isNumber || "+#-_.".contains($0) }
    if name.count < language.count { notes.tell(.detail, "```\(language)") }
    if let more = inner?["data-meta"] ?? element["data-meta"], !more.isBlank {
      notes.tell(.detail, "```\(language) \(more)")
    }
    return .code(language: String(name), text: text)
  }

  private func details(_ element: HTMLElement) -> [Block] {
    let summary = element.elements.first { $0.name == "summary" }
    let rest = element.children.filter {
      if case .element(let child) = $0 { child !== summary } else { true }
    }
    let title = summary.map { inlines(of: $0.children).normalised() } ?? []
    let text = title.filter { if case .anchor = $0 { false } else { true } }
    let head: [Block] =
      text.contains { !$0.isEmpty } ? [.heading(Block.Heading(level: 7, text: text, ids: []))] : []
    return head + blocks(of: rest)
  }

  private func figure(_ element: HTMLElement) -> [Block] {
    let caption = element.first("figcaption")
    let rest = element.children.filter {
      if case .element(let child) = $0 { child !== caption } else { true }
    }
    let line = caption.map { inlines(of: $0.children).normalised() } ?? []
    let inner = blocks(of: rest)
    guard line.contains(where: { !$0.isEmpty }) else { return inner }
    return inner + [.paragraph([.emphasis(line)].normalised())]
  }

  private func form(_ element: HTMLElement) -> [Block] {
    let text = notes.leave(.embedded, "a form: \(element["action"] ?? "") \(element.plainText)")
    return [.literal(text)] + blocks(of: element.children)
  }

  /// A link around blocks: each paragraph and heading in it becomes the link.
  private func linkedBlocks(_ element: HTMLElement) -> [Block] {
    var isLinked = false
    return blocks(of: element.children).map { block in
      if isLinked { return block }
      switch block {
      case .paragraph(let inner):
        isLinked = true
        return .paragraph(link(element, around: inner).normalised())
      case .heading(var heading):
        isLinked = true
        heading.text = link(element, around: heading.text).normalised()
        return .heading(heading)
      default: return block
      }
    }
  }

  /// A part of the old page that is no text.
  private func dropped(_ element: HTMLElement) -> [Block] {
    let text = element.plainText
    if element.name == "noscript" {
      // The same picture again, for browsers without scripts.
      if let picture = element.first("img"), text.isEmpty {
        notes.tell(.detail, "<noscript> \(picture["src"] ?? "") \(picture["alt"] ?? "")")
        return []
      }
      return blocks(of: element.children)
    }
    if element.name == "title" || element.name == "template" { return blocks(of: element.children) }
    if !text.isEmpty || element["src"] != nil {
      notes.tell(.detail, "<\(element.name)> \(element["src"] ?? "") \(text)")
    }
    return []
  }

  func left(_ element: HTMLElement, _ kind: ImportFinding.Kind) -> [Block] {
    let text = "<\(element.name)> \(element.plainText)"
    return [.literal(notes.leave(kind, text))]
  }

  private static let blockNames: Set = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "head", "header", "hgroup", "hr", "html", "li", "listing", "main", "menu", "nav",
    "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul", "xmp", "script", "style", "template", "title", "noscript", "link", "meta", "base",
    "search",
  ]

  static let inlineNames: Set = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "button", "cite", "code", "data", "del",
    "dfn", "em", "font", "i", "img", "input", "ins", "kbd", "label", "mark", "meter", "nobr",
    "output", "picture", "progress", "q", "rp", "rt", "ruby", "s", "samp", "select", "small",
    "source", "span", "strike", "strong", "sub", "sup", "textarea", "time", "track", "tt", "u",
    "var", "wbr", "iframe", "video", "audio", "object", "embed", "svg", "math", "canvas",
  ]
}
