import DaylightSyntax

/// The headings of a page as a list of lists: second level, and the third below it.
enum TableOfContents {
  static func entries(of headings: [Heading]) -> TemplateValue {
    var entries: [(heading: Heading, children: [Heading])] = []
    for heading in headings {
      if heading.level == 2 {
        entries.append((heading, []))
      } else if heading.level == 3, !entries.isEmpty {
        entries[entries.count - 1].children.append(heading)
      }
    }
    return .list(
      entries.map { heading, children in
        [
          .title: title(heading), .anchor: .text(heading.anchor),
          .children: .list(
            children.map { [.title: title($0), .anchor: .text($0.anchor)] }),
        ]
      })
  }

  private static func title(_ heading: Heading) -> TemplateValue {
    var html: [UInt8] = []
    HTMLEscaper.appendAttribute(heading.text, to: &html)
    return .html(html)
  }
}
