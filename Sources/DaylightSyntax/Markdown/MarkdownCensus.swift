/// Counts the bytes of a text that can make parsing it slow, wherever they are.
///
/// Assuming the worst case for these counts, nearly every text is known to be within all limits;
/// only the others are scanned line by line (`MarkdownScan`).
struct MarkdownCensus {
  private let body: UnsafeBufferPointer<UInt8>
  private var lines = 0
  /// The longest start of a line that could consist of list and quotation markers, in bytes.
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

  /// Colons beside a dash, as in the row below the head of a table.
  private var colonsAtDashes: Int {
    let dash = UInt8(ascii: "-")
    var count = 0
    var next = body.offset(of: UInt8(ascii: ":"))
    while let colon = next {
      if colon > 0 && body[colon - 1] == dash || colon + 1 < body.count && body[colon + 1] == dash {
        count += 1
      }
      next = body.offset(of: UInt8(ascii: ":"), from: colon + 1)
    }
    return count
  }

  /// Whether no text with these counts can exceed a limit. If false, the text may still be within
  /// all limits.
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

  /// The result of `MarkdownScan` if every line were nested as deep as possible, and everything
  /// counted were in one paragraph and one word.
  private func mostEffort(pipes: Int, brackets: Int) -> Int {
    let emphases = count(of: "*") + count(of: "_") + count(of: "~")
    let rows = pipes + colonsAtDashes + count(of: "\u{B}") + count(of: "\u{C}")
    return lines * (6 * MarkdownLimits.nesting + MarkdownScan.headingEffort)
      + rows * (body.count / 3 + pipes * pipes + lines * lines / 5) + pipes * pipes
      + count(of: "!") * brackets
      + count(of: "<") * body.count / 3
      + count(of: ")") * body.count / 8
      + emphases * emphases / 4
      + (brackets + count(of: "@") + count(of: "/") + count(of: "w") / 3) * MarkdownScan.linkEffort
  }
}
