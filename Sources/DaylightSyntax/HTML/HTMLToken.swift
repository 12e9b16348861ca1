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

package struct HTMLTag: Sendable, Hashable {
  package var name: HTMLName
  /// From `<` to behind `>`.
  package var range: Range<Int>
  /// The name as it is written.
  package var spelling: Range<Int>
  /// Written with `/>`, which means something in SVG and MathML only.
  package var isSelfClosing: Bool
}

package struct HTMLAttribute: Sendable, Hashable {
  package var name: HTMLName
  /// The name as it is written.
  package var spelling: Range<Int>
  /// Without its quotation marks, as it is written. Nil where there is no `=`.
  package var value: Range<Int>?
}
