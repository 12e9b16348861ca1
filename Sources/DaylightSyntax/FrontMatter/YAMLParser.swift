extension YAMLNode {
  /// The most bytes of a page's front matter, and of a data file.
  package static let frontMatterLimit = 64 << 10
  package static let dataFileLimit = 1 << 20
  /// How deep collections may be nested.
  package static let maximumDepth = 32

  /// Reads one YAML document of a file, or of a part of it.
  ///
  /// The value is nil if it cannot be parsed, or if there are only comments. The bytes must be
  /// UTF-8: call ``SourceFile/encodingDiagnostics()`` first. Anchors, aliases, merge keys and tags
  /// are refused, so that the tree is never larger than its text.
  package static func parse(
    _ file: SourceFile, in range: Range<Int>? = nil, limit: Int = dataFileLimit
  ) -> Diagnosed<YAMLNode?> {
    let source = YAMLSource(file, (range ?? 0..<file.bytes.count).clamped(to: 0..<file.bytes.count))
    let refusals = refusals(of: source, limit: limit)
    guard refusals.isEmpty else { return Diagnosed(nil, refusals) }
    var result = YAMLTree.read(source)
    if source.has(UInt8(ascii: "<")) {
      result.diagnostics += result.value?.commentsInText ?? []
    }
    return result
  }

  /// Findings that need no parser.
  private static func refusals(of source: YAMLSource, limit: Int) -> [Diagnostic] {
    let isTooLarge = source.range.count > limit
    let isPlain = source.isPlainASCII
    if !isTooLarge, !isPlain {
      let lookalikes = YAMLLookalikes.findings(in: source)
      if !lookalikes.isEmpty { return lookalikes }
    }
    let conflicts = ConflictMarkers.places(
      in: source.bytes[source.range], firstLine: source.firstLine, path: source.path)
    if !conflicts.isEmpty { return conflicts.map { .conflictMarker(at: $0) } }
    if isTooLarge { return [.yamlTooLarge(limit: limit, in: source)] }
    if !isPlain, let unseen = source.unseenCharacter { return [unseen] }
    return source.tagDirective.map { [.yamlTag(at: source.location($0))] } ?? []
  }

  /// HTML comments in a piece of text, which would be printed verbatim.
  private var commentsInText: [Diagnostic] {
    switch content {
    case .scalar(let text, _):
      guard let comment = CommentMark.likeness(in: text) else { return [] }
      let help = "delete it, or write it on a line of its own that begins with ‘#’"
      return [.visibleComment(comment, at: location, help: help)]
    case .sequence(let elements): return elements.flatMap(\.commentsInText)
    case .mapping(let fields): return fields.flatMap(\.value.commentsInText)
    }
  }
}
