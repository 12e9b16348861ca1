import DaylightModel
import DaylightSyntax

/// A heading of the second level, with those of the third level below it.
struct ContentsEntry: TemplateModel {
  let heading: Heading
  private var children: [Heading] = []

  static let fields: [Field] =
    Heading.fields { $0.heading } + [
      Field("children", "the headings of the third level below it") { $0.children }
    ]

  private init(_ heading: Heading) { self.heading = heading }

  static func entries(of headings: [Heading]) -> [Self] {
    var entries: [Self] = []
    for heading in headings {
      if heading.level == 2 {
        entries.append(Self(heading))
      } else if heading.level == 3, !entries.isEmpty {
        entries[entries.count - 1].children.append(heading)
      }
    }
    return entries
  }
}

extension Heading: TemplateModel {
  static let fields = [
    Field("title", "its text") { HTML(escaping: $0.text) },
    Field("anchor", "its `id`") { $0.anchor },
  ]
}
