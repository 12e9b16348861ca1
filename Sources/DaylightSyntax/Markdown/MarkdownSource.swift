/// The text a tree was parsed from, and where its lines begin.
struct MarkdownSource {
  let body: UnsafeBufferPointer<UInt8>
  /// The file's line on which the body begins, 1-based.
  let firstLine: Int
  /// Kept at hand, since every look at what kind a node is may need it.
  let library = CMarkLibrary.shared
  /// Whether no two text nodes of the tree are neighbours for certain.
  var isJoined = false
  /// Comments that stand in the body as empty tags (`HiddenComments`).
  var hiddenComments: [RawHTML.Fragment] = []
  /// Where texts were written that were made of a part of another.
  var places: [OpaquePointer: SourcePosition] = [:]
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

  /// The byte offset in the body of a position of the file, or nil outside of it.
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
