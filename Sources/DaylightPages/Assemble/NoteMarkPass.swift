import DaylightSyntax

/// Puts the numbers of sources and notes right behind their words, without the space that authors
/// write before them, and after the punctuation that follows where the language sets them so:
/// `a claim [@key].` becomes `a claim.[1]`.
///
/// As New Hart’s Rules have it, a number stays inside of a bracket in which it was written, and
/// before a dash.
enum NoteMarkPass {
  static func run(_ assembly: borrowing Assembly) {
    let marks = assembly.noteMarks.filter { $0.parent != nil }
    for mark in marks { attach(mark) }
    guard assembly.typography.setsNotesAfterPunctuation else { return }
    let all = Set(marks)
    for mark in marks where mark.previous.map(all.contains) != true {
      movePastPunctuation(group(from: mark, all))
    }
  }

  /// Removes blanks and a line end before a mark.
  private static func attach(_ mark: MarkdownNode) {
    while let previous = mark.previous {
      if previous.kind == .softBreak, previous.previous != nil {
        previous.unlink()
        continue
      }
      guard previous.kind == .text else { return }
      let text = Array(previous.literal)
      let kept = text.lastIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
      if let kept {
        if kept + 1 < text.count { previous.setLiteral(text[...kept]) }
        return
      }
      if previous.previous == nil { return }
      previous.unlink()
    }
  }

  /// A mark and those right behind it, which stay together.
  private static func group(
    from mark: MarkdownNode, _ all: Set<MarkdownNode>
  ) -> [MarkdownNode] {
    var group = [mark]
    var last = mark
    while let next = last.next, all.contains(next) {
      group.append(next)
      last = next
    }
    return group
  }

  private static func movePastPunctuation(_ group: [MarkdownNode]) {
    guard var end = group.last else { return }
    // Out of an emphasis that the marks end.
    while end.next == nil, let parent = end.parent, parent.kind.isEmphasis { end = parent }
    guard let text = end.next, text.kind == .text else { return }
    let count = NotePunctuation.length(in: Array(text.literal))
    guard count > 0 else { return }
    var place = text
    if count < text.literal.count {
      place = text.makeText(of: 0..<count)
      place.insert(before: text)
      text.removeFirst(count)
    }
    for mark in group {
      mark.insert(after: place)
      place = mark
    }
  }
}

/// The punctuation that the number of a note comes after.
enum NotePunctuation {
  /// How many bytes of it a text begins with: stops, commas and the quotation marks that close.
  static func length(in text: [UInt8]) -> Int {
    var length = 0
    while length < text.count {
      let (scalar, size) = text.span.scalar(at: length)
      if ".,;:!?…".unicodeScalars.contains(scalar) || "\"'”’»".unicodeScalars.contains(scalar) {
        length += size
      } else if scalar.properties.isAlphabetic || scalar.value.isDigit {
        // A name such as `.com`, or a possessive.
        return 0
      } else {
        break
      }
    }
    return length
  }
}

extension UInt32 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}

extension MarkdownKind {
  fileprivate var isEmphasis: Bool {
    self == .emphasis || self == .strong || self == .strikethrough
  }
}
