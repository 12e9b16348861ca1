import DaylightSyntax

/// Turns `!!! note "Title"`, `??? note`, `=== "Tab"` and `:::note[Title]` into marks that
/// `BlockReader` understands.
struct BoxTransform {
  let notes: PageNotes

  func turn(_ lines: [SourceLine]) -> [SourceLine] {
    var output: [SourceLine] = []
    var verbatim = VerbatimLines()
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      guard !verbatim.takes(line.text) else {
        output.append(line)
        continue
      }
      if let box = indentedBox(line) {
        var end = index
        while end < lines.count,
          lines[end].isBlank || lines[end].indentation >= line.indentation + 4
        {
          end += 1
        }
        while end > index, lines[end - 1].isBlank { end -= 1 }
        let inner = lines[index..<end].map(\.self).moved(
          from: line.indentation + 4, to: line.indentation)
        output += turn(inner).wrapped(box, "</div>", at: line.indentation, line.number)
        index = end
      } else if let container = container(line) {
        let end = closing(container.colons, lines, from: index)
        output += turn(Array(lines[index..<end])).wrapped(
          container.tag, "</div>", at: line.indentation, line.number)
        index = min(lines.count, end + 1)
      } else if line.text.trimmed.hasPrefix("::: "), !line.text.trimmed.dropFirst(4).isBlank {
        output.append(
          line.with(
            "<div data-daylight=\"todo\" data-line=\"\(line.number)\" data-text=\"\(line.text.trimmed.attributeValue)\"></div>"
          ))
        output.append(SourceLine("", line.number))
      } else if line.text.trimmed.hasPrefix(":::"), line.text.trimmed.allSatisfy({ $0 == ":" }) {
        notes.tell(.detail, line.text, line: line.number)
      } else {
        output.append(line)
      }
    }
    return output
  }

  /// `!!! note inline "Title"`, `??? note`, `=== "Title"`
  private func indentedBox(_ line: SourceLine) -> String? {
    let text = line.text.trimmed
    var rest: Substring
    if text.hasPrefix("!!! ") || text.hasPrefix("??? ") || text.hasPrefix("???+ ") {
      rest = text.drop { "!?+".contains($0) }
    } else if text.hasPrefix("=== ") || text.hasPrefix("===+ ") || text.hasPrefix("===! ") {
      rest = text.drop { "=+!".contains($0) }
      guard let title = Self.quoted(rest.trimmed) else { return nil }
      return tag("details", nil, title, line)
    } else {
      return nil
    }
    rest = rest.drop { $0 == " " }
    let name = rest.prefix { $0.isLetter || $0 == "-" || $0.isNumber || $0 == "_" }
    guard !name.isEmpty else { return nil }
    let title = Self.quoted(rest.dropFirst(name.count).trimmed.afterWords)
    return tag("callout", String(name), title, line)
  }

  private static func quoted(_ text: String) -> String? {
    guard let mark = text.first, mark == "\"" || mark == "'",
      let end = text.dropFirst().lastIndex(of: mark)
    else { return nil }
    return text[text.index(after: text.startIndex)..<end].replacing("\\\"", by: "\"")
  }

  /// `:::note[Title]{icon="x"}`, `:::note Title`, `::: warning Title`
  private func container(_ line: SourceLine) -> (tag: String, colons: Int)? {
    let text = line.text.trimmed
    let colons = text.prefix { $0 == ":" }.count
    guard colons > 2 else { return nil }
    var rest = text.dropFirst(colons).drop { $0 == " " }
    if rest.hasPrefix("{") { rest = rest.drop { "{.".contains($0) } }
    let name = rest.prefix { $0.isLetter || $0 == "-" }
    guard !name.isEmpty else { return nil }
    let isKnown =
      !CalloutNames.isOwnWord(String(name)) || name == "details" || name == "spoiler"
    guard isKnown else { return nil }
    rest = rest.dropFirst(name.count).drop { $0 == "}" }
    var title = ""
    if rest.hasPrefix("["), let end = rest.lastIndex(of: "]") {
      title = String(rest.dropFirst()[..<end])
    } else {
      title = rest.prefix { $0 != "{" }.trimmed
    }
    return (tag("callout", String(name), title, line), colons)
  }

  private func closing(_ colons: Int, _ lines: [SourceLine], from start: Int) -> Int {
    var verbatim = VerbatimLines()
    var depth = 0
    for index in start..<max(start, lines.count) {
      guard !verbatim.takes(lines[index].text) else { continue }
      let text = lines[index].text.trimmed
      if text.hasPrefix(":::"), text.allSatisfy({ $0 == ":" }) {
        if text.count == colons, depth == 0 || text.count != 3 { return index }
        if depth > 0 { depth -= 1 } else if text.count >= colons { return index }
      } else if container(lines[index]) != nil {
        depth += 1
      }
    }
    return lines.count
  }

  private func tag(_ kind: String, _ name: String?, _ title: String?, _ line: SourceLine) -> String
  {
    let kinds = name.map { " data-kind=\"\($0.attributeValue)\"" } ?? ""
    let titles = title.map { " data-title=\"\($0.attributeValue)\"" } ?? ""
    return "<div data-daylight=\"\(kind)\"\(kinds)\(titles) data-line=\"\(line.number)\">"
  }
}

extension String {
  /// What follows words without quotation marks, as `inline end` in `note inline end "Title"`.
  fileprivate var afterWords: String {
    guard let mark = firstIndex(where: { $0 == "\"" || $0 == "'" }) else { return "" }
    return String(self[mark...])
  }
}
