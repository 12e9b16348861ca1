import DaylightModel
package import DaylightSyntax

/// Turns `[@key]`, `[@one; @two]` and `[see @key, p. 5]` into numbers that lead to the list of sources.
///
/// A bracket with a backslash before it is text. Numbers follow the order of first citation. Each
/// citation has an anchor of its own, so that the list can lead back to it (CNT-05).
enum CitationPass {
  static func run(_ outline: MarkdownOutline, _ assembly: inout Assembly) {
    var numbers: [String: Int] = [:]
    var read: Set<MarkdownNode> = []
    for node in outline.textsWithAt where !read.contains(node) {
      // The marker of a callout was taken out.
      if node.parent == nil { continue }
      let run = TextRun(around: node)
      read.formUnion(run.nodes)
      if isInsideLink(node) {
        report(keysIn: run, &assembly)
      } else {
        split(run, at: node, numbers: &numbers, &assembly)
      }
    }
  }

  private static func isInsideLink(_ node: MarkdownNode) -> Bool {
    node.ancestors.contains { $0.kind == .link || $0.kind == .image }
  }

  /// A link that shows the key of a source; any other name with an `@` may be one for a link.
  private static func report(keysIn run: TextRun, _ assembly: inout Assembly) {
    let sources = assembly.index.data.sources
    let bytes = run.bytes
    for range in CitationSyntax.strays(in: bytes, besides: [], isKnown: { sources[$0] != nil }) {
      let key = String(decoding: bytes[range].drop { $0.isOne(of: "[ @") }, as: UTF8.self)
      if sources[key] == nil { continue }
      assembly.add(.invalidCitation(at: run.location(of: range, in: assembly.path)))
    }
  }

  private static func split(
    _ run: TextRun, at node: MarkdownNode, numbers: inout [String: Int],
    _ assembly: inout Assembly
  ) {
    let bytes = run.bytes
    var marks: [(range: Range<Int>, node: MarkdownNode)] = []
    let groups = CitationSyntax.groups(in: bytes)
    for group in groups where !run.isEscaped(group.range.lowerBound) {
      let range = group.range
      if let outer = bracketsRound(range, in: run) {
        assembly.add(.doubledCitation(at: run.location(of: outer, in: assembly.path)))
        continue
      }
      guard let items = group.items else {
        assembly.add(.invalidCitation(at: run.location(of: range, in: assembly.path)))
        continue
      }
      let html = html(for: items, in: run, numbers: &numbers, &assembly)
      guard !html.isEmpty else { continue }
      let mark = node.makeCustomInline(enter: Array(html.utf8))
      assembly.sealed.insert(mark)
      assembly.citations.insert(mark)
      assembly.noteMarks.append(mark)
      marks.append((range, mark))
    }
    let sources = assembly.index.data.sources
    let strays = CitationSyntax.strays(in: bytes, besides: groups.map(\.range)) {
      sources[$0] != nil
    }
    for range in strays where !range.contains(where: run.isEscaped) {
      assembly.add(.invalidCitation(at: run.location(of: range, in: assembly.path)))
    }
    run.replace(marks)
  }

  /// The range of `[[@key]]`, whose outer brackets would be seen.
  private static func bracketsRound(_ range: Range<Int>, in run: TextRun) -> Range<Int>? {
    let bytes = run.bytes
    let open = range.lowerBound - 1
    guard open >= 0, bytes[open] == UInt8(ascii: "["), !run.isEscaped(open) else { return nil }
    let isClosed =
      range.upperBound < bytes.count && bytes[range.upperBound] == UInt8(ascii: "]")
    return open..<range.upperBound + (isClosed ? 1 : 0)
  }

  private static func html(
    for items: [CitationSyntax.Item], in run: TextRun, numbers: inout [String: Int],
    _ assembly: inout Assembly
  ) -> String {
    var marks: [String] = []
    let bytes = run.bytes
    for item in items {
      let key = item.key
      let name = String(decoding: bytes[key], as: UTF8.self)
      let isKnown = assembly.index.data.sources[name] != nil
      if assembly.remembers { assembly.page.trace.sources[name] = isKnown }
      guard isKnown else {
        let location = run.location(
          of: key.lowerBound - 1..<key.upperBound, in: assembly.path)
        assembly.add(
          .unknownSource(
            name, known: assembly.index.data.sources.all.map(\.key.value), isInText: true,
            at: location))
        continue
      }
      let number = numbers[name] ?? assembly.page.citations.count + 1
      if numbers[name] == nil {
        numbers[name] = number
        assembly.page.citations.append(Citation(key: name, number: number, count: 0))
      }
      assembly.page.citations[number - 1].count += 1
      let use = assembly.page.citations[number - 1].count
      func escaped(_ range: Range<Int>) -> String {
        let words = bytes[range].split(whereSeparator: { $0 == UInt8(ascii: "\n") })
        return HTMLEscaper.escaped(
          words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " "))
      }
      let before = item.prefix.isEmpty ? "" : escaped(item.prefix) + " "
      let after = item.locator.isEmpty ? "" : ", " + escaped(item.locator)
      let label = HTMLEscaper.escaped(assembly.index.strings.source(number))
      marks.append(
        "<a class=\"citation\" id=\"cite-\(name)-\(use)\" href=\"#source-\(name)\" "
          + "aria-label=\"\(before)\(label)\(after)\">[\(before)\(number)\(after)]</a>")
    }
    return marks.isEmpty ? "" : "<sup>\(marks.joined(separator: " "))</sup>"
  }
}

extension Rule {
  package static let invalidCitation = Rule(
    "invalid-citation", .error,
    "A citation with a mistake, which readers would see as text.",
    why: "Readers would see a key in the text, and no way to the source.",
    bad: "Warmth and fear bind (@dutton1993).",
    good: "Warmth and fear bind [@dutton1993, p. 5].",
    fix: "Write `[@key]`, with `, p. 5` for a page and `;` between two sources. Put a "
      + "backslash before `[` or `@` if readers are to see it.", formerIDs: ["citation-form"])
  package static let unknownSource = Rule(
    "unknown-source", .error, "A citation of a source that ‘sources.yaml’ does not have.",
    why: "The reader could not look up what the sentence rests on.",
    bad: "Care and harm take turns [@duton1993].",
    good: "Care and harm take turns [@dutton1993].",
    fix: "Correct the key, or add the source to `content/sources.yaml`.")
}

extension Diagnostic {
  fileprivate static func invalidCitation(at location: SourceLocation) -> Self {
    Diagnostic(
      .invalidCitation, "this looks like a citation, and readers would see it as text",
      at: location,
      help: "write ‘[@key]’ or ‘[@key, p. 5]’, ‘[@one; @two]’ for two sources; put a "
        + "backslash before ‘[’ or ‘@’ if it is meant to be seen")
  }

  fileprivate static func doubledCitation(at location: SourceLocation) -> Self {
    Diagnostic(
      .invalidCitation, "this citation is in brackets within brackets, and readers would see both",
      at: location,
      help: "write ‘[@key]’ alone, ‘[@one; @two]’ for two sources; put a backslash before the "
        + "outer ‘[’ if it is meant to be seen")
  }

  package static func unknownSource(
    _ key: String, known: some Sequence<String>, isInText: Bool = false,
    at location: SourceLocation
  ) -> Self {
    let escape = isInText ? "; put a backslash before ‘[’ if no source is meant" : ""
    return Diagnostic(
      .unknownSource, "there is no source ‘\(key)’", at: location,
      help: nearestMatch(to: key, in: known).map { "did you mean ‘\($0)’?" }
        ?? "add it to ‘content/sources.yaml’" + escape)
  }
}
