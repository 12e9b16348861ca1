extension YAMLSource {
  /// What libyaml could not parse, in plain words and at the place to fix.
  ///
  /// The problems are libyaml's own texts (scanner.c, parser.c); others get a general message.
  func diagnostic(
    _ problem: String, at offset: Int, context: String, from opening: Int
  ) -> Diagnostic {
    if let tab = tabInIndentation(ofLineAt: offset) ?? tabInIndentation(ofLineAt: opening) {
      return .tabIndentation(at: location(tab..<tab + 1), edits: withoutTabs)
    }
    switch problem {
    case "mapping values are not allowed in this context":
      return colonInValue(at: offset) ?? missingSpace(above: offset)
        ?? .indentation(at: rest(from: startOfText(offset)))
    case "could not find expected ':'":
      return .missingColon(text(lineRest(from: opening)), at: rest(from: opening))
    case "found unexpected end of stream", "found unexpected document indicator":
      return .unclosedQuote(at: rest(from: opening))
    case "did not find expected ',' or ']'":
      return .unclosedBracket("]", at: rest(from: opening))
    case "did not find expected ',' or '}'":
      return .unclosedBracket("}", at: rest(from: opening))
    case _ where context == "while scanning a block scalar":
      return .mark(text(character(at: opening)), at: rest(from: opening))
    case "found character that cannot start any token", "did not find expected node content":
      return .mark(text(character(at: offset)), at: rest(from: offset))
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      let escape = offset..<min(offset + 2, range.upperBound)
      return .escape(text(escape), at: location(escape))
    case "did not find expected alphabetic or numeric character":
      return .yamlAlias(context.hasSuffix("anchor") ? "&" : "*", at: word(at: opening))
    case "found undefined tag handle":
      return .yamlTag(at: word(at: offset))
    case _ where context.hasSuffix("a tag"):
      return .yamlTag(at: word(at: opening))
    case "did not find expected <document start>":
      return .severalDocuments(at: rest(from: offset))
    case "block sequence entries are not allowed in this context":
      return .listOnKeyLine(at: location(offset..<offset + 1))
    case "did not find expected key", "did not find expected '-' indicator":
      return textAfterQuote(at: offset) ?? .indentation(at: rest(from: offset))
    default:
      return .unreadable(at: rest(from: offset))
    }
  }

  /// `title: Shame: what helps`, the most common mistake.
  private func colonInValue(at colon: Int) -> Diagnostic? {
    var start = startOfText(colon)
    while byte(at: start) == UInt8(ascii: "-"), byte(at: start + 1) == UInt8(ascii: " ") {
      start = skippingBlanks(from: start + 1)
    }
    var end = start
    while end < colon {
      if bytes[end] == UInt8(ascii: ":"), byte(at: end + 1) == UInt8(ascii: " ") {
        let value = lineRest(from: skippingBlanks(from: end + 1))
        return .colonInValue(of: text(start..<end), text(value), at: location(value))
      }
      end += 1
    }
    return nil
  }

  /// `title:Shame`, which libyaml notices only on the next line.
  private func missingSpace(above offset: Int) -> Diagnostic? {
    let end = droppingBlanks(range.lowerBound..<line(at: offset).lowerBound).upperBound
    let above = lineRest(from: startOfText(max(end - 1, range.lowerBound)))
    let text = text(above)
    guard YAMLNode.nameAndValue(in: text) != nil, !text.contains(": ") else { return nil }
    return .missingColon(text, at: location(above))
  }

  /// `title: 'It's time'` and `title: "One" and two`.
  private func textAfterQuote(at offset: Int) -> Diagnostic? {
    let before = droppingBlanks(line(at: offset).lowerBound..<offset)
    guard !before.isEmpty else { return nil }
    switch bytes[before.upperBound - 1] {
    case UInt8(ascii: "'"): return .textAfter("'", at: rest(from: offset))
    case UInt8(ascii: "\""): return .textAfter("\"", at: rest(from: offset))
    case UInt8(ascii: "]"): return .textAfter("]", at: rest(from: offset))
    case UInt8(ascii: "}"): return .textAfter("}", at: rest(from: offset))
    default: return nil
    }
  }

  private func tabInIndentation(ofLineAt offset: Int) -> Int? {
    let line = line(at: offset)
    let indentation = line.lowerBound..<skippingBlanks(from: line.lowerBound)
    return bytes[indentation].firstIndex(of: UInt8(ascii: "\t"))
  }

  /// Two spaces for each tab at the start of a line: no YAML that can be read has a line like that.
  private var withoutTabs: [TextEdit] {
    var edits: [TextEdit] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let line = line(at: offset)
      let tabs = bytes[line].prefix { $0 == UInt8(ascii: "\t") }
      if !tabs.isEmpty {
        edits.append(
          TextEdit(
            at: location(tabs.indices), replacing: String(repeating: "\t", count: tabs.count),
            with: String(repeating: "  ", count: tabs.count)))
      }
      offset = max(line.upperBound, offset + 1)
    }
    return edits
  }

  private func startOfText(_ offset: Int) -> Int {
    skippingBlanks(from: line(at: offset).lowerBound)
  }

  private func character(at offset: Int) -> Range<Int> {
    var end = min(offset + 1, range.upperBound)
    while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return offset..<end
  }
}
