import DaylightModel
import DaylightSyntax

@testable import DaylightTheme

/// The tables of values in `docs/templates.md`, made from the declarations of the values.
struct TemplateReference {
  /// Objects that many values are, with a table of their own.
  private static let parts: [(name: String, plural: String, shape: TemplateShape)] = [
    ("link", "links", Link.templateShape), ("card", "cards", Card.templateShape),
    ("date", "dates", DateContext.templateShape),
    ("address", "addresses", WebAddress.templateShape),
    ("emergency number", "emergency numbers", HelpDirectory.Emergency.templateShape),
  ]

  /// The objects of every page that have a table of their own.
  private static let objects = ["site", "help", "page"]

  static var markdown: String {
    let root = fields(in: PageTemplates.shapes["article"])
    var sections = [
      section("On every page", rows(root.filter { !objects.contains($0.name) }))
    ]
    for object in root where objects.contains(object.name) {
      sections.append(section("`\(object.name)`", rows(fields(in: object.shape), object.name)))
    }
    for (kinds, own) in ownFields {
      let names = kinds.map { "`\($0)`" }.joined(separator: " or ")
      sections.append(section("Only if `kind` is \(names)", rows(own, "page")))
    }
    for part in parts {
      sections.append(section("In each \(part.name)", rows(fields(in: part.shape))))
    }
    return sections.joined(separator: "\n")
  }

  /// The fields that only pages of some kinds have, with these kinds.
  private static var ownFields: [(kinds: [String], fields: [TemplateShape.Field])] {
    let common = Set(PageContext.fields.map(\.declaration))
    var own = PageKind.allCases.map { ($0.rawValue, PageContext.fields(of: $0).map(\.declaration)) }
    own.append((RedirectContext.kind, RedirectContext.fields.map(\.declaration)))
    var sections: [(kinds: [String], fields: [TemplateShape.Field])] = []
    for (kind, fields) in own {
      for field in fields where !common.contains(field) {
        let kinds = own.filter { $0.1.contains(field) }.map(\.0)
        guard kinds.first == kind else { continue }
        if sections.last?.kinds == kinds {
          sections[sections.count - 1].fields.append(field)
        } else {
          sections.append((kinds, [field]))
        }
      }
    }
    return sections
  }

  private static func section(_ title: String, _ rows: [String]) -> String {
    "### \(title)\n\n| name | kind | is |\n|---|---|---|\n\(rows.joined())"
  }

  /// - Parameters:
  ///   - owner: the name of the object that they are in, with its dots.
  ///   - depth: how many lists they are in.
  private static func rows(
    _ fields: [TemplateShape.Field], _ owner: String = "", depth: Int = 0
  ) -> [String] {
    fields.flatMap { field in
      let name = owner.isEmpty ? field.name : "\(owner).\(field.name)"
      let mark = depth == 0 ? "" : String(repeating: "·", count: depth) + " "
      return ["| \(mark)`\(name)` | \(kind(of: field.shape)) | \(field.meaning) |\n"]
        + parts(of: field.shape, name, depth: depth)
    }
  }

  private static func parts(of shape: TemplateShape, _ name: String, depth: Int) -> [String] {
    switch shape {
    case .object(let fields) where part(shape) == nil: rows(fields, name, depth: depth)
    case .list(.object(let fields)) where part(.object(fields)) == nil:
      rows(fields, depth: depth + 1)
    default: []
    }
  }

  private static func kind(of shape: TemplateShape) -> String {
    switch shape {
    case .text: "text"
    case .html: "html"
    case .flag: "flag"
    case .number: "number"
    case .anything: "your own"
    case .object: part(shape)?.name ?? "object"
    case .list(let item): part(item).map { "list of \($0.plural)" } ?? "list"
    }
  }

  private static func part(
    _ shape: TemplateShape
  ) -> (name: String, plural: String, shape: TemplateShape)? {
    parts.first { $0.shape == shape }
  }

  private static func fields(in shape: TemplateShape?) -> [TemplateShape.Field] {
    if case .object(let fields)? = shape { fields } else { [] }
  }
}
