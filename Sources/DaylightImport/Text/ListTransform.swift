import DaylightSyntax

/// Turns definition lists and footnotes, which stand in lines below each other, into marks that
/// `BlockReader` understands, and takes abbreviations and link attributes out.
struct ListTransform {
  let notes: PageNotes
  private(set) var footnotes: Set<String> = []
  /// Abbreviations that the text explains.
  private(set) var abbreviations: [(short: String, long: String, line: Int)] = []

  init(notes: PageNotes) { self.notes = notes }

  mutating func turn(_ lines: [SourceLine]) -> [SourceLine] {
    var output: [SourceLine] = []
    var verbatim = VerbatimLines()
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if verbatim.takes(line.text) {
        output.append(line)
        index += 1
      } else if let (note, first) = footnote(line) {
        footnotes.insert(note)
        let end = continuation(lines, from: index + 1)
        let inner = [line.with(first)] + lines[(index + 1)..<end].map(\.self).moved(from: 4, to: 0)
        output += inner.wrapped(
          "<div data-daylight=\"footnote\" data-name=\"\(note.attributeValue)\" data-line=\"\(line.number)\">",
          "</div>", at: 0, line.number)
        index = end
      } else if let (short, long) = abbreviation(line.text) {
        abbreviations.append((short, long, line.number))
        notes.tell(.detail, line.text, line: line.number)
        index += 1
      } else if let end = definitions(lines, from: index) {
        output += definitionList(Array(lines[index..<end]))
        index = end
      } else {
        output.append(line)
        index += 1
      }
    }
    return output
  }

  // MARK: Footnotes and abbreviations

  private func footnote(_ line: SourceLine) -> (String, String)? {
    guard line.text.hasPrefix("[^"), let end = line.text.offset(of: "]:") else { return nil }
    let name = line.text[..<end].dropFirst(2)
    guard !name.isEmpty, !name.contains(where: { $0 == " " || $0 == "]" }) else { return nil }
    return (String(name), line.text[end...].dropFirst(2).trimmed)
  }

  private func abbreviation(_ text: String) -> (String, String)? {
    guard text.hasPrefix("*["), let end = text.offset(of: "]:") else { return nil }
    return (String(text[..<end].dropFirst(2)), text[end...].dropFirst(2).trimmed)
  }

  /// The end of the lines that are indented below one.
  private func continuation(_ lines: [SourceLine], from start: Int) -> Int {
    var end = start
    while end < lines.count, lines[end].isBlank || lines[end].indentation >= 2 { end += 1 }
    // A paragraph may go on without being indented.
    if end == start {
      while end < lines.count, !lines[end].isBlank, footnote(lines[end]) == nil { end += 1 }
    }
    while end > start, lines[end - 1].isBlank { end -= 1 }
    return end
  }

  // MARK: Definition lists

  private func isMeaning(_ line: SourceLine) -> Bool {
    let text = line.text.drop { $0 == " " }
    return line.indentation < 4 && text.first == ":"
      && (text.dropFirst().first == " " || text.dropFirst().first == "\t")
  }

  private func isWord(_ line: SourceLine) -> Bool {
    guard !line.isBlank, line.indentation < 4 else { return false }
    let text = line.text.trimmed
    return !text.hasPrefix("#") && !text.hasPrefix(">") && !text.hasPrefix("|")
      && !text.hasPrefix("<div data-daylight") && text[...].withoutListMark.count == text.count
  }

  /// The end of a definition list that begins with a word here.
  private func definitions(_ lines: [SourceLine], from start: Int) -> Int? {
    guard isWord(lines[start]),
      start == 0 || lines[start - 1].isBlank || isMeaning(lines[start - 1])
    else { return nil }
    var index = start
    while index < lines.count, isWord(lines[index]), !isMeaning(lines[index]) { index += 1 }
    if index < lines.count, lines[index].isBlank, index - start == 1 { index += 1 }
    guard index > start, index < lines.count, isMeaning(lines[index]) else { return nil }
    var end = index
    while end < lines.count {
      if lines[end].isBlank {
        let next = lines[end...].firstIndex { !$0.isBlank } ?? lines.count
        guard next < lines.count,
          lines[next].indentation >= 2 || isMeaning(lines[next])
            || definitions(lines, from: next) != nil && next < lines.count
        else { break }
        if lines[next].indentation < 2, !isMeaning(lines[next]) { break }
        end = next
      } else {
        end += 1
      }
    }
    return end
  }

  private mutating func definitionList(_ lines: [SourceLine]) -> [SourceLine] {
    let first = lines[0].number
    var output = [SourceLine("", first), SourceLine("<dl>", first)]
    var meaning: [SourceLine] = []
    var isOpen = false
    func close(_ meaning: inout [SourceLine], _ output: inout [SourceLine]) {
      guard isOpen else { return }
      output += turnedInside(meaning).wrapped(
        "<dd>", "</dd>", at: 0, meaning.first?.number ?? first)
      meaning = []
      isOpen = false
    }
    for line in lines {
      if isMeaning(line) {
        close(&meaning, &output)
        isOpen = true
        meaning = [line.with(line.text.drop { $0 == " " }.dropFirst().trimmed)]
      } else if isOpen {
        meaning.append(line.with(line.text.dedented(4)))
      } else if !line.isBlank {
        output += [line].wrapped("<dt>", "</dt>", at: 0, line.number)
      }
    }
    close(&meaning, &output)
    return output + [SourceLine("</dl>", first), SourceLine("", first)]
  }

  /// Lists inside a definition.
  private func turnedInside(_ lines: [SourceLine]) -> [SourceLine] { lines }
}
