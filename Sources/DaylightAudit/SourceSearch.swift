package import DaylightSyntax

/// Finds which template or text wrote something, and caches the answers, so that a site with
/// thousands of texts is not searched again for each of its findings after each edit.
package struct SourceSearch: Sendable {
  /// The templates first, then the content.
  package let sources: [SourceFile]
  /// The source that writes a part of every page; nil where none does.
  let skeleton: String?
  /// The kind of page that is made from the source with a path; nil if it is not a page.
  let kind: @Sendable (String) -> String?
  private var answers: [[UInt8]: Answer] = [:]
  private let byPath: [String: Int]
  private var searches = 0

  /// Nil if no source has the text.
  private struct Answer: Sendable {
    var source: Int?
    var location: SourceLocation?
  }

  /// The number of texts for which all of the content is searched in one build. With more findings
  /// than that, their exact places matter less: the rest is only looked for in templates.
  private static let limit = 100

  /// - Parameters:
  ///   - skeleton: the path of the source that writes a part of every page.
  ///   - kind: the kind of page that is made from the source with a path.
  ///   - previous: the search of the previous build; its answers are reused unless a changed source
  ///     can affect them.
  package init(
    _ sources: [SourceFile], skeleton: String? = nil,
    kind: @escaping @Sendable (String) -> String? = { _ in nil },
    after previous: SourceSearch? = nil
  ) {
    self.sources = sources
    self.skeleton = skeleton.flatMap { path in
      sources.contains { $0.path == path } ? path : nil
    }
    self.kind = kind
    guard let previous, previous.sources.elementsEqual(sources, by: { $0.path == $1.path }) else {
      byPath = Dictionary(
        sources.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
      return
    }
    byPath = previous.byPath
    let changed = sources.indices.filter { sources[$0].bytes != previous.sources[$0].bytes }
    answers = previous.answers.filter { clue, answer in
      !changed.contains { $0 == answer.source || sources[$0].bytes.offset(of: clue) != nil }
    }
  }

  /// The place of a text in the source with a path, or otherwise in the first source that contains
  /// it.
  mutating func place(of text: [UInt8], own: String?) -> SourceLocation? {
    if let own = own.flatMap({ byPath[$0] }), let location = location(of: text, in: own) {
      return location
    }
    searches += 1
    let isWhole = searches <= Self.limit
    if isWhole, let answer = answers[text] { return answer.location }
    var answer = Answer()
    for source in sources.indices where isWhole || !sources[source].path.hasPrefix("content/") {
      guard let location = location(of: text, in: source) else { continue }
      answer = Answer(source: source, location: location)
      break
    }
    if isWhole { answers[text] = answer }
    return answer.location
  }

  private func location(of text: [UInt8], in source: Int) -> SourceLocation? {
    let file = sources[source]
    let exact = file.bytes.offset(of: text).map { $0..<$0 + text.count }
    guard let range = exact ?? (file.path.hasSuffix(".css") ? file.tokens(of: text) : nil) else {
      return nil
    }
    let lines = LineIndex(file.bytes)
    return SourceLocation(
      path: file.path, start: lines.position(at: range.lowerBound),
      end: lines.position(at: range.upperBound))
  }
}

extension SourceFile {
  /// Where a style sheet has the tokens of a text, which may have been published with other blanks
  /// between them.
  fileprivate func tokens(of text: [UInt8]) -> Range<Int>? {
    let wanted = StyleScanner.pieces(of: text).map(\.token)
    let pieces = StyleScanner.pieces(of: bytes)
    guard let first = wanted.first else { return nil }
    for start in pieces.indices where pieces[start].token == first {
      let found = pieces[start...].prefix(wanted.count)
      guard found.map(\.token) == wanted, let last = found.last else { continue }
      return pieces[start].range.lowerBound..<last.range.upperBound
    }
    return nil
  }
}
