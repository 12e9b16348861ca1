import DaylightModel
import DaylightSyntax

/// The outermost context of a template.
struct RootContext<Page: Sendable>: Sendable {
  let common: Prepared<CommonContext>
  let root: String
  let kind: String
  let site: Prepared<SiteContext>
  let structuredData: HTML?
  let extra: ExtraContext?
  let page: Page

  /// - Parameter page: the fields of the page, which depend on its kind.
  static func fields(page fields: [TemplateField<Page>]) -> [TemplateField<Self>] {
    let common = Prepared<CommonContext>.fields { (context: Self) in context.common }
    let own: [TemplateField<Self>] = [
      .init(.root, "the path to the root of the site, such as `../../`") { $0.root },
      .init("kind", "the kind of page: \(kinds)") { $0.kind },
      .init(.site, "the site") { $0.site },
      .init("structuredData", "JSON-LD; empty without `baseURL`") { $0.structuredData },
      .init(.page, "the page", object: fields) { $0.page },
      .init("extra", "[values of your own](#values-of-your-own)") { $0.extra },
    ]
    return common + own
  }

  private static var kinds: String {
    (PageKind.allCases.map(\.rawValue) + [RedirectContext.kind]).map { "`\($0)`" }
      .joined(separator: ", ")
  }
}
