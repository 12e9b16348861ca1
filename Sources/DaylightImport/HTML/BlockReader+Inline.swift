import DaylightModel
import DaylightSyntax

// The parts of paragraphs.
extension BlockReader {
  func inlines(of nodes: [HTMLNode]) -> [Inline] {
    nodes.flatMap { node -> [Inline] in
      switch node {
      case .text(let text): return [.text(text)]
      case .comment: return []
      case .element(let element): return inline(element)
      }
    }
  }

  private func inline(_ element: HTMLElement) -> [Inline] {
    go(to: element)
    if let kind = element["data-daylight"] { return oursInline(kind, element) }
    let anchors = element["id"].map { [Inline.anchor($0)] } ?? []
    func inner() -> [Inline] { inlines(of: element.children) }
    switch element.name {
    case "strong", "b", "mark": return anchors + [.strong(inner())]
    case "em", "i", "dfn", "cite", "var": return anchors + [.emphasis(inner())]
    case "del", "s", "strike": return anchors + [.struck(inner())]
    case "code", "kbd", "samp", "tt":
      let text = element.plainText
      return anchors + (text.isEmpty ? [] : [.code(text)])
    case "br": return [.lineBreak]
    case "a":
      let named = element["name"].map { [Inline.anchor($0)] } ?? []
      return anchors + named + link(element, around: inner())
    case "img": return anchors + picture(element)
    case "iframe", "video", "audio", "object", "embed": return anchors + embedded(element)
    case "q": return anchors + [.text("“")] + inner() + [.text("”")]
    case "sup", "sub": return anchors + raised(element)
    case "abbr", "acronym":
      if let title = element["title"], !title.isBlank {
        notes.tell(.detail, "\(element.plainText): \(title)")
      }
      return anchors + inner()
    case "rp": return []
    case "rt": return [.text(" (")] + inner() + [.text(")")]
    case "wbr": return []
    case "input": return anchors + input(element)
    case "textarea", "select", "button", "progress", "meter": return anchors + inner()
    case "svg", "math", "canvas":
      let text = element.plainText
      if !text.isEmpty { notes.tell(.detail, "<\(element.name)> \(text)") }
      return anchors
    case "script", "style", "template", "link", "meta":
      let text = element.plainText
      if !text.isEmpty { notes.tell(.detail, "<\(element.name)> \(text)") }
      return []
    default:
      // Blocks in a place that has only words, such as a cell of a table.
      let separates = !Self.inlineNames.contains(element.name) && isBlock(element)
      return anchors + (separates ? [.text(" ")] + inner() + [.text(" ")] : inner())
    }
  }

  func link(_ element: HTMLElement, around inner: [Inline]) -> [Inline] {
    guard let address = element["href"]?.trimmed, !address.isEmpty else { return inner }
    let title = element["title"] ?? ""
    switch links.link(to: address) {
    case .address(let found):
      // Without words, its address is the only thing to say.
      let isBare = inner.allSatisfy(\.isEmpty)
      if isBare, found.hasPrefix("#") { return inner }
      let words = isBare ? inner + [.text(found)] : inner.withoutLinks
      return [.link(address: found, title: title, words)]
    case .elsewhere(let found):
      return [.link(address: found, title: title, inner.isEmpty ? [.text(found)] : inner)]
    case .mail(let mail):
      let said = inner.plainText
      return said.includes(mail) ? inner : inner + [.text(said.isEmpty ? mail : " (\(mail))")]
    case .none(let kind):
      guard let kind else { return inner }
      return inner + [.literal(notes.leave(kind, PageNotes.written(address)))]
    }
  }

  func picture(_ element: HTMLElement) -> [Inline] {
    let source =
      element["src"] ?? element["data-src"] ?? element["data-image"] ?? element["data-orig-file"]
      ?? ""
    var words = (element["alt"] ?? "").singleSpaced
    let title = (element["title"] ?? "").singleSpaced
    let isDecorative = element["role"] == "presentation" || element["aria-hidden"] == "true"
    if words.isEmpty, !title.isEmpty { words = title }
    let kept = title == words || title.isEmpty ? "" : title
    if ForeignSyntaxes.pictureEndings.contains(words.ending), !words.contains(" ") {
      // The name of a file says nothing to anybody.
      notes.tell(.picture, "\(source) \(words)")
      words = ""
    }
    switch links.picture(at: source) {
    case .address(let address):
      if words.isEmpty, isDecorative {
        return [.picture(address: address, words: "", title: "decorative")]
      }
      if words.isEmpty { notes.tell(.picture, PageNotes.written(source)) }
      return [.picture(address: address, words: words, title: kept)]
    case .elsewhere(let address):
      notes.tell(.outsidePicture, "\(address) \(words)")
      let said = words.isEmpty ? "Picture" : "Picture: " + words
      return [.link(address: address, title: kept, [.text(said)])]
    case .mail, .none:
      let text =
        source.hasPrefix("data:")
        ? "a picture that was written into the text" : PageNotes.written(source)
      return [.text(words), .literal(notes.leave(.file, text))]
    }
  }

  /// A link to what was shown in a window of its own.
  func embedded(_ element: HTMLElement) -> [Inline] {
    let source =
      element["src"] ?? element["data"] ?? element["data-src"] ?? element.first("source")?["src"]
      ?? ""
    let fallback = element.name == "iframe" ? [] : inlines(of: element.children)
    let noun =
      switch element.name {
      case "video": "Film"
      case "audio": "Recording"
      default: "Link"
      }
    let title = (element["title"] ?? element["aria-label"] ?? "").singleSpaced
    let address = source.hasPrefix("//") ? "https:" + source : source
    if case .address(let found) = links.link(to: address), found.hasPrefix("http") {
      notes.tell(.embedded, "<\(element.name)> \(found) \(title)")
      let words = title.isEmpty ? "\(noun): \(Self.host(of: found))" : "\(noun): \(title)"
      return [.link(address: found, title: "", [.text(words)])] + fallback
    }
    let comment = notes.leave(.embedded, "<\(element.name)> \(source) \(title)")
    return [.literal(comment)] + fallback
  }

  static func host(of address: String) -> String {
    let rest = address.dropUTF8(
      (address.offset(of: "://").map {
        address.utf8.distance(from: address.startIndex, to: $0) + 3
      }) ?? 0)
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }

  /// A box of a list of tasks is left out; what else could be typed into cannot be here.
  private func input(_ element: HTMLElement) -> [Inline] {
    let type = element["type"]?.lowercased() ?? "text"
    if type == "checkbox" || type == "hidden" || type == "radio" { return [] }
    return (element["value"] ?? element["placeholder"]).map { [.text($0)] } ?? []
  }

  /// Raised and lowered figures that there are signs for.
  private func raised(_ element: HTMLElement) -> [Inline] {
    let signs = element.name == "sup" ? Self.superscripts : Self.subscripts
    let text = element.text
    guard element.elements.isEmpty, !text.isEmpty, text.allSatisfy({ signs[$0] != nil }) else {
      return inlines(of: element.children)
    }
    return [.text(String(text.compactMap { signs[$0] }))]
  }

  private static let superscripts = Dictionary(
    uniqueKeysWithValues: zip("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ"))
  private static let subscripts = Dictionary(
    uniqueKeysWithValues: zip("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋"))
}

extension [Inline] {
  /// A link has no links in it.
  fileprivate var withoutLinks: [Inline] {
    flatMap { inline -> [Inline] in
      switch inline {
      case .link(_, _, let inner): inner.withoutLinks
      case .strong(let inner): [.strong(inner.withoutLinks)]
      case .emphasis(let inner): [.emphasis(inner.withoutLinks)]
      case .struck(let inner): [.struck(inner.withoutLinks)]
      default: [inline]
      }
    }
  }
}
