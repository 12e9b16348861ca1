/// A piece of an HTML page. All ranges count bytes of the page.
package enum HTMLToken: Sendable, Hashable {
  case startTag(HTMLTag)
  case endTag(HTMLTag)
  /// Text in which character references count.
  case text(Range<Int>)
  /// The content of `script`, `style` and the like, in which nothing is markup.
  case rawText(Range<Int>)
  /// What is between the marks of a comment, or of what browsers take for one, such as `<?php ?>`.
  case comment(Range<Int>)
  case doctype(Range<Int>)
  /// A tag that the page ends in. Browsers drop it.
  case unfinishedTag(Range<Int>)
}

/// A tag, small enough that a token is handed over in registers: there are a thousand on a page.
package struct HTMLTag: Sendable, Hashable {
  /// From `<` to behind `>`.
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

  /// The name as it is written.
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

  /// The name as it is written.
  package var spelling: Range<Int> { start..<start + Int(spellingLength) }

  /// Without its quotation marks, as it is written. Nil where there is no `=`.
  package var value: Range<Int>? {
    guard hasValue else { return nil }
    let start = start + Int(valueOffset)
    return start..<start + Int(valueLength)
  }

  /// The name and, where there is one, the value.
  package var range: Range<Int> { start..<(value?.upperBound ?? spelling.upperBound) }
}
