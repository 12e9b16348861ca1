/// Writes a style sheet as readers get it: without comments, and without white space that means
/// nothing.
///
/// Tokens are copied byte for byte and in their order. White space between two of them becomes one
/// space, and goes only where the grammar of CSS never asks for it. A sheet that is not whole, such
/// as one with a string that does not end, is not changed.
package struct CompactStyle {
  private let sheet: [UInt8]
  private let pieces: [StyleScanner.Piece]
  private var output: [UInt8] = []

  /// What is between two marks of `{`, `}` and `;`.
  private enum Statement {
    case atRule, selector, declaration, customProperty
  }

  package static func bytes(of sheet: [UInt8]) -> [UInt8] {
    var scanner = StyleScanner(sheet)
    var pieces: [StyleScanner.Piece] = []
    while let piece = scanner.next() { pieces.append(piece) }
    guard scanner.isWhole else { return sheet }
    var style = Self(sheet: sheet, pieces: pieces)
    style.write()
    return style.output
  }

  private init(sheet: [UInt8], pieces: [StyleScanner.Piece]) {
    self.sheet = sheet
    self.pieces = pieces
    output.reserveCapacity(sheet.count)
  }

  private mutating func write() {
    let start = pieces.first?.range.lowerBound ?? 0
    // The mark of UTF-8. An `@charset` that is not the very first is none, and must stay so.
    if sheet.starts(with: [0xEF, 0xBB, 0xBF]) { output += sheet[..<3] }
    if start > output.count, pieces.first?.token == .atKeyword("charset") { output.append(0x20) }
    var next = 0
    var endsDeclaration = false
    while next < pieces.count {
      let (statement, end) = statement(from: next)
      write(statement, next..<end)
      guard end < pieces.count else { return }
      // The last declaration of a block needs no `;`.
      if end == next, endsDeclaration, isMark(end, "}") { output.removeLast() }
      output += sheet[pieces[end].range]
      endsDeclaration =
        end > next && isMark(end, ";")
        && (statement == .declaration || statement == .customProperty)
      next = end + 1
    }
  }

  /// The statement that begins with a piece, and the mark that ends it.
  private func statement(from start: Int) -> (Statement, end: Int) {
    let isCustom = isCustomProperty(start)
    var open: [UInt8] = []
    var end = start
    loop: while end < pieces.count {
      switch pieces[end].token {
      case .function, .mark(UInt8(ascii: "(")): open.append(UInt8(ascii: ")"))
      case .mark(UInt8(ascii: "[")): open.append(UInt8(ascii: "]"))
      case .mark(UInt8(ascii: "{")):
        if open.isEmpty, !isCustom { break loop }
        open.append(UInt8(ascii: "}"))
      case .mark(let mark) where mark == open.last: open.removeLast()
      case .mark(UInt8(ascii: ";")), .mark(UInt8(ascii: "}")): if open.isEmpty { break loop }
      default: break
      }
      end += 1
    }
    if isCustom { return (.customProperty, end) }
    if end > start, case .atKeyword = pieces[start].token { return (.atRule, end) }
    return (end < pieces.count && isMark(end, "{") ? .selector : .declaration, end)
  }

  private func isCustomProperty(_ start: Int) -> Bool {
    guard case .identifier(let name) = pieces[start].token else { return false }
    return name.hasPrefix("--") && start + 1 < pieces.count && isMark(start + 1, ":")
  }

  private mutating func write(_ statement: Statement, _ range: Range<Int>) {
    let colon = range.first { isMark($0, ":") }
    // The brackets around the next piece; true for those in which each space is text.
    var brackets: [Bool] = []
    for index in range {
      let token = pieces[index].token
      if index > range.lowerBound {
        let isFree =
          switch statement {
          case .atRule: false
          case .selector: brackets.last != true && isFree(index, atMarks: ",>~")
          case .declaration:
            index == colon || index - 1 == colon
              || brackets.last != true && isFree(index, atMarks: ",!")
          case .customProperty: index == colon || index - 1 == colon && !isMark(index, "!")
          }
        writeGap(before: index, isFree: isFree)
      }
      switch token {
      // The condition is compared with the text of a custom property.
      case .function(let name): brackets.append(brackets.last == true || name == "style")
      case .mark(UInt8(ascii: "(")): brackets.append(brackets.last == true)
      case .mark(UInt8(ascii: ")")): _ = brackets.popLast()
      default: break
      }
      output += sheet[pieces[index].range]
    }
    // Older browsers read no value at all as a mistake.
    if statement == .customProperty, range.count == 2, range.upperBound < pieces.count,
      pieces[range.upperBound].isAfterBlank
    {
      output.append(0x20)
    }
  }

  /// Whether white space between a piece and the one before it is beside one of these marks or
  /// inside of a parenthesis.
  private func isFree(_ index: Int, atMarks marks: StaticString) -> Bool {
    switch pieces[index - 1].token {
    case .function, .mark(UInt8(ascii: "(")): return true
    case .mark(let mark) where marks.contains(mark): return true
    default: break
    }
    guard case .mark(let mark) = pieces[index].token else { return false }
    return mark == UInt8(ascii: ")") || marks.contains(mark)
  }

  /// - Parameter isFree: whether white space means nothing here.
  private mutating func writeGap(before index: Int, isFree: Bool) {
    let (previous, next) = (pieces[index - 1], pieces[index])
    guard previous.range.upperBound < next.range.lowerBound else { return }
    let joins = wouldJoin(previous, next)
    if next.isAfterBlank {
      if joins || !isFree { output.append(0x20) }
    } else if joins {
      output += "/**/".utf8
    }
  }

  /// Whether two tokens could be read as other ones if nothing were between them (CSS Syntax 3,
  /// section 9).
  private func wouldJoin(_ previous: StyleScanner.Piece, _ next: StyleScanner.Piece) -> Bool {
    let first = sheet[next.range.lowerBound]
    let before = sheet[previous.range]
    switch (previous.token, next.token) {
    case (.mark(UInt8(ascii: "/")), _): return first == UInt8(ascii: "*")
    case (.mark(UInt8(ascii: "<")), _): return first == UInt8(ascii: "!")
    case (.mark(let mark), _) where !mark.isOne(of: "#@.+\\"): return false
    case (.function, _), (.string, _), (.url, _): return false
    case (_, .identifier), (_, .function), (_, .url), (_, .number): return true
    case (_, .mark(UInt8(ascii: ">"))): return before.suffix(2) == [0x2D, 0x2D]
    case (_, .mark(let mark)): return mark.isOne(of: "(%.+\\")
    default: return false
    }
  }

  private func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    pieces[index].token == .mark(UInt8(ascii: mark))
  }
}

extension StaticString {
  fileprivate func contains(_ byte: UInt8) -> Bool {
    withUTF8Buffer { $0.contains(byte) }
  }
}
