/// How often the bytes stand in a text that can make parsing it long, wherever they stand.
///
/// Held against the worst that so many of them could come to, this is enough for nearly every text to
/// see that no limit is passed; only the others are looked at line by line (`MarkdownScan`).
struct MarkdownCensus {
  private let body: UnsafeBufferPointer<UInt8>
  private var lines = 0
  /// The most bytes that a line begins with which could be marks of lists and quotations.
  private var longestMarkers = 0

  init(_ body: UnsafeBufferPointer<UInt8>) {
    self.body = body
    var start = 0
    while start < body.count {
      var end = start
      while end < body.count, Self.mayBeMarker(body[end]) { end += 1 }
      longestMarkers = max(longestMarkers, end - start)
      lines += 1
      start = (body.offset(of: UInt8(ascii: "\n"), from: end) ?? body.count) + 1
    }
  }

  private static func mayBeMarker(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"), UInt8(ascii: "-"),
      UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private func count(of byte: StaticString) -> Int {
    var count = 0
    let byte = byte.utf8Start.pointee
    var next = body.offset(of: byte)
    while let offset = next {
      count += 1
      next = body.offset(of: byte, from: offset + 1)
    }
    return count
  }

  /// Whether no text with these bytes passes a limit; where this is false, it may yet pass none.
  var isWithinLimits: Bool {
    let pipes = count(of: "|")
    let brackets = count(of: "]")
    // A carriage return ends a line too.
    guard body.count <= MarkdownLimits.bytes, longestMarkers <= MarkdownLimits.nesting,
      !body.has(UInt8(ascii: "\r")), pipes < MarkdownLimits.tableColumns,
      lines * (pipes + 1) <= MarkdownLimits.tableCells,
      body.count * brackets <= MarkdownLimits.expansion
    else { return false }
    return mostEffort(pipes: pipes, brackets: brackets) <= MarkdownLimits.effort
  }

  /// What `MarkdownScan` would come to if every line were as deep as the deepest could be, and all
  /// that is counted stood in one paragraph and one word.
  private func mostEffort(pipes: Int, brackets: Int) -> Int {
    let emphases = count(of: "*") + count(of: "_") + count(of: "~")
    return 3 * lines * 2 * MarkdownLimits.nesting
      + pipes * (body.count / 3 + pipes * pipes + pipes)
      + count(of: "!") * brackets
      + count(of: "<") * body.count / 6
      + count(of: ")") * body.count / 8
      + emphases * emphases / 4
      + count(of: "@") * 800
  }
}
