/// One paragraph, heading or table cell of a page's text.
struct TextBlock {
  /// The range of its text in that of the page.
  var bytes: Range<Int>
  /// Its segments among those of the page.
  var segments: Range<Int>
  let setting: Setting
  /// Where sources are cited and footnotes are, in bytes of the text of the page.
  var citations: [Int] = []

  /// What the block is part of.
  struct Setting {
    var isHeading = false
    var isQuotation = false
    var isCallout = false
    var isHelpCallout = false
    var isSafetyCallout = false
    var isTableHead = false
    /// The number of the row of a table.
    var row: Int?
    /// The number of the block that introduces the list around this one.
    var lead: Int?
    var isChecklistItem = false
    /// The number of the heading above; nil before the first.
    var heading: Int?

    var allowsGlossary: Bool {
      !isHeading && !isQuotation && !isHelpCallout && !isTableHead && !isChecklistItem
    }
  }
}
