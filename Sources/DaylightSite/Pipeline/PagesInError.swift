import DaylightSyntax

/// The pages in which something is wrong already. The others are rendered and audited all the same,
/// so that one run says all there is to fix; what the audit finds in these may only follow from
/// what is known.
struct PagesInError: Sendable, Equatable {
  /// Their paths in the output.
  private var paths: Set<String> = []

  /// Nil where an error may show on every page, so that none can be judged.
  init?(_ errors: [Diagnostic], _ index: SiteIndex) {
    for error in errors {
      guard let source = error.location?.path, error.rule != .addressCollision else { return nil }
      if let page = index[source] {
        paths.insert(page.route.outputPath)
      } else if error.rule == .missingPage || Self.isNeeded(index.strays[source]?.properPath) || Self.shapesPages(source) {
        return nil
      }
    }
  }

  var isEmpty: Bool { paths.isEmpty }

  func contains(_ path: String) -> Bool { paths.contains(path) }

  /// Whether all pages link to the page.
  private static func isNeeded(_ path: String?) -> Bool {
    ["content/index.md", "content/help.md", "content/404.md"].contains(path)
  }

  /// Whether every page is made from the file.
  private static func shapesPages(_ source: String) -> Bool {
    ["content/site.yaml", "content/help.yaml"].contains(source)
      || source.hasPrefix("templates/") && !source.hasPrefix("templates/assets/")
  }
}
