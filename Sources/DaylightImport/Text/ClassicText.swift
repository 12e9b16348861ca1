import DaylightSyntax

/// The text of an item of WordPress as HTML: paragraphs as the old editor means them, short codes,
/// and the words of pictures.
struct ClassicText {
  let attachments: Attachments
  let notes: PageNotes

  func html(of text: String, firstLine: Int) -> String {
    let text = text.replacing("\r\n", by: "\n").replacing("\r", by: "\n")
    let isOfBlocks = text.includes("<!-- wp:")
    let lines = shortCodes(text, firstLine: firstLine)
    return pictures(isOfBlocks ? lines : paragraphs(lines))
  }

  // MARK: Short codes

  /// `[caption]`, `[gallery]` and others. A code that is not known is left as a note.
  private func shortCodes(_ text: String, firstLine: Int) -> String {
    guard text.contains("[") else { return text }
    var output = ""
    var rest = text[...]
    var line = firstLine
    while let open = rest.firstIndex(of: "[") {
      let before = rest[..<open]
      line += before.utf8.count { $0 == UInt8(ascii: "\n") }
      output += before
      let inner = rest[open...].dropFirst()
      guard let close = inner.prefix(2_000).firstIndex(of: "]"), !isInCode(output),
        let tag = ForeignTag(
          style: .bracket, text: "[\(inner[..<close])]",
          inside: String(inner[..<close]).replacing("&quot;", by: "\"")),
        Self.isCode(tag)
      else {
        output += "["
        rest = inner
        continue
      }
      rest = inner[close...].dropFirst()
      notes.line = line
      output += replacement(tag, &rest)
    }
    return output + rest
  }

  private func isInCode(_ before: String) -> Bool {
    let opened = before.split(separator: "<").suffix(40)
    let pre = opened.lastIndex { $0.hasPrefix("pre") || $0.hasPrefix("code") }
    let end = opened.lastIndex { $0.hasPrefix("/pre") || $0.hasPrefix("/code") }
    guard let pre else { return false }
    return end.map { $0 < pre } ?? true
  }

  /// A name of small letters, and values as a code has them.
  private static func isCode(_ tag: ForeignTag) -> Bool {
    guard tag.name.utf8.count > 2,
      tag.name.utf8.allSatisfy({
        $0.isASCIISmallLetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-")
          || $0 == UInt8(ascii: "_")
      })
    else { return false }
    return known.contains(tag.name) || !tag.named.isEmpty
  }

  private static let known: Set = [
    "caption", "wp_caption", "gallery", "embed", "audio", "video", "playlist", "youtube", "vimeo",
    "contact-form", "contact-form-7", "button", "more", "quote", "pullquote", "vc_row", "vc_column",
    "vc_column_text", "row", "column", "columns", "toc", "soundcloud", "googlemaps", "gist",
  ]

  private func replacement(_ tag: ForeignTag, _ rest: inout Substring) -> String {
    if tag.isClosing { return "" }
    switch tag.name {
    case "caption", "wp_caption":
      guard let end = rest.offset(of: "[/\(tag.name)]") else { return "" }
      let inside = String(rest[..<end])
      rest = rest[end...].dropFirst(tag.name.count + 3)
      let picture = inside.lastIndex(of: ">").map { inside[...$0] } ?? ""
      let said = inside[picture.endIndex...].trimmed
      let line = said.isEmpty ? tag["caption"] ?? "" : said
      return "\n\n<figure>\(picture)<figcaption>\(line)</figcaption></figure>\n\n"
    case "gallery":
      let numbers = (tag["ids"] ?? "").split(separator: ",").map { $0.trimmed }
      let pictures = numbers.compactMap { attachments.address(of: $0) }.map {
        "<p><img src=\"\($0.replacing("\"", by: "%22"))\" alt=\"\"></p>"
      }
      if pictures.isEmpty { return .todo(tag.text) }
      return "\n\n<div>" + pictures.joined() + "</div>\n\n"
    case "embed", "youtube", "vimeo", "audio", "video", "soundcloud":
      var address = tag.value(["src", "url", "mp3", "mp4", "id"], or: 0) ?? ""
      if let end = rest.offset(of: "[/\(tag.name)]"), address.isEmpty {
        address = rest[..<end].trimmed
        rest = rest[end...].dropFirst(tag.name.count + 3)
      }
      guard address.hasPrefix("http") else { return .todo(tag.text) }
      notes.tell(.embedded, tag.text)
      return "<a href=\"\(address.attributeValue)\">Link: \(BlockReader.host(of: address))</a>"
    case "vc_row", "vc_column", "vc_column_text", "row", "column", "columns", "more": return ""
    default: return .todo(tag.text)
    }
  }

  // MARK: Paragraphs

  /// Blank lines end paragraphs, and other line ends are breaks, unless a block of HTML is there.
  private func paragraphs(_ text: String) -> String {
    var output: [String] = []
    var block: [Substring] = []
    var isPreformatted = false
    var depth = 0
    func end() {
      guard !block.isEmpty else { return }
      let whole = block.joined(separator: "\n")
      block = []
      output.append(
        Self.isHTMLBlock(whole) ? whole : "<p>\(whole.replacing("\n", by: "<br>\n"))</p>")
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.includes("<pre") { isPreformatted = true }
      if isPreformatted {
        block.append(line)
        if line.includes("</pre>") {
          isPreformatted = false
          output.append(block.joined(separator: "\n"))
          block = []
        }
        continue
      }
      let begins = Self.isHTMLBlock(line.trimmed)
      if line.isBlank {
        if depth == 0 { end() } else { block.append(line) }
        continue
      }
      if begins, depth == 0, !block.isEmpty, !Self.isHTMLBlock(block.joined(separator: "\n")) {
        end()
      }
      block.append(line)
      if begins || depth > 0 { depth = max(0, depth + Self.balance(of: line)) }
      if begins, depth == 0 { end() }
    }
    end()
    return output.joined(separator: "\n\n")
  }

  private static let blockNames = [
    "table", "thead", "tfoot", "tbody", "tr", "td", "th", "div", "dl", "dd", "dt", "ul", "ol", "li",
    "pre", "form", "blockquote", "address", "p", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "fieldset",
    "section", "article", "aside", "header", "footer", "nav", "figure", "figcaption", "details",
    "summary", "iframe", "style", "script", "!--",
  ]

  private static func isHTMLBlock(_ text: String) -> Bool {
    guard text.hasPrefix("<") else { return false }
    let name = text.dropFirst().drop { $0 == "/" }.prefix {
      $0.isLetter || $0.isNumber || $0 == "!" || $0 == "-"
    }
    .lowercased()
    return blockNames.contains(name) || name.hasPrefix("!--")
  }

  /// How many blocks a line opens, less those that it closes.
  private static func balance(of line: Substring) -> Int {
    var balance = 0
    var rest = line
    while let open = rest.firstIndex(of: "<") {
      rest = rest[open...].dropFirst()
      let isEnd = rest.first == "/"
      let name = rest.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
      if blockNames.contains(name), !["hr", "p", "li", "td", "tr", "th", "dd", "dt"].contains(name)
      {
        balance += isEnd ? -1 : 1
      }
    }
    return balance
  }

  // MARK: Pictures

  /// Gives pictures the words that WordPress keeps apart, and names the file that was uploaded
  /// instead of a smaller copy of it.
  private func pictures(_ html: String) -> String {
    var output = ""
    var rest = html[...]
    while let open = rest.offset(of: "<img") {
      let tag = rest[open...].prefix { $0 != ">" }
      output += rest[..<open]
      var text = String(tag)
      if text.includes("alt=\"\"") || !text.includes("alt="),
        let place = text.offset(of: "src=\"")
      {
        let address = text[place...].dropFirst(5).prefix { $0 != "\"" }
        if let words = attachments.words(for: String(address)) {
          text = text.replacing("alt=\"\"", by: "")
          text = text.hasSuffix("/") ? String(text.dropLast()) : text
          text += " alt=\"\(words.attributeValue)\""
        }
      }
      output += text
      rest = rest[tag.endIndex...]
    }
    return output + rest
  }
}
