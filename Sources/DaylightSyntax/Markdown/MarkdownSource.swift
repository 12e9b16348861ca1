/// The text a tree was parsed from, and the starts of its lines.
struct MarkdownSource {
  let body: UnsafeBufferPointer<UInt8>
  /// The file's line on which the body begins, 1-based.
  let firstLine: Int
  /// Stored here, because every check of a node's kind may need it.
  let library = CMarkLibrary.shared
  /// Whether it is certain that no two text nodes of the tree are adjacent.
  var isJoined = false
  /// Comments that are empty tags in the body (`HiddenComments`).
  var hiddenComments: [RawHTML.Fragment] = []
  /// The positions of text nodes that were made from a part of another.
  var places: [OpaquePointer: SourcePosition] = [:]
  /// Of the text node that was last asked for a position.
  var trail = TextTrail()
  /// Made when a position is first asked for.
  private lazy var lines = LineIndex(body)

  init(body: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    self.body = body
    self.firstLine = firstLine
  }

  var lineCount: Int {
    mutating get { lines.lineCount }
  }

  /// The bytes of a line of the body (1-based, counted from the body's first), with its ending.
  mutating func line(_ line: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: body[lines.range(ofLine: line)])
  }

  /// The byte offset in the body of a position in the file; nil if it is outside the body.
  mutating func offset(of position: SourcePosition) -> Int? {
    let line = position.line - firstLine + 1
    guard line >= 1, line <= lines.lineCount else { return nil }
    let offset = lines.range(ofLine: line).lowerBound + position.column - 1
    return offset <= body.count ? offset : nil
  }

  /// The position in the file of a byte offset in the body.
  mutating func position(at offset: Int) -> SourcePosition {
    var position = lines.position(at: offset)
    position.line += firstLine - 1
    return position
  }
}
