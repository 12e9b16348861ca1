import DaylightSyntax

/// Turns the tags of template languages in a text into marks that `BlockReader` understands, and
/// into Markdown.
struct TagTransform {
  let scanner: TagScanner
  let table: TagTable
  let notes: PageNotes
  /// The text of a file that a tag names; nil if there is none.
  var include: (String) -> String? = { _ in nil }
  /// How many files are inside each other.
  var depth = 0
  /// Whether `{…}` is a program, as in MDX.
  var hasExpressions = false

  /// An opening tag of these is closed by the same name.
  func turn(_ lines: [SourceLine]) -> [SourceLine] {
    let joined = joiningOpenTags(lines)
    let (split, _) = (spread(joined), 0)
    return inline(blocks(split[...]))
  }

  // MARK: Lines

  /// A tag that is written over several lines becomes one line.
  private func joiningOpenTags(_ lines: [SourceLine]) -> [SourceLine] {
    var output: [SourceLine] = []
    var verbatim = VerbatimLines()
    var index = 0
    while index < lines.count {
      var line = lines[index]
      index += 1
      guard !verbatim.takes(line.text) else {
        output.append(line)
        continue
      }
      var next = index
      while scanner.isOpen(line.text.withoutCode), next < lines.count, next - index < 60 {
        line = line.with(line.text + "\n" + lines[next].text)
        next += 1
      }
      if scanner.isOpen(line.text.withoutCode) {
        line = lines[index - 1]
      } else {
        index = next
      }
      output.append(line)
    }
    return output
  }

  /// A tag that opens or closes a block gets a line of its own.
  private func spread(_ lines: [SourceLine]) -> [SourceLine] {
    var output: [SourceLine] = []
    var verbatim = VerbatimLines()
    var raw = false
    for line in lines {
      if verbatim.takes(line.text) && !line.text.includes("raw %}") {
        output.append(line)
        continue
      }
      let space = String(line.text.prefix { $0 == " " || $0 == "\t" })
      var current = ""
      var isFirst = true
      func end() {
        if !current.isBlank || isFirst && current.isEmpty && line.isBlank {
          output.append(line.with(isFirst ? current : space + current.trimmed))
          isFirst = false
        }
        current = ""
      }
      for piece in pieces(of: line.text) {
        guard case .tag(let tag) = piece else {
          if case .text(let text) = piece { current += text }
          continue
        }
        if tag.name == "raw" || tag.name == "verbatim" {
          raw = !tag.isClosing
          continue
        }
        if raw {
          current += tag.text.bracesEscaped
          continue
        }
        if isBlock(tag, in: line.text) {
          end()
          output.append(line.with(space + tag.text))
          isFirst = false
        } else {
          current += tag.text
        }
      }
      end()
      if line.isBlank { output.append(line) }
    }
    return output
  }

  /// The pieces of what is outside of code; code is a text.
  private func pieces(of text: String) -> [TagScanner.Piece] {
    var pieces: [TagScanner.Piece] = []
    var code = ""
    var rest = text[...]
    _ = text.mappingText { outside in
      // What lies between the last outside part and this one is code.
      if let place = outside.isEmpty ? rest.startIndex : rest.offset(of: outside) {
        code = String(rest[..<place])
        rest = rest[place...].dropUTF8(outside.utf8.count)
      }
      if !code.isEmpty { pieces.append(.text(code.withoutRawTags)) }
      pieces += scanner.pieces(of: outside)
      return outside
    }
    if !rest.isEmpty { pieces.append(.text(String(rest).withoutRawTags)) }
    return pieces
  }

  private func isBlock(_ tag: ForeignTag, in line: String) -> Bool {
    if line.trimmed.hasPrefix("|") { return false }
    if tag.style == .output { return false }
    return table.action(for: tag).isBlock || line.trimmed == tag.text
  }

  // MARK: Blocks

  private func blocks(_ lines: ArraySlice<SourceLine>) -> [SourceLine] {
    var output: [SourceLine] = []
    var verbatim = VerbatimLines()
    var index = lines.startIndex
    while index < lines.endIndex {
      let line = lines[index]
      index += 1
      guard !verbatim.takes(line.text), let tag = onlyTag(line), !tag.isClosing else {
        output.append(line)
        continue
      }
      let close = tag.isComplete ? nil : closing(of: tag, in: lines[index...])
      let inner = close.map { lines[index..<$0] } ?? []
      if let replacement = block(tag, line, Array(inner), isPaired: close != nil) {
        output += replacement
        if let close { index = close + 1 }
      } else {
        output.append(line)
      }
    }
    return output
  }

  /// The tag that is all of a line.
  private func onlyTag(_ line: SourceLine) -> ForeignTag? {
    let text = line.text.trimmed
    guard text.first == "{" || text.first == "<",
      case .tag(let tag)? = scanner.pieces(of: text).first, tag.text == text, tag.style != .output
    else { return nil }
    return tag
  }

  private func closing(of tag: ForeignTag, in lines: ArraySlice<SourceLine>) -> Int? {
    var depth = 0
    for index in lines.indices {
      guard let other = onlyTag(lines[index]), other.name == tag.name, other.style == tag.style
      else {
        continue
      }
      if other.isClosing {
        if depth == 0 { return index }
        depth -= 1
      } else if !other.isComplete {
        depth += 1
      }
    }
    return nil
  }

  /// What a tag on a line of its own becomes; nil if it is one for `inline`.
  private func block(
    _ tag: ForeignTag, _ line: SourceLine, _ inner: [SourceLine], isPaired: Bool
  ) -> [SourceLine]? {
    let column = line.indentation
    func content() -> [SourceLine] { blocks(inner.fitted(to: column)[...]) }
    func wrapped(_ attributes: String) -> [SourceLine] {
      content().wrapped(
        "<div data-daylight=\(attributes) data-line=\"\(line.number)\">", "</div>", at: column,
        line.number)
    }
    switch table.action(for: tag) {
    case .callout(let kind, let title):
      guard isPaired else { return todo(tag.text, line) }
      return wrapped(
        "\"callout\" data-kind=\"\(kind.attributeValue)\" data-title=\"\((title ?? "").attributeValue)\""
      )
    case .section(let title):
      return wrapped("\"details\" data-title=\"\(title.attributeValue)\"")
    case .code(let language):
      guard isPaired else {
        // A value that a program keeps.
        guard tag.name == "set" || tag.name == "assign" else { return todo(tag.text, line) }
        notes.tell(.detail, tag.text, line: line.number)
        return []
      }
      let space = String(repeating: " ", count: column)
      return [SourceLine("", line.number), line.with(space + "````" + language)] + inner
        + [line.with(space + "````"), SourceLine("", line.number)]
    case .comment:
      guard isPaired else { return [] }
      return [
        SourceLine("", line.number), line.with(PageNotes.comment(inner.text)),
        SourceLine("", line.number),
      ]
    case .program:
      let closing = isPaired ? " \(tag.name)" : ""
      return todo(([tag.text] + inner.map(\.text)).joined(separator: " ") + closing, line)
    case .content:
      return isPaired
        ? [SourceLine("", line.number)] + content() + [SourceLine("", line.number)] : nil
    case .include(let path):
      guard depth < 5, let text = include(path) else { return todo(tag.text, line) }
      var inside = self
      inside.depth += 1
      let lines = [SourceLine](text).map { SourceLine($0.text, line.number) }
      return inside.turn(lines).moved(from: 0, to: column)
    case .unknown where isPaired:
      return todo(tag.text, line) + content() + [SourceLine("", line.number)]
    case .unknown, .html, .text, .nothing: return nil
    }
  }

  private func todo(_ text: String, _ line: SourceLine) -> [SourceLine] {
    let space = String(repeating: " ", count: line.indentation)
    let mark =
      "<div data-daylight=\"todo\" data-line=\"\(line.number)\" data-text=\"\(text.attributeValue)\"></div>"
    return [SourceLine("", line.number), line.with(space + mark), SourceLine("", line.number)]
  }

  // MARK: Words

  private func inline(_ lines: [SourceLine]) -> [SourceLine] {
    var verbatim = VerbatimLines()
    return lines.map { line in
      guard !verbatim.takes(line.text) else { return line }
      var before = ""
      return line.with(
        pieces(of: line.text).map { piece in
          let text: String
          switch piece {
          case .text(let words): text = words
          case .tag(let tag):
            notes.line = line.number
            text = self.text(of: tag, after: before)
          }
          before += text
          return text
        }.joined())
    }
  }

  private func text(of tag: ForeignTag, after before: String) -> String {
    let isInAddress = before.isInAddress || before.isInAttribute
    if tag.isClosing {
      if case .html(let html) = table.action(for: tag), html.hasPrefix("<a ") { return "</a>" }
      if ["linkbutton", "linkcard", "button", "cta"].contains(tag.name.lowercased()) {
        return "</a>"
      }
      return ""
    }
    switch table.action(for: tag) {
    case .content, .section, .callout: return ""
    case .html(let html): return html
    case .text(let text): return isInAddress ? text : text
    case .code: return ""
    case .comment, .program, .include, .unknown:
      if isInAddress { return "foreign:" + tag.text.addressEscaped }
      return .todo(tag.text)
    case .nothing:
      notes.tell(.detail, tag.text)
      return ""
    }
  }
}

extension String {
  /// Without what is in code.
  fileprivate var withoutCode: String {
    var text = ""
    _ = mappingText { outside in
      text += outside
      return outside
    }
    return text
  }

  /// The tags of Liquid that say that the rest is no program.
  fileprivate var withoutRawTags: String {
    var text = self
    for tag in [
      "{% raw %}", "{%- raw -%}", "{%raw%}", "{% endraw %}", "{%- endraw -%}", "{%endraw%}",
    ] {
      text = text.replacing(tag, by: "")
    }
    return text
  }

  /// Braces that are to be seen.
  fileprivate var bracesEscaped: String { replacing("{", by: "&#123;").replacing("<", by: "&lt;") }

  /// Whether it ends in the address of a link of Markdown.
  fileprivate var isInAddress: Bool {
    var place: String.Index?
    var rest = self[...]
    while let found = rest.offset(of: "](") {
      place = found
      rest = rest[found...].dropFirst(2)
    }
    guard place != nil else { return false }
    return !rest.contains { $0 == ")" || $0 == " " || $0 == "\n" }
  }

  /// Whether it ends in an open attribute of HTML.
  fileprivate var isInAttribute: Bool {
    guard let tag = lastIndex(of: "<"), !self[tag...].contains(">") else { return false }
    return self[tag...].filter { $0 == "\"" }.count % 2 == 1
  }
}
