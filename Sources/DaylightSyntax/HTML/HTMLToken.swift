/// A piece of an HTML page. All ranges count bytes of the page.
package enum HTMLToken: Sendable, Hashable {
  case startTag(HTMLTag)
  case endTag(HTMLTag)
  /// Text in which character references are decoded.
  case text(Range<Int>)
  /// The content of `script`, `style` and the like, which contains no markup.
  case rawText(Range<Int>)
  /// The content of a comment, or of what browsers treat as one, such as `<?php ?>`.
  case comment(Range<Int>)
  case doctype(Range<Int>)
  /// A tag cut off by the end of the page. Browsers drop it.
  case unfinishedTag(Range<Int>)
}

/// A tag, small enough for a token to be passed in registers: there are a thousand on a page.
package struct HTMLTag: Sendable, Hashable {
  /// From `<` up to and including `>`.
  package let range: Range<Int>
  private let spellingLength: UInt32
  package let name: HTMLName
  private let spellingOffset: UInt8
  /// Written with `/>`, which means something in SVG and MathML only.
  package let isSelfClosing: Bool

  package init(name: HTMLName, range: Range<Int>, spelling: Range<Int>, isSelfClosing: Bool) {
    self.name = name
    self.range = range
    self.isSelfClosing = isSelfClosing
    spellingOffset = UInt8(truncatingIfNeeded: spelling.lowerBound - range.lowerBound)
    spellingLength = UInt32(truncatingIfNeeded: spelling.count)
  }

  /// The name as written.
  package var spelling: Range<Int> {
    let start = range.lowerBound + Int(spellingOffset)
    return start..<start + Int(spellingLength)
  }
}

/// An attribute, packed for the same reason.
package struct HTMLAttribute: Sendable, Hashable {
  private let start: Int
  private let spellingLength: UInt32
  private let valueOffset: UInt32
  private let valueLength: UInt32
  package let name: HTMLName
  private let hasValue: Bool

  package init(name: HTMLName, spelling: Range<Int>, value: Range<Int>? = nil) {
    self.name = name
    start = spelling.lowerBound
    spellingLength = UInt32(truncatingIfNeeded: spelling.count)
    hasValue = value != nil
    valueOffset = UInt32(truncatingIfNeeded: (value?.lowerBound ?? start) - start)
    valueLength = UInt32(truncatingIfNeeded: value?.count ?? 0)
  }

  /// The name as written.
  package var spelling: Range<Int> { start..<start + Int(spellingLength) }

  /// As written, without its quotation marks. Nil if there is no `=`.
  package var value: Range<Int>? {
    guard hasValue else { return nil }
    let start = start + Int(valueOffset)
    return start..<start + Int(valueLength)
  }

  /// The name and the value, if any.
  package var range: Range<Int> { start..<(value?.upperBound ?? spelling.upperBound) }
}
