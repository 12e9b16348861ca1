package import DaylightSyntax

/// Turns `[@key]` and `[@one; @two]` into numbers that lead to the list of sources.
///
/// A bracket with a backslash before it is text. Numbers follow the order of first citation. Each
/// citation has an anchor of its own, so that the list can lead back to it (CNT-05).
enum CitationPass {
  static func run(_ outline: MarkdownOutline, _ assembly: inout Assembly) {
    var numbers: [String: Int] = [:]
    for node in outline.textsWithAt where !isInsideLink(node) {
      split(node, numbers: &numbers, &assembly)
    }
  }

  private static func isInsideLink(_ node: MarkdownNode) -> Bool {
    node.ancestors.contains { $0.kind == .link || $0.kind == .image }
  }

  private static func split(
    _ node: MarkdownNode, numbers: inout [String: Int], _ assembly: inout Assembly
  ) {
    let bytes = Array(node.literal)
    var pieces: [MarkdownNode] = []
    var copied = 0
    for (range, keys) in groups(in: bytes) where !node.isEscaped(range.lowerBound) {
      let html = html(for: keys, at: range, in: node, numbers: &numbers, &assembly)
      guard !html.isEmpty else { continue }
      var end = range.lowerBound
      // The number stands close to the word before it.
      if end > copied, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
      if end > copied { pieces.append(node.makeText(bytes[copied..<end])) }
      let mark = node.makeCustomInline(enter: html.utf8)
      assembly.sealed.insert(mark)
      assembly.citations.insert(mark)
      pieces.append(mark)
      copied = range.upperBound
    }
    guard copied > 0 else { return }
    if copied < bytes.count { pieces.append(node.makeText(bytes[copied...])) }
    node.replace(with: pieces)
  }

  private static func html(
    for keys: [Range<Int>], at range: Range<Int>, in node: MarkdownNode,
    numbers: inout [String: Int], _ assembly: inout Assembly
  ) -> String {
    var marks: [String] = []
    let bytes = node.literal
    for key in keys {
      let name = String(decoding: bytes[key], as: UTF8.self)
      let isKnown = assembly.index.data.sources[name] != nil
      if assembly.remembers { assembly.page.trace.sources[name] = isKnown }
      guard isKnown else {
        let location = node.location(
          ofBytes: key.lowerBound - 1..<key.upperBound, in: assembly.path)
        assembly.add(
          .unknownSource(
            name, known: assembly.index.data.sources.all.map(\.key.value), at: location))
        continue
      }
      let number = numbers[name] ?? assembly.page.citations.count + 1
      if numbers[name] == nil {
        numbers[name] = number
        assembly.page.citations.append(Citation(key: name, number: number, count: 0))
      }
      assembly.page.citations[number - 1].count += 1
      let use = assembly.page.citations[number - 1].count
      let label = HTMLEscaper.escaped(assembly.index.words.source(number))
      marks.append(
        "<a class=\"citation\" id=\"cite-\(name)-\(use)\" href=\"#source-\(name)\" "
          + "aria-label=\"\(label)\">[\(number)]</a>")
    }
    return marks.isEmpty ? "" : "<sup>\(marks.joined(separator: " "))</sup>"
  }

  /// Every `[@…]` of a text with the ranges of its keys; a group that is not well formed is text.
  static func groups(in bytes: [UInt8]) -> [(range: Range<Int>, keys: [Range<Int>])] {
    var groups: [(range: Range<Int>, keys: [Range<Int>])] = []
    var offset = 0
    while let open = bytes[offset...].firstIndex(of: UInt8(ascii: "[")) {
      offset = open + 1
      var keys: [Range<Int>] = []
      var cursor = offset
      while cursor < bytes.count, bytes[cursor] == UInt8(ascii: "@") {
        let start = cursor + 1
        cursor = bytes[start...].firstIndex { !isKeyByte($0) } ?? bytes.count
        guard cursor > start else { break }
        keys.append(start..<cursor)
        guard cursor < bytes.count, bytes[cursor] == UInt8(ascii: ";") else { break }
        cursor = bytes[(cursor + 1)...].firstIndex { $0 != UInt8(ascii: " ") } ?? bytes.count
      }
      guard !keys.isEmpty, cursor < bytes.count, bytes[cursor] == UInt8(ascii: "]") else {
        continue
      }
      groups.append((open..<cursor + 1, keys))
      offset = cursor + 1
    }
    return groups
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

extension Rule {
  package static let unknownSource = Rule(
    "unknown-source", .error, "A citation of a source that ‘sources.yaml’ does not have.",
    why: "The reader could not look up what the sentence rests on.",
    bad: "Care and harm take turns [@duton1993].",
    good: "Care and harm take turns [@dutton1993].",
    fix: "Correct the key, or add the source to `content/sources.yaml`.")
}

extension Diagnostic {
  static func unknownSource(
    _ key: String, known: some Sequence<String>, at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .unknownSource, "there is no source ‘\(key)’", at: location,
      help: nearestMatch(to: key, in: known.sorted()).map { "did you mean ‘\($0)’?" }
        ?? "add it to ‘content/sources.yaml’")
  }
}
