import DaylightModel
import DaylightSyntax

/// The page at an old address, which redirects to the new one.
struct RedirectContext: Sendable {
  /// Also the name of its template.
  static let kind = "redirect"

  let entry: PageEntry
  /// The whole address of the page; nil without an address of the site.
  let address: String?
  let siteName: String

  /// The other names of a page are allowed, because the template shares the base of all pages.
  static let fields =
    given
    + PageContext.fields.filter { !names.contains($0.name) }
    .map { $0.absent(in: RedirectContext.self) }

  private static let names = Set(given.map(\.name))

  private static let given: [TemplateField<RedirectContext>] = [
    .init("title", "the short title of the page") { $0.entry.shortTitle ?? $0.entry.title },
    .init("documentTitle", "the short name of the site") { $0.siteName },
    .init("canonical", "the address of the page") { $0.address },
    .init("path", "the path of the page") { $0.entry.link },
    .init("noindex", "always") { _ in true },
    .init("target", "the path of the page that it leads to") { $0.entry.link },
  ]
}
