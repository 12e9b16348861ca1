import DaylightSyntax

/// The headings of a page as a list of lists: second level, and the third below it.
enum TableOfContents {
  static func entries(of headings: [Heading]) -> TemplateValue {
    var entries: [TemplateValue] = []
    var number = headings.startIndex
    while number < headings.endIndex {
      let start = number
      number += 1
      guard headings[start].level == 2 else { continue }
      var children: [TemplateValue] = []
      while number < headings.endIndex, headings[number].level != 2 {
        if headings[number].level == 3 {
          children.append([
            .title: title(headings[number]), .anchor: .text(headings[number].anchor),
          ])
        }
        number += 1
      }
      entries.append([
        .title: title(headings[start]), .anchor: .text(headings[start].anchor),
        .children: .list(children),
      ])
    }
    return .list(entries)
  }

  private static func title(_ heading: Heading) -> TemplateValue {
    .html(HTML(escaping: heading.text))
  }
}
