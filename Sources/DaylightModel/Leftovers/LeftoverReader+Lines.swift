import DaylightSyntax

// What lines begin with: headings, lists, boxes, tables.
extension LeftoverReader {
  func line(at start: Int) -> Leftover? {
    let end = lineEnd(from: start)
    if let callout = callout(at: start, isLineStart: true) { return callout }
    if let form = form(in: ForeignForm.lines, at: start, isLine: true) { return form }
    switch bytes[start] {
    case UInt8(ascii: "#"): return heading(at: start, end)
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return box(at: start, end)
    case UInt8(ascii: "="): return underline(at: start, end)
    case UInt8(ascii: "."): return directive(at: start, end)
    case UInt8(ascii: "i"), UInt8(ascii: "e"): return module(at: start, end)
    case UInt8(ascii: "["): return task(at: start)
    case UInt8(ascii: "-"), UInt8(ascii: "*"):
      guard start > 0, byte(start + 1) == UInt8(ascii: " "), !isPlain, !isCell,
        beginsWord(start + 2)
      else { return nil }
      return Leftover(.nestedItem, start..<start + 1)
    case 0xE2: return dashes(at: start, end)
    default: return nil
    }
  }

  private func heading(at start: Int, _ end: Int) -> Leftover? {
    let marks = run(at: start)
    let next = byte(marks.upperBound)
    let isHardSpace = starts("\u{A0}", at: marks.upperBound)
    let isSpaced = next == UInt8(ascii: " ") && marks.upperBound + 1 < end
    let isFound =
      isHardSpace || isSpaced
      || marks.count > 1 && (beginsWord(marks.upperBound) || next == UInt8(ascii: "*"))
    // A single hash begins a hashtag, or means “number”.
    let isTitle = marks.count == 1 && isWholeTitle(marks.upperBound, end)
    guard isTitle || isFound && (marks.count > 1 || isHardSpace || start > 0 && isSpaced) else {
      return nil
    }
    return Leftover(.heading, start..<end)
  }

  /// Whether some words without a full stop are all of the text, as with `#What helps`.
  private func isWholeTitle(_ start: Int, _ end: Int) -> Bool {
    let words = bytes[start..<end]
    return end == bytes.count && words.count < 60 && !isPlain && byte(start).isASCIILetter
      && words.contains(UInt8(ascii: " ")) && !words.contains(UInt8(ascii: "#"))
      && !byte(end - 1).isOne(of: ".!?…,;:")
  }

  /// `!!! note` and `??? note`
  private func box(at start: Int, _ end: Int) -> Leftover? {
    let marks = run(at: start)
    guard marks.count == 3 else { return nil }
    var name = marks.upperBound
    while name < end, bytes[name] == UInt8(ascii: "+") || bytes[name] == UInt8(ascii: " ") {
      name += 1
    }
    guard name > marks.upperBound else { return nil }
    var nameEnd = name
    while byte(nameEnd).isASCIILetter { nameEnd += 1 }
    let word = String(decoding: bytes[name..<nameEnd], as: UTF8.self)
    guard ForeignForm.boxes.contains(word) || starts(" \"", at: nameEnd) else { return nil }
    return Leftover(.admonition, start..<end)
  }

  private func underline(at start: Int, _ end: Int) -> Leftover? {
    let marks = run(at: start)
    if marks == start..<end, marks.count > 2 {
      return Leftover(marks.count == 7 ? .conflict : .underline, marks)
    }
    guard marks.count > 1, end - start > 2 * marks.count,
      bytes[(end - marks.count)..<end].allSatisfy({ $0 == UInt8(ascii: "=") }),
      byte(marks.upperBound) == UInt8(ascii: " ")
    else { return nil }
    return Leftover(.wikiHeading, start..<end)
  }

  /// `.. note::`
  private func directive(at start: Int, _ end: Int) -> Leftover? {
    guard starts(".. ", at: start), let colons = find(Array("::".utf8), from: start), colons < end
    else { return nil }
    return Leftover(.directive, start..<colons + 2)
  }

  /// `import Tabs from '…'`
  private func module(at start: Int, _ end: Int) -> Leftover? {
    guard starts("import ", at: start) else { return nil }
    let hasPath = [" from '", " from \"", " from ‘", " from ’", " from “", " from ”"].contains {
      find(Array($0.utf8), from: start).map { $0 < end } ?? false
    }
    return hasPath ? Leftover(.module, start..<end) : nil
  }

  /// Checkboxes of other tools; those that are written correctly but are not in a checklist have a
  /// rule of their own.
  private func task(at start: Int) -> Leftover? {
    for box in ["[] ", "[/] ", "[-] ", "[>] "] where starts(box, at: start) {
      return isPlain ? nil : Leftover(.task, start..<start + box.utf8.count - 1)
    }
    return nil
  }

  /// A line of long dashes, as Word makes them of hyphens.
  private func dashes(at start: Int, _ end: Int) -> Leftover? {
    let line = String(decoding: bytes[start..<end], as: UTF8.self)
    guard line.count > 1, line.allSatisfy({ "—–―─".contains($0) }) else { return nil }
    return Leftover(.rule, start..<end)
  }

  /// Lists and tables, which show in several lines.
  func rows() -> [Leftover] {
    var found: [Leftover] = []
    var previous: (mark: Row, start: Int)?
    var isListFound = false
    var isTableFound = false
    var start = 0
    while start < bytes.count {
      let end = lineEnd(from: start)
      let row = row(start, end)
      switch row {
      case .list(let kind, let length, let isSure) where !isListFound:
        var mark: Range<Int>?
        if isSure { mark = start..<start + length }
        if case .list(_, let width, false)? = previous?.mark, let start = previous?.start, !isSure {
          mark = start..<start + width
        }
        if let mark {
          isListFound = true
          found.append(Leftover(kind, mark))
        }
      case .table(let isWhole) where !isTableFound && !isPlain:
        var place: Int?
        if isWhole { place = start }
        if case .table? = previous?.mark { place = previous?.start }
        if let place {
          isTableFound = true
          found.append(
            Leftover(.table, place..<lineEnd(from: place), sign: pipe(from: place) ?? place))
        }
      case .tabs where !isTableFound && !isPlain:
        if case .tabs? = previous?.mark, let place = previous?.start {
          isTableFound = true
          found.append(Leftover(.tabbedTable, place..<lineEnd(from: place)))
        }
      default: break
      }
      previous = row.map { ($0, start) }
      start = end + 1
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func pipe(from start: Int) -> Int? {
    bytes[start...].firstIndex(of: UInt8(ascii: "|"))
  }

  private enum Row {
    /// `isSure`: one line is enough to be certain.
    case list(LeftoverKind, length: Int, isSure: Bool)
    case table(isWhole: Bool)
    case tabs
  }

  private func row(_ start: Int, _ end: Int) -> Row? {
    let line = bytes[start..<end]
    if let list = bullet(start, end) ?? number(start, end) { return list }
    let pipes = line.indices.filter { offset in
      bytes[offset] == UInt8(ascii: "|")
        && (offset == start || offset == end - 1 || isSpace(bytes[offset - 1])
          || isSpace(bytes[offset + 1]))
    }
    if !pipes.isEmpty {
      let isWhole = pipes.count > 1 && pipes.first == start && pipes.last == end - 1
      let isRule = line.allSatisfy { $0.isOne(of: "|-: ") } && line.contains(UInt8(ascii: "-"))
      return .table(isWhole: isWhole || isRule)
    }
    return line.dropFirst().contains(UInt8(ascii: "\t")) ? .tabs : nil
  }

  private func bullet(_ start: Int, _ end: Int) -> Row? {
    let first = byte(start)
    if first == UInt8(ascii: "o") {
      let isWide =
        byte(start + 1) == UInt8(ascii: "\t") || starts("\u{A0}", at: start + 1)
        || starts("  ", at: start + 1)
      if isWide { return .list(.bullet, length: 1, isSure: true) }
      return byte(start + 1) == UInt8(ascii: " ")
        ? .list(.bullet, length: 1, isSure: false) : nil
    }
    if first.isOne(of: "-*+") {
      if starts("\u{A0}", at: start + 1) { return .list(.bullet, length: 1, isSure: true) }
      return byte(start + 1).isASCIILetter ? .list(.bullet, length: 1, isSure: false) : nil
    }
    guard first >= 0x80,
      let scalar = String(decoding: bytes[start..<min(end, start + 4)], as: UTF8.self)
        .unicodeScalars.first
    else { return nil }
    let length = String(scalar).utf8.count
    let hasSpace =
      start + length < end && isSpace(byte(start + length))
      || starts("\u{A0}", at: start + length)
    switch scalar {
    case "•", "‣", "⁃", "◦", "▪", "▫", "■", "□", "●", "○", "◆", "◇", "►", "▶", "➢", "➤", "❖", "∙",
      "\u{E000}"..."\u{F8FF}":
      return start + length < end ? .list(.bullet, length: length, isSure: true) : nil
    case "·": return hasSpace ? .list(.bullet, length: length, isSure: true) : nil
    case "–", "—", "−", "→", "✓", "✔", "✗", "✘", "☐", "☑", "★", "☆", "※", "\u{1F300}"..."\u{1FAFF}":
      return hasSpace ? .list(.bullet, length: length, isSure: false) : nil
    default: return nil
    }
  }

  /// `1.one`, `2) two`, `(a) one`, `a. one`
  private func number(_ start: Int, _ end: Int) -> Row? {
    var offset = start
    let isBracketed = byte(offset) == UInt8(ascii: "(")
    if isBracketed { offset += 1 }
    let name = offset
    while byte(offset).isASCIIDigit, offset < name + 3 { offset += 1 }
    let hasDigits = offset > name
    if !hasDigits {
      guard byte(offset).isASCIILetter else { return nil }
      offset += 1
      while byte(offset).isOne(of: "ivx"), offset < name + 4 { offset += 1 }
    }
    let mark = byte(offset)
    guard mark == UInt8(ascii: ")") || mark == UInt8(ascii: ".") && !isBracketed else { return nil }
    offset += 1
    let next = byte(offset)
    // ‘p. 5’ is a page.
    if byte(name) == UInt8(ascii: "p"), byte(offset + 1).isASCIIDigit { return nil }
    if starts("\u{A0}", at: offset), hasDigits {
      return .list(.numbering, length: offset - start, isSure: true)
    }
    // ‘3.5’, ‘e.g.’ and ‘(s)he’ are no numbers of a list.
    guard isSpace(next) || hasDigits && next.isASCIILetter, offset < end else { return nil }
    // ‘1.First’: no sentence begins so.
    let isSure = hasDigits && !isBracketed && next.isASCIICapital && offset - start < 4
    return .list(.numbering, length: offset - start, isSure: isSure)
  }
}
