import DaylightModel

/// A part of a page, as a value between the HTML of its source and our Markdown.
indirect enum Block {
  case paragraph([Inline])
  case heading(Heading)
  case quote([Block])
  case callout(CalloutKind, [Block])
  /// - Parameter start: the number of the first item; nil for bullets.
  case list(start: Int?, items: [[Block]])
  case code(language: String, text: String)
  case table(Table)
  case definitions([Definition])
  case rule
  /// Markdown that is written as it is.
  case literal(String)

  struct Heading {
    /// 1 to 6, or 7 for one below the heading before it.
    var level: Int
    var text: [Inline]
    /// By which links of the source name it.
    var ids: [String]
  }

  struct Table {
    var header: [[Inline]]
    var rows: [[[Inline]]]
    /// `l`, `c`, `r` or nil for each column.
    var alignments: [Character?]
  }

  /// A word and what it means.
  struct Definition {
    var word: [Inline]
    var meaning: [Block]
    /// By which links of the source name it.
    var ids: [String]
  }
}

/// A part of a paragraph.
indirect enum Inline {
  case text(String)
  case code(String)
  case strong([Inline])
  case emphasis([Inline])
  case struck([Inline])
  case link(address: String, title: String, [Inline])
  case picture(address: String, words: String, title: String)
  case lineBreak
  /// Markdown that is written as it is.
  case literal(String)
  /// A place that links of the source lead to.
  case anchor(String)

  /// The words, without marks.
  var plainText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .strong(let inner), .emphasis(let inner), .struck(let inner), .link(_, _, let inner):
      inner.plainText
    case .picture(_, let words, _): words
    case .lineBreak: " "
    case .literal, .anchor: ""
    }
  }

  /// Whether a reader would see anything of it.
  var isEmpty: Bool {
    switch self {
    case .text(let text): text.isBlank
    case .code(let text): text.isEmpty
    case .strong(let inner), .emphasis(let inner), .struck(let inner): inner.allSatisfy(\.isEmpty)
    case .link(_, _, let inner): inner.allSatisfy(\.isEmpty)
    case .lineBreak, .anchor: true
    case .picture, .literal: false
    }
  }
}

extension [Inline] {
  var plainText: String { map(\.plainText).joined().singleSpaced }

  /// With single spaces, none at the ends, and none inside the marks of emphasis, where Markdown
  /// would not read them as marks.
  func normalised() -> [Inline] {
    var output: [Inline] = []
    for inline in spaced() {
      switch (output.last, inline) {
      case (.text(let before)?, .text(let text)):
        output[output.count - 1] = .text(before + text)
      case (.strong(let before)?, .strong(let inner)):
        output[output.count - 1] = .strong(before + inner)
      case (.emphasis(let before)?, .emphasis(let inner)):
        output[output.count - 1] = .emphasis(before + inner)
      default: output.append(inline)
      }
    }
    output = output.map(\.singleSpaced)
    output = output.withoutDoubleSpaces()
    while let first = output.first, first.isSkippedAtEnds {
      output.removeFirst()
    }
    while let last = output.last, last.isSkippedAtEnds {
      output.removeLast()
    }
    if case .text(let text)? = output.first { output[0] = .text(text.withoutLeadingSpaces) }
    if case .text(let text)? = output.last {
      output[output.count - 1] = .text(text.withoutTrailingSpaces)
    }
    return output
  }

  /// Moves spaces and line breaks at the ends of marks out of them, and leaves empty marks out.
  private func spaced() -> [Inline] {
    var output: [Inline] = []
    for inline in self {
      switch inline {
      case .strong(let inner): output += inner.movedOut { .strong($0) }
      case .emphasis(let inner): output += inner.movedOut { .emphasis($0) }
      case .struck(let inner): output += inner.movedOut { .struck($0) }
      case .link(let address, let title, let inner):
        output += inner.movedOut { .link(address: address, title: title, $0) }
      default: output.append(inline)
      }
    }
    return output
  }

  private func movedOut(_ wrap: ([Inline]) -> Inline) -> [Inline] {
    guard contains(where: { !$0.isEmpty }) else { return spaced() }
    var inner = spaced()
    var before: [Inline] = []
    var after: [Inline] = []
    while let first = inner.first, first.isEmpty {
      before.append(first)
      inner.removeFirst()
    }
    while let last = inner.last, last.isEmpty {
      after.insert(last, at: 0)
      inner.removeLast()
    }
    if case .text(let text)? = inner.first, text.first?.isWhitespace == true {
      before.append(.text(" "))
      inner[0] = .text(text.withoutLeadingSpaces)
    }
    if case .text(let text)? = inner.last, text.last?.isWhitespace == true {
      after.insert(.text(" "), at: 0)
      inner[inner.count - 1] = .text(text.withoutTrailingSpaces)
    }
    return before + [wrap(inner)] + after
  }

  private func withoutDoubleSpaces() -> [Inline] {
    var output: [Inline] = []
    var endsWithSpace = true
    for inline in self {
      guard case .text(var text) = inline else {
        if case .anchor = inline {} else { endsWithSpace = false }
        if case .lineBreak = inline { endsWithSpace = true }
        output.append(inline)
        continue
      }
      if endsWithSpace { text = text.withoutLeadingSpaces }
      if text.isEmpty { continue }
      endsWithSpace = text.last == " "
      output.append(.text(text))
    }
    return output
  }
}

extension Inline {
  fileprivate var singleSpaced: Inline {
    guard case .text(let text) = self else { return self }
    let inner = text.singleSpacedKeepingEnds
    return .text(inner)
  }

  fileprivate var isSkippedAtEnds: Bool {
    switch self {
    case .text(let text): text.isBlank
    case .lineBreak: true
    default: false
    }
  }
}

extension String {
  /// With one space for each run of spaces and line ends, also at the ends.
  fileprivate var singleSpacedKeepingEnds: String {
    var output: [UInt8] = []
    for byte in utf8 {
      if byte > 0x20 {
        output.append(byte)
      } else if output.last != 0x20 {
        output.append(0x20)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  fileprivate var withoutLeadingSpaces: String { String(drop { $0.isWhitespace }) }

  fileprivate var withoutTrailingSpaces: String {
    var text = Substring(self)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
