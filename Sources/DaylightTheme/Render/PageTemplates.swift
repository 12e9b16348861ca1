import DaylightModel
package import DaylightSyntax

/// The templates that a site must have, with the fields of each one’s outermost context.
package enum PageTemplates {
  static let fields = Dictionary(
    uniqueKeysWithValues: PageKind.allCases.map { kind in
      (kind, RootContext.fields(page: PageContext.fields + PageContext.fields(of: kind)))
    })

  static let redirect = RootContext.fields(page: RedirectContext.fields)

  /// What a handout is printed from has the same values as a booklet.
  static let handoutName = "handout"
  static let handout = RootContext.fields(page: PageContext.fields + PageContext.booklet)

  /// By the names of the templates. A name that is in none of them is an error with a location.
  package static let shapes = Dictionary(
    uniqueKeysWithValues: fields.map { ($0.template, TemplateShape($1)) }
      + [
        (RedirectContext.kind, TemplateShape(redirect)), (handoutName, TemplateShape(handout)),
      ])
}
