import DaylightModel
import DaylightSyntax

extension PageContext {
  /// The fields that only a checklist has.
  static let checklist = [Field("checklist", "the checklist") { $0.page?.checklist }]
}

extension Checklist: TemplateModel {
  static let fields = [
    Field("groups", "the groups of items") { $0.groups },
    Field("closing", "the text after the last item") { $0.closing },
  ]
}

extension Checklist.Group: TemplateModel {
  static let fields = [
    Field("id", "for the `id` of its heading") { $0.id },
    Field("title", "the heading") { $0.title },
    Field("introduction", "the text between the heading and the first item") { $0.introduction },
    Field("items", "its items") { $0.items },
  ]
}

extension Checklist.Item: TemplateModel {
  static let fields = [
    Field("id", "for the `id` of its box") { $0.id },
    Field("label", "what it says") { $0.label },
    Field("readings", "pages to read about it") {
      $0.readings.map { Link(title: $0.title, path: $0.path) }
    },
  ]
}
