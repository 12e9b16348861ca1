package import DaylightSyntax

extension MarkdownTree {
  /// The tree as indented text with positions:
  ///
  /// ```
  /// document 1:1-1:8
  ///   paragraph 1:1-1:8
  ///     text 1:1-1:8 "a word"
  /// ```
  ///
  /// The end is the first byte after the node; `-` means that cmark has no position.
  package func dump() -> String {
    var lines = ""
    var depth = 0
    for event in events() {
      switch event {
      case .leave: depth -= 1
      case .enter(let node):
        lines += String(repeating: "  ", count: depth) + node.line + "\n"
        if !node.kind.isLeaf { depth += 1 }
      }
    }
    return lines
  }
}

extension MarkdownNode {
  fileprivate var line: String {
    func text(_ position: SourcePosition?) -> String {
      position.map { "\($0.line):\($0.column)" } ?? ""
    }
    func quoted(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
      String(decoding: bytes, as: UTF8.self).debugDescription
    }
    var parts = [kind.rawValue]
    if kind == .tableRow, isHeaderRow { parts[0] = "tableHeaderRow" }
    parts.append(text(position) + "-" + text(end))
    if headingLevel > 0 { parts.append("level \(headingLevel)") }
    if let list {
      parts.append(list.start.map { "from \($0)" } ?? "bullets")
      parts.append(list.isTight ? "tight" : "loose")
    }
    if kind == .taskItem { parts.append(isChecked ? "checked" : "open") }
    if !info.isEmpty { parts.append("info " + quoted(info)) }
    if kind == .link || kind == .image { parts.append("to " + quoted(url)) }
    if !title.isEmpty { parts.append("title " + quoted(title)) }
    if !literal.isEmpty { parts.append(quoted(literal)) }
    return parts.joined(separator: " ")
  }
}
