import DaylightSyntax

/// Fills the gaps of a file of a starter.
///
/// A gap is `⟦name⟧`, or `⟦name|example⟧` where there may be nothing to put in: such a line of YAML
/// then becomes a comment that shows the example. What is put in is written as the place needs it: as
/// a value of YAML in data files and front matter, as plain text in the body of a page.
struct StarterText {
  let values: [String: String]

  func filled(_ bytes: [UInt8], path: String) -> [UInt8] {
    let opening = Array("⟦".utf8)
    guard bytes.firstRange(of: opening) != nil else { return bytes }
    var lines: [Substring] = []
    let text = String(decoding: bytes, as: UTF8.self)
    var filled: [String] = []
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var isYAML = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
    let hasFrontMatter = path.hasSuffix(".md") && lines.first == "---"
    for (number, line) in lines.enumerated() {
      if hasFrontMatter, line == "---" { isYAML = number == 0 }
      filled.append(isYAML ? yaml(line) : plain(line))
    }
    return Array(filled.joined(separator: "\n").utf8)
  }

  private func yaml(_ line: Substring) -> String {
    var isMissing = false
    let text = replacingGaps(of: line) { name, example in
      if let value = values[name] { return YAMLText.value(value) }
      isMissing = true
      return example
    }
    guard isMissing else { return text }
    let indent = text.prefix { $0 == " " }
    return indent + "# " + text.dropFirst(indent.count)
  }

  private func plain(_ line: Substring) -> String {
    replacingGaps(of: line) { name, example in
      values[name].map(MarkdownText.escaped) ?? example
    }
  }

  private func replacingGaps(
    of line: Substring, _ value: (_ name: String, _ example: String) -> String
  ) -> String {
    var output = ""
    var rest = line
    while let open = rest.firstIndex(of: "⟦"), let close = rest[open...].firstIndex(of: "⟧") {
      let gap = rest[rest.index(after: open)..<close].split(separator: "|", maxSplits: 1)
      output += rest[..<open]
      output += value(String(gap.first ?? ""), String(gap.count > 1 ? gap[1] : ""))
      rest = rest[rest.index(after: close)...]
    }
    return output + rest
  }
}
