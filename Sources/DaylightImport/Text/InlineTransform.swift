import DaylightSyntax

/// Turns what stands within lines: wiki links, attribute lists, marks and icons.
struct InlineTransform {
  let notes: PageNotes
  let syntaxes: ForeignSyntaxes

  func turn(_ lines: [SourceLine]) -> [SourceLine] {
    var verbatim = VerbatimLines()
    var isInCode = false
    return withIDs(lines).compactMap { line in
      let wasInCode = isInCode
      if verbatim.takes(line.text) {
        isInCode = verbatim.isInCode
        return isInCode && !wasInCode ? fence(line) : line
      }
      isInCode = false
      notes.line = line.number
      if isAttributeLine(line.text) { return nil }
      if syntaxes.contains(.modules), isModule(line.text) { return nil }
      return line.with(line.text.mappingText(turn))
    }
  }

  /// kramdown writes the name of a heading below it: `{: #name }`.
  private func withIDs(_ lines: [SourceLine]) -> [SourceLine] {
    var output: [SourceLine] = []
    var verbatim = VerbatimLines()
    for line in lines {
      let text = line.text.trimmed
      if !verbatim.takes(line.text), text.hasPrefix("{:"), text.hasSuffix("}"),
        let last = output.last,
        let id = text.dropFirst(2).dropLast().split(separator: " ").first(where: {
          $0.hasPrefix("#")
        }),
        !last.isBlank
      {
        let mark = "<span id=\"\(String(id.dropFirst()).attributeValue)\"></span>"
        output[output.count - 1] = last.with(last.text + mark)
      } else {
        output.append(line)
      }
    }
    return output
  }

  /// `` ``` py title="a.py" hl_lines="2" `` says the language alone here.
  private func fence(_ line: SourceLine) -> SourceLine {
    guard let start = line.text.firstIndex(where: { $0 == "`" || $0 == "~" }) else { return line }
    let marks = line.text[start...].prefix { $0 == line.text[start] }
    let info = line.text[marks.endIndex...].trimmed
    guard !info.isEmpty else { return line }
    var words = info.split { $0 == " " || $0 == "{" || $0 == "}" || $0 == "," }
    var language = words.first.map(String.init) ?? ""
    if language.hasPrefix(".") { language = String(language.dropFirst()) }
    if language.contains("=") || language.contains("\"") {
      language = ""
    } else if !words.isEmpty {
      words.removeFirst()
    }
    if language == "raw" || language == "html+jinja" { language = "html" }
    if !words.isEmpty { notes.tell(.detail, "\(marks)\(info)", line: line.number) }
    return line.with(line.text[..<marks.endIndex] + language)
  }

  /// `{: .lead }` on a line of its own, `{:toc}`, `* TOC`
  private func isAttributeLine(_ text: String) -> Bool {
    let text = text.trimmed
    guard text.hasPrefix("{"), text.hasSuffix("}"), !text.dropFirst().dropLast().contains("}")
    else {
      return text == "[TOC]" || text == "[[toc]]" || text == "[[TOC]]" || text == "* TOC"
        || text == "- TOC"
    }
    let found = Self.isAttributes(text.dropFirst().dropLast())
    if found { tellWords(of: text) }
    return found
  }

  private func isModule(_ text: String) -> Bool {
    let isOne =
      text.hasPrefix("import ")
      && (text.includes(" from ") || text.includes("'") || text.includes("\""))
      || text.hasPrefix("export ") || text.hasPrefix("} from ")
    if isOne { notes.tell(.detail, text) }
    return isOne
  }

  private func turn(_ text: String) -> String {
    var text = text
    if syntaxes.contains(.wiki) { text = wikiLinks(text) }
    if syntaxes.contains(.terms) { text = termLinks(text) }
    text = attributes(text)
    if syntaxes.contains(.marks) { text = marks(inlineFootnotes(text)) }
    if syntaxes.contains(.expressions) { text = expressions(text) }
    return icons(text)
  }

  // MARK: Wiki links

  private func wikiLinks(_ text: String) -> String {
    var output = ""
    var rest = text[...]
    while let open = rest.offset(of: "[["), let close = rest[open...].offset(of: "]]") {
      let isEmbed = rest[..<open].hasSuffix("!")
      let inside = rest[open...].dropFirst(2)[..<close]
      let before = rest[..<open]
      output += isEmbed ? String(before.dropLast()) : String(before)
      output += wikiLink(String(inside), isEmbed: isEmbed)
      rest = rest[close...].dropFirst(2)
    }
    return blockMark(output + rest)
  }

  private func wikiLink(_ inside: String, isEmbed: Bool) -> String {
    let inside = inside.replacing("\\|", by: "|")
    let parts = inside.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let target = parts.first.map { $0.trimmed } ?? ""
    var words = parts.count > 1 ? parts[1].trimmed : ""
    let isSize = !words.isEmpty && words.allSatisfy { $0.isNumber || $0 == "x" || $0 == "|" }
    if isEmbed, isSize { words = "" }
    let address = "wiki:" + target.attributeValue
    if isEmbed, ForeignSyntaxes.pictureEndings.contains(target.prefix { $0 != "#" }.ending) {
      return "<img src=\"\(address)\" alt=\"\(words.attributeValue)\">"
    }
    if isEmbed { notes.tell(.detail, "![[\(inside)]]") }
    if words.isEmpty {
      words = target.replacing("#^", by: "#").split(separator: "#").map(String.init)
        .joined(separator: ", ")
    }
    return "<a href=\"\(address)\">\(words.replacing("<", by: "&lt;"))</a>"
  }

  /// `words ^3f2a`
  private func blockMark(_ text: String) -> String {
    guard let space = text.lastIndex(of: " ") else { return text }
    let word = text[text.index(after: space)...].trimmed
    guard word.hasPrefix("^"), word.count > 1,
      word.dropFirst().allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    else { return text }
    return text[..<space] + "<span id=\"\(word)\"></span>"
  }

  /// `<section:term>` of ezglossary.
  private func termLinks(_ text: String) -> String {
    var output = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      let inside = rest[open..<close].dropFirst()
      let parts = inside.split(separator: "|", maxSplits: 1)
      let name = parts.first.map(String.init) ?? ""
      let colon = name.firstIndex(of: ":")
      let isTerm =
        colon.map {
          name[..<$0].allSatisfy { $0.isLetter || $0 == "_" } && !name[$0...].hasPrefix("://")
            && !name.hasPrefix("mailto:") && !name.hasPrefix("http")
        }
        ?? false
      output += rest[..<open]
      if isTerm, let colon {
        let term = name[name.index(after: colon)...].trimmed
        let words = parts.count > 1 && parts[1].trimmed != "end" ? parts[1].trimmed : term
        output += "<a href=\"term:\(term.attributeValue)\">\(words)</a>"
      } else {
        output += rest[open...close]
      }
      rest = rest[close...].dropFirst()
    }
    return output + rest
  }

  // MARK: Attributes

  private static func isAttributes(_ inside: some StringProtocol) -> Bool {
    let inside = inside.trimmed
    if inside.hasPrefix(":") || inside.hasPrefix(".") || inside.hasPrefix("#") {
      return !inside.hasPrefix("#if") && !inside.hasPrefix("#each") && inside.count > 1
    }
    let name = inside.prefix { $0.isASCII && ($0.isLetter || $0 == "-") }
    return !name.isEmpty && inside.dropFirst(name.count).hasPrefix("=")
  }

  private func attributes(_ text: String) -> String {
    guard text.contains("{") else { return text }
    var output = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let inside = rest[open..<close].dropFirst()
      let before = rest[..<open]
      guard Self.isAttributes(inside), !before.hasSuffix("\\"), !before.hasSuffix("$") else {
        output += rest[...open]
        rest = rest[open...].dropFirst()
        continue
      }
      output += before
      tellWords(of: String(inside))
      if let id = inside.split(whereSeparator: { $0 == " " || $0 == ":" }).first(where: {
        $0.hasPrefix("#")
      }) {
        while output.last == " " { output.removeLast() }
        if output.hasSuffix("[]()") { output.removeLast(4) }
        output += "<span id=\"\(String(id.dropFirst()).attributeValue)\"></span>"
      }
      rest = rest[close...].dropFirst()
    }
    return output + rest
  }

  /// Attributes whose values are words that somebody read.
  private func tellWords(of attributes: String) {
    for name in ["title=", "alt=", "label=", "caption=", "data-title=", "data-caption="]
    where attributes.includes(name) {
      notes.tell(.detail, attributes)
      return
    }
  }

  /// `^[words]`
  private func inlineFootnotes(_ text: String) -> String {
    var output = ""
    var rest = text[...]
    while let open = rest.offset(of: "^["), let close = rest[open...].firstIndex(of: "]") {
      output += rest[..<open] + " (" + rest[open..<close].dropFirst(2) + ")"
      rest = rest[close...].dropFirst()
    }
    return output + rest
  }

  // MARK: Marks

  /// `==x==`, `^^x^^`, `++ctrl+c++`, `%%x%%`, `{++x++}`
  private func marks(_ text: String) -> String {
    var text = text
    for (opening, closing, before, after) in Self.pairs {
      // Only Obsidian has comments of this form.
      if opening == "%%", !syntaxes.contains(.wiki) { continue }
      var output = ""
      var rest = text[...]
      while let open = rest.offset(of: opening) {
        let inner = rest[open...].dropUTF8(opening.utf8.count)
        guard let close = inner.offset(of: closing), close > inner.startIndex,
          !inner[..<close].isBlank, opening == "%%" || inner.first?.isWhitespace == false
        else {
          output += rest[..<open] + opening
          rest = inner
          continue
        }
        output += rest[..<open]
        let words = inner[..<close]
        if opening == "%%" {
          output += PageNotes.comment(String(words))
        } else {
          output += before + words + after
        }
        rest = inner[close...].dropUTF8(closing.utf8.count)
      }
      text = output + rest
    }
    return text
  }

  private static let pairs = [
    ("{==", "==}", "<mark>", "</mark>"), ("{++", "++}", "", ""), ("{--", "--}", "<del>", "</del>"),
    ("{>>", "<<}", " (", ")"), ("==", "==", "<mark>", "</mark>"), ("^^", "^^", "", ""),
    ("++", "++", "<kbd>", "</kbd>"), ("%%", "%%", "", ""),
  ]

  /// `{expression}` of MDX.
  private func expressions(_ text: String) -> String {
    guard text.contains("{"), !text.includes("data-daylight") else { return text }
    var output = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let before = rest[..<open]
      let inside = rest[open..<close].dropFirst().trimmed
      output += before
      if before.hasSuffix("\\") || before.hasSuffix("=") {
        output += rest[open...close]
      } else if inside.hasPrefix("/*") {
        output += PageNotes.comment(inside.replacing("/*", by: "").replacing("*/", by: ""))
      } else if let mark = inside.first, "'\"`".contains(mark), inside.last == mark {
        output += inside.dropFirst().dropLast()
      } else {
        output += .todo("{\(inside)}")
      }
      rest = rest[close...].dropFirst()
    }
    return output + rest
  }

  /// Pictures that are written as words.
  private func icons(_ text: String) -> String {
    guard text.contains(":") else { return text }
    var output = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: ":") {
      let name = rest[open...].dropFirst().prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || "-_+".contains($0))
      }
      let before = rest[..<open]
      output += before
      let after = rest[open...].dropFirst(name.count + 1)
      guard !name.isEmpty, after.first == ":", before.last?.isLetter != true,
        before.last?.isNumber != true
      else {
        output += ":"
        rest = rest[open...].dropFirst()
        continue
      }
      if let sign = Emoji.named[String(name)] {
        output += sign
      } else if Self.iconSets.contains(where: { name.hasPrefix($0) }) {
        notes.tell(.detail, ":\(name):")
      } else {
        output += ":\(name):"
      }
      rest = after.dropFirst()
    }
    return output + rest
  }

  private static let iconSets = [
    "material-", "octicons-", "fontawesome-", "simple-", "fa-", "lucide-", "bi-", "mdi-",
  ]
}

/// Which forms of markup a source uses besides Markdown.
struct ForeignSyntaxes: OptionSet {
  let rawValue: Int

  static let hugo = Self(rawValue: 1 << 0)
  static let liquid = Self(rawValue: 1 << 1)
  static let components = Self(rawValue: 1 << 2)
  static let modules = Self(rawValue: 1 << 3)
  static let expressions = Self(rawValue: 1 << 4)
  static let wiki = Self(rawValue: 1 << 5)
  static let marks = Self(rawValue: 1 << 6)
  /// Links of ezglossary.
  static let terms = Self(rawValue: 1 << 7)
  static let snippets = Self(rawValue: 1 << 8)

  static let pictureEndings: Set = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "bmp"]
}

enum Emoji {
  static let named: [String: String] = [
    "smile": "😄", "smiley": "😃", "grin": "😁", "laughing": "😆", "wink": "😉", "blush": "😊",
    "heart": "❤️", "sparkles": "✨", "tada": "🎉", "rocket": "🚀", "warning": "⚠️", "bulb": "💡",
    "memo": "📝", "bug": "🐛", "fire": "🔥", "star": "⭐", "thumbsup": "👍", "+1": "👍", "-1": "👎",
    "white_check_mark": "✅", "heavy_check_mark": "✔️", "x": "❌", "exclamation": "❗",
    "question": "❓", "information_source": "ℹ️", "book": "📖", "books": "📚", "link": "🔗",
    "wave": "👋", "pray": "🙏", "clap": "👏", "eyes": "👀", "joy": "😂", "cry": "😢", "sob": "😭",
    "thinking": "🤔", "raised_hands": "🙌", "muscle": "💪", "phone": "☎️", "email": "✉️",
    "calendar": "📅", "house": "🏠", "sunny": "☀️", "seedling": "🌱", "herb": "🌿", "leaves": "🍃",
    "hugs": "🤗", "blue_heart": "💙", "green_heart": "💚", "yellow_heart": "💛",
    "purple_heart": "💜", "broken_heart": "💔", "lock": "🔒", "key": "🔑", "construction": "🚧",
    "point_right": "👉", "arrow_right": "➡️", "heavy_plus_sign": "➕",
  ]
}
