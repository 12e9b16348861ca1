import DaylightSyntax

/// The rules that read the text of a page, each over the blocks that all of them share.
enum TextRules {
  static func check(_ blocks: [TextBlock], _ assembly: inout Assembly) {
    for block in blocks {
      LanguageCheck.check(block, &assembly)
      UnsourcedNumber.check(block, &assembly)
    }
    ReadingGrade.check(blocks, &assembly)
  }
}
